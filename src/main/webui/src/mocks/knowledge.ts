import { http, HttpResponse, type DefaultBodyType } from 'msw';
import type { ArticleCard, ArticleVersionView, ArticleView } from '../shared/api/types';
import { base, crud, equal, me, now, problem, text } from './answers';
import { mayWriteArticles } from '../session/session';

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const article = (n: number, more: Partial<ArticleView>): ArticleView => ({
  id: `art${n}`, title: '', body: '', language: 'en', status: 'published', queues: ['support'], ticketTypes: ['repair'], tags: [], teams: [], roles: [], authorName: 'Lina Brandt', createdAt: ago(40 - n), updatedAt: ago(20 - n), version: 0, ...more,
});

const articles: ArticleView[] = [
  article(1, { title: 'Water on the floor: first steps', tags: ['leak'], body: '**First the water, then the ticket.**\n\n1. Ask the customer to switch the machine off.\n2. Ask them to close the stop tap, to the right.\n\n| Sign | Cause |\n|---|---|\n| drips | seal |\n| runs | hose |' }),
  article(2, { title: '漏水：先止水，再建单', language: 'zh-CN', tags: ['漏水'], body: '**先止水，再建单。**\n\n1. 请客户关闭机器并拔下插头。\n2. 请客户向右关紧水阀。' }),
  article(3, { title: 'What Service may credit without asking', ticketTypes: ['complaint'], teams: ['t1'], tags: ['credit'], body: 'One month of rental when an engineer did not come. More is for a supervisor.' }),
  article(4, { title: 'Rent or buy', queues: ['sales'], ticketTypes: ['request'], tags: ['quote'], body: 'Below two years rent, above it buy. <script>alert(1)</script> is shown as the text it is.' }),
  article(5, { title: 'Invoices and returns', status: 'draft', ticketTypes: ['dispute'], body: 'To be written.' }),
];

const versions = (id: unknown): ArticleVersionView[] => {
  const found = articles.find((one) => one.id === id);
  if (!found) return [];
  const { title, body, status, version } = found;
  const before = { title, body: body.split('\n').slice(0, 2).join('\n'), status: 'draft' as const };
  return [
    { number: version + 2, at: found.updatedAt, title, body, status, editorName: found.authorName ?? null },
    { number: version + 1, at: found.createdAt, ...before, editorName: 'Grace Okafor' },
  ];
};

/** Whether the reader may read it: who writes articles all, others what was published for them. */
const open = ({ status, teams, roles }: ArticleView) => {
  const reader = me();
  if (!reader || mayWriteArticles(reader)) return Boolean(reader);
  return status === 'published' && (teams.length + roles.length === 0 || teams.includes(reader.teamId ?? '') || roles.some((role) => reader.roles.includes(role)));
};

const card = ({ id, title, body, language, tags, queues }: ArticleView, queue: string | null): ArticleCard => ({
  id, title: { text: title, marks: [] }, excerpt: { text: body.replace(/[*|#\n-]+/g, ' ').slice(0, 120), marks: [] }, language, tags, suits: queues.includes(queue ?? ''),
});

const has = ({ title, body, tags }: ArticleView, words: string) => [title, body, ...tags].join(' ').toLowerCase().includes(words.toLowerCase());

/** The knowledge base. */
export const knowledgeHandlers = [
  http.get(`${base}/articles/suggested`, ({ request }) => {
    const url = new URL(request.url);
    const queue = url.searchParams.get('queue');
    const type = url.searchParams.get('ticketType');
    const suits = (one: ArticleView) => (text(url) ? has(one, text(url)) : one.queues.includes(queue ?? '') || one.ticketTypes.some((word) => word === type));
    const found = articles.filter((one) => one.status === 'published' && open(one) && suits(one));
    return HttpResponse.json(found.slice(0, Number(url.searchParams.get('limit') ?? 5)).map((one) => card(one, queue)));
  }),
  http.get(`${base}/articles/:id/versions`, ({ params }) => HttpResponse.json(versions(params['id']))),
  http.post(`${base}/articles/:id/versions/:number/restore`, ({ params }) => {
    const found = articles.find((one) => one.id === params['id']);
    const version = versions(params['id']).find((one) => String(one.number) === params['number']);
    if (!found || !version) return problem(404, 'not-found');
    return HttpResponse.json(Object.assign(found, { title: version.title, body: version.body, version: found.version + 1, updatedAt: now() }) as DefaultBodyType);
  }),
  ...crud('/articles', articles, (one) => one.id, (one, url) => open(one) && (!text(url) || has(one, text(url))) && equal(url, 'status', one.status) && equal(url, 'language', one.language) &&
    (!url.searchParams.get('queue') || one.queues.includes(url.searchParams.get('queue') ?? '')) && (!url.searchParams.get('ticketType') || one.ticketTypes.some((word) => word === url.searchParams.get('ticketType'))),
    (body, n) => article(n + 1, { ...body, authorName: me()?.name ?? null, createdAt: now(), updatedAt: now() })),
];
