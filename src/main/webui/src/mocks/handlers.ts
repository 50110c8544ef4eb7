import { http, HttpResponse, type DefaultBodyType } from 'msw';
import type { AgentStateView, AuditView, CustomerView, QueueAtPbx, SavedView, WrapUpInput } from '../shared/api/types';
import { addressHandlers } from './addresses';
import { agentHandlers } from './agents';
import { base, crud, equal, KEY, me, page, problem, text, type Keyed } from './answers';
import { controlHandlers } from './control';
import { audit, calls, customers, followUps, queues, teams, tickets, timelineOf, users } from './data';
import { agentState, desk } from './desk';
import { knowledgeHandlers } from './knowledge';
import { noteHandlers, notesOf } from './notes';
import { reportHandlers } from './reports';
import { routingHandlers } from './routing';
import { ruleHandlers } from './rules';
import { scriptHandlers } from './scripts';
import { pbxDown, recoveries, system } from './system';
import { ticketHandlers } from './tickets';

const digits = (number: string) => number.replace(/\D/g, '');
const matches = (c: CustomerView, q: string) =>
  c.name.toLowerCase().includes(q.toLowerCase()) ||
  (digits(q).length > 3 && c.contacts.some((k) => k.phones.some((p) => digits(p.e164 ?? p.raw).includes(digits(q)))));

const assignee = (url: URL, id: unknown) => {
  const wanted = url.searchParams.get('assignee');
  return !wanted || wanted.split(',').some((who) => (who === 'me' ? me()?.id === id : who === 'none' ? !id : who === id));
};

const views: SavedView[] = [];

