import { http, HttpResponse, type DefaultBodyType } from 'msw';
import type { TicketCommentView, TicketHistoryView, TicketLinkView, TicketRelation, TicketView } from '../shared/api/types';
import { base, me, now, page, problem } from './answers';
import { queues, tickets, users } from './data';

const comments = new Map<string, TicketCommentView[]>();

const historyOf = ({ id, createdAt, updatedAt, assigneeId }: TicketView): TicketHistoryView[] => [
  { id: `${id}-h1`, at: createdAt, actor: 'system', actorName: null, action: 'created', details: {} },
  {
    id: `${id}-h2`, at: updatedAt, actor: 'wei', actorName: 'Wei Zhang', action: 'changed',
    details: { fields: ['assignee', 'priority', 'subject'], values: { assignee: { before: null, after: assigneeId ?? null }, priority: { before: 'low', after: 'normal' } } },
  },
];

const INVERSE: Record<TicketRelation, TicketRelation> = {
  'related-to': 'related-to', blocks: 'blocked-by', 'blocked-by': 'blocks', duplicates: 'duplicated-by', 'duplicated-by': 'duplicates', 'parent-of': 'child-of', 'child-of': 'parent-of',
};

interface Link {
  id: string;
  from: string;
  to: string;
  relation: TicketRelation;
  at: string;
}

const links: Link[] = [
  { id: 'link-1', from: 'k0', to: 'k4', relation: 'parent-of', at: now() },
  { id: 'link-2', from: 'k7', to: 'k0', relation: 'duplicates', at: now() },
];

const byId = (id: unknown) => tickets.find((ticket) => ticket.id === id);

function seenFrom(id: unknown, { id: link, from, to, relation, at }: Link): TicketLinkView[] {
  const other = byId(from === id ? to : from);
  return other ? [{ id: link, relation: from === id ? relation : INVERSE[relation], ticket: other, authorName: users[2]?.name ?? null, at }] : [];
}

function changed(ticket: TicketView, change: Partial<TicketView>) {
  Object.assign(ticket, change, { version: ticket.version + 1, updatedAt: now() });
  return HttpResponse.json(ticket as DefaultBodyType);
}

/** What is said and done about tickets, and what they have to do with each other. */
export const ticketHandlers = [
  http.get(`${base}/tickets/:id/comments`, ({ params, request }) => HttpResponse.json(page(comments.get(String(params['id'])) ?? [], new URL(request.url)))),
  http.post(`${base}/tickets/:id/comments`, async ({ params, request }) => {
    const id = String(params['id']);
    const made = { id: crypto.randomUUID(), at: new Date().toISOString(), authorId: me()?.id ?? '', authorName: me()?.name ?? null, internal: false, ...((await request.json()) as object) } as TicketCommentView;
    comments.set(id, [...(comments.get(id) ?? []), made]);
    return HttpResponse.json(made as DefaultBodyType);
  }),
  http.get(`${base}/tickets/:id/history`, ({ params, request }) => {
    const ticket = tickets.find((k) => k.id === params['id']);
    return HttpResponse.json(page(ticket ? historyOf(ticket) : [], new URL(request.url)));
  }),
  ...(['put', 'delete'] as const).map((verb) =>
    http[verb](`${base}/tickets/:id/watch`, ({ params }) => {
      const ticket = tickets.find((k) => k.id === params['id']);
      if (ticket) ticket.watching = verb === 'put';
      return new HttpResponse(null, { status: ticket ? 204 : 404 });
    }),
  ),
  http.get(`${base}/tickets/:id/links`, ({ params }) =>
    HttpResponse.json(links.filter(({ from, to }) => from === params['id'] || to === params['id']).flatMap((link) => seenFrom(params['id'], link))),
  ),
  http.post(`${base}/tickets/:id/links`, async ({ params, request }) => {
    const { relation, ticket } = (await request.json()) as { relation: TicketRelation; ticket: string };
    const from = String(params['id']);
    if (links.some((link) => [link.from, link.to].includes(from) && [link.from, link.to].includes(ticket))) return problem(409, 'already-linked');
    const made = { id: crypto.randomUUID(), from, to: ticket, relation, at: now() };
    links.push(made);
    return HttpResponse.json(seenFrom(from, made)[0] as DefaultBodyType);
  }),
  http.delete(`${base}/tickets/:id/links/:link`, ({ params }) => {
    const at = links.findIndex((link) => link.id === params['link']);
    if (at >= 0) links.splice(at, 1);
    return new HttpResponse(null, { status: at >= 0 ? 204 : 404 });
  }),
  http.post(`${base}/tickets/:id/assign`, ({ params }) => {
    const ticket = byId(params['id']);
    const turn = users.find((user) => queues.find((queue) => queue.name === ticket?.queue)?.members.includes(user.id));
    return ticket && turn ? changed(ticket, { assigneeId: turn.id, assigneeName: turn.name }) : problem(409, 'nobody-to-assign');
  }),
  http.post(`${base}/tickets/:id/merge`, async ({ params, request }) => {
    const goes = byId(params['id']);
    const stays = byId(((await request.json()) as { into: string }).into);
    if (!goes || !stays) return problem(404, 'not-found');
    comments.set(stays.id, [...(comments.get(stays.id) ?? []), ...(comments.get(goes.id) ?? [])]);
    changed(goes, { status: 'closed', mergedInto: stays.id });
    return changed(stays, {});
  }),
];