export const handlers = [
  http.post(`${base}/session`, async ({ request }) => {
    const { username, password } = (await request.json()) as { username: string; password: string };
    const user = users.find((u) => u.username === username);
    if (!user || password !== 'trunkline-demo') return problem(401, 'bad-credentials');
    sessionStorage.setItem(KEY, username);
    return HttpResponse.json({ token: 'mock', user });
  }),
  http.delete(`${base}/session`, () => {
    sessionStorage.removeItem(KEY);
    return new HttpResponse(null, { status: 204 });
  }),
  http.get(`${base}/info`, () =>
    HttpResponse.json({
      product: 'Trunkline', version: '0.1.0', region: 'CN', demo: true, pbxSimulated: true, pbxState: sessionStorage.getItem('mock.pbx') ?? 'up',
      demoUsers: users.map((u) => ({ username: u.username, name: u.name, role: u.roles[0] })),
    }),
  ),
  http.all(`${base}/*`, () => (me() ? undefined : problem(401, 'unauthenticated'))),
  http.get(`${base}/me`, () => HttpResponse.json(me() as DefaultBodyType)),
  http.get(`${base}/system`, () => HttpResponse.json(sessionStorage.getItem('mock.pbx') === 'down' ? system(pbxDown()) : system())),
  http.get(`${base}/system/live`, () => new HttpResponse(null, { status: 204 })),
  http.get(`${base}/recoveries/:id`, ({ params }) => HttpResponse.json(recoveries.find((r) => r.id === params['id']) as DefaultBodyType)),
  http.get(`${base}/recoveries`, ({ request }) => HttpResponse.json(page(recoveries, new URL(request.url)))),
  http.get(`${base}/teams`, () => HttpResponse.json({ items: teams, next: null, total: 2 })),
  http.put(`${base}/phone/mode`, () => problem(409, 'phone-simulated')),
  http.post(`${base}/phone/call`, () => HttpResponse.json({ returned: false })),
  http.post(`${base}/phone`, () => problem(409, 'phone-simulated')),
  http.get(`${base}/phone`, () => HttpResponse.json({ mode: 'desk', extension: me()?.extension ?? '1001', browserOffered: false, reason: 'simulated' })),
  http.get(`${base}/break-reasons`, () => HttpResponse.json(['lunch', 'tea', 'training', 'meeting', 'other'].map((key) => ({ key })))),
  http.get(`${base}/dispositions`, () => HttpResponse.json(['resolved', 'callback', 'information', 'complaint', 'wrong-number', 'other'].map((key) => ({ key })))),
  http.get(`${base}/search`, ({ request }) => {
    const q = text(new URL(request.url)).trim();
    const found = q ? customers.filter((c) => matches(c, q)) : [];
    const items = found.slice(0, 6).map(({ id, name, tags, vip }) => ({ id, title: { text: name, marks: [] }, titleParams: {}, tags, vip }));
    return HttpResponse.json({ groups: items.length > 0 ? [{ kind: 'customer', items, more: found.length > 6 }] : [] });
  }),
  http.get(`${base}/agents/me/state`, () => HttpResponse.json(agentState())),
  http.put(`${base}/agents/me/state`, async ({ request }) => HttpResponse.json(desk.wish((await request.json()) as Partial<AgentStateView>))),
  http.get(`${base}/customers/:id/timeline`, ({ params, request }) => {
    const found = customers.find((c) => c.id === params['id']);
    const url = new URL(request.url);
    return found ? HttpResponse.json(page([...notesOf(found.id), ...timelineOf(found)].filter((entry) => equal(url, 'kind', entry.type)), url)) : problem(404, 'not-found');
  }),
  ...agentHandlers,
  ...controlHandlers,
  ...noteHandlers,
  ...addressHandlers,
  ...ticketHandlers,
  ...knowledgeHandlers,
  ...scriptHandlers,
  ...routingHandlers,
  ...ruleHandlers,
  ...reportHandlers,
  http.put(`${base}/calls/:id/customer`, async ({ request }) => HttpResponse.json(desk.choose(((await request.json()) as { customerId: string }).customerId))),
  http.put(`${base}/calls/:id/wrap-up`, async ({ request }) => HttpResponse.json(desk.wrapUp((await request.json()) as WrapUpInput))),
  http.get(`${base}/calls/:id/recordings/:n`, () => new HttpResponse(tone(), { headers: { 'content-type': 'audio/wav', 'accept-ranges': 'bytes' } })),
  ...crud('/customers', customers, (c) => c.id, (c, url) => (!text(url) || matches(c, text(url))) && equal(url, 'kind', c.kind), (body, n) => ({
    id: `n${n}`, kind: 'person' as const, name: '', tags: [], vip: false, createdAt: new Date().toISOString(), updatedAt: new Date().toISOString(), version: 1, ...body,
    contacts: ((body as CustomerView).contacts ?? []).map((c, i) => ({ ...c, id: `n${n}-${i}` })),
  })),
  ...crud('/calls', calls as (Keyed & (typeof calls)[number])[], (c) => c.id, (c, url) =>
    equal(url, 'queue', c.queue) && equal(url, 'outcome', c.outcome) && equal(url, 'direction', c.direction) && equal(url, 'customer', c.customerId) &&
    (!url.searchParams.get('agent') || c.agents.includes((url.searchParams.get('agent') ?? '').replace('me', me()?.extension ?? ''))) &&
    (!url.searchParams.get('from') || c.startedAt >= (url.searchParams.get('from') ?? '')) && (!url.searchParams.get('to') || c.startedAt < (url.searchParams.get('to') ?? '')),
    () => calls[0] as (typeof calls)[number]),
  ...crud('/tickets', tickets, (k) => k.id, (k, url) =>
    equal(url, 'status', k.status) && equal(url, 'type', k.type) && equal(url, 'priority', k.priority) && equal(url, 'customer', k.customerId) && equal(url, 'call', k.callId) && equal(url, 'queue', k.queue) && assignee(url, k.assigneeId) &&
    (!url.searchParams.get('watcher') || k.watching === true) && equal(url, 'overdue', String(k.dueAt != null && Date.parse(k.dueAt) < Date.now() && k.status !== 'solved' && k.status !== 'closed')) &&
    (!text(url) || `${k.number}${k.subject ?? ''}`.toLowerCase().includes(text(url).toLowerCase())), (body, n) => ({
    id: `kn${n}`, number: 10_480 + n, type: 'request' as const, status: 'open' as const, priority: 'normal' as const, subjectParams: {}, createdAt: new Date().toISOString(), updatedAt: new Date().toISOString(), version: 1, ...body,
  })),
  ...crud('/follow-ups', followUps, (f) => f.id, (f, url) => equal(url, 'status', f.status) && equal(url, 'kind', f.kind) && equal(url, 'customer', f.customerId) && assignee(url, f.assigneeId) &&
    f.dueAt >= (url.searchParams.get('dueAfter') ?? '') && (!url.searchParams.get('dueBefore') || f.dueAt < (url.searchParams.get('dueBefore') ?? '')), (body, n) => ({
    id: `fn${n}`, kind: 'callback' as const, status: 'open' as const, dueAt: new Date().toISOString(), attempts: 0, createdAt: new Date().toISOString(), updatedAt: new Date().toISOString(), version: 0, ...body,
    assigneeId: (body as { assignee?: string | null }).assignee ?? me()?.id ?? null, assigneeName: me()?.name ?? null,
  })),
  ...crud('/users', users, (u) => u.id, (u, url) => !text(url) || `${u.name}${u.username}`.toLowerCase().includes(text(url).toLowerCase()), (body, n) => ({ id: `un${n}`, username: '', name: '', roles: [], active: true, version: 1, ...body })),
  http.get(`${base}/pbx/queues`, () => HttpResponse.json(queues.map(({ name, strategy, maxWaiting, weight, members }): QueueAtPbx => ({ name, state: 'applied', reason: null, has: { strategy, maxWaiting, weight, members: members.length, waiting: 0 }, differs: [] })))),
  ...crud('/queues', queues, (q) => q.name, () => true, () => queues[0] as (typeof queues)[number]),
  ...crud<AuditView & { version?: number | null }>('/audit', audit, (a) => a.id, (a, url) => equal(url, 'kind', a.kind), () => audit[0] as AuditView),
  ...crud('/views', views, (v) => v.id, (v, url) => equal(url, 'list', v.list), (body, n) => ({ id: `v${n}${Date.now()}`, list: '', name: '', search: '', columns: null, version: 0, ...body })),
];

/** Half a minute of two-channel speech-like noise as a WAV file. */
function tone(): ArrayBuffer {
  const rate = 8000;
  const seconds = 30;
  const frames = rate * seconds;
  const view = new DataView(new ArrayBuffer(44 + frames * 4));
  const write = (at: number, word: string) => [...word].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
  write(0, 'RIFF');
  view.setUint32(4, 36 + frames * 4, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 2, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 4, true);
  view.setUint16(32, 4, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, frames * 4, true);
  for (let i = 0; i < frames; i++) {
    const t = i / rate;
    const turn = Math.floor(t / 4) % 2;
    const voice = Math.sin(t * 900) * Math.abs(Math.sin(t * 9)) * Math.abs(Math.sin(t * 1.7)) * 9000;
    view.setInt16(44 + i * 4, turn === 0 ? voice : 120 * Math.sin(t * 300), true);
    view.setInt16(46 + i * 4, turn === 1 ? voice * 0.8 : 120 * Math.sin(t * 300), true);
  }
  return view.buffer as ArrayBuffer;
}
