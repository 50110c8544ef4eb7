import { http, HttpResponse, type DefaultBodyType } from 'msw';
import type { AgentStateInput, AgentStateView, SupervisedAgent, UserView } from '../shared/api/types';
import { base, me, page, problem, text } from './answers';
import { queues, users } from './data';
import { agentState, desk } from './desk';

type State = AgentStateView['state'];

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

/** What the reader's colleagues are doing, by extension. */
const states = new Map<string, AgentStateView>([
  ['1002', { state: 'on-call', since: ago(214), callId: 'tl-1700000003.3', next: 'break', nextReason: 'training', pending: false, phoneReachable: true }],
  ['1003', { state: 'break', since: ago(940), reason: 'lunch', pending: false, phoneReachable: true }],
  ['1004', { state: 'wrap-up', since: ago(12), callId: 'tl-1700000005.5', next: 'available', wrapUpUntil: ago(-33), pending: false, phoneReachable: false }],
]);

const withPhone = () => users.filter((user): user is UserView & { extension: string } => Boolean(user.extension));
export const stateOf = (extension: string): AgentStateView =>
  (extension === me()?.extension ? agentState() : states.get(extension)) ?? { state: 'offline', since: ago(7200), pending: false, phoneReachable: true };
export const queuesOf = (user: UserView) => queues.filter((queue) => queue.members.includes(user.id)).map((queue) => queue.name);

const supervised = (user: UserView & { extension: string }): SupervisedAgent => {
  const state = stateOf(user.extension);
  return {
    userId: user.id, username: user.username, name: user.name, extension: user.extension, teamId: user.teamId ?? null, teamName: user.teamName ?? null,
    queues: queuesOf(user), state, steerable: user.teamId === me()?.teamId || me()?.roles.includes('administrator') === true,
    call: state.state === 'on-call' ? { id: state.callId ?? '', direction: 'inbound', queue: 'support', from: '+8613812345678', fromName: null, to: '+864008001000', withheld: false, startedAt: state.since } : null,
  };
};

/** Everybody who takes calls, as `GET /agents/supervised` and the choice of targets see them. */
export const everybody = () => withPhone().map(supervised);

const wanted = (agent: SupervisedAgent, url: URL) => {
  const { searchParams: asked } = url;
  const is = asked.get('state')?.split(',');
  return (
    (!text(url) || `${agent.name}${agent.extension}`.toLowerCase().includes(text(url).toLowerCase())) &&
    (!is || is.includes(agent.state.state)) &&
    (!asked.get('queue') || agent.queues.includes(asked.get('queue') ?? '')) &&
    (!asked.get('phone') || (asked.get('phone') === 'reachable') === agent.state.phoneReachable) &&
    (asked.get('team') !== 'mine' || agent.teamId === me()?.teamId)
  );
};

/** Whoever calls has the phone first: what is wanted then comes after the call. */
function set(user: UserView, { state, reason = null }: AgentStateInput): AgentStateView {
  if (user.id === me()?.id) return desk.wish({ state: state as State, reason });
  const before = stateOf(user.extension ?? '');
  const busy = before.state === 'ringing' || before.state === 'on-call';
  const after: AgentStateView = busy ? { ...before, next: state as 'break', nextReason: reason } : { state: state as State, since: ago(0), reason, pending: false, phoneReachable: before.phoneReachable };
  states.set(user.extension ?? '', after);
  return after;
}

/** Agents for those who answer for them. */
export const agentHandlers = [
  http.get(`${base}/agents/supervised/live`, () => new HttpResponse(null, { status: 204 })),
  http.get(`${base}/agents/supervised`, ({ request }) => {
    const url = new URL(request.url);
    return HttpResponse.json(page(everybody().filter((agent) => wanted(agent, url)), url));
  }),
  http.put(`${base}/agents/:id/state`, async ({ params, request }) => {
    const user = users.find((one) => one.id === params['id']);
    return user?.extension ? HttpResponse.json(set(user, (await request.json()) as AgentStateInput)) : problem(404, 'not-found');
  }),
  http.get(`${base}/agents/me/messages`, () => HttpResponse.json([])),
  http.post(`${base}/agents/:id/messages`, async ({ params, request }) => {
    const { text: words } = (await request.json()) as { text: string };
    return HttpResponse.json({ id: crypto.randomUUID(), agentId: params['id'], senderId: me()?.id, senderName: me()?.name, text: words, at: ago(0) }, { status: 201 });
  }),
  http.delete(`${base}/coaching`, () => new HttpResponse(null, { status: 204 })),
  http.delete(`${base}/agents/:id/wrap-up`, ({ params }) => {
    const user = users.find((one) => one.id === params['id']);
    const now = user?.extension ? stateOf(user.extension) : null;
    if (!user || now?.state !== 'wrap-up') return problem(409, 'not-in-wrap-up');
    return HttpResponse.json(set(user, { state: now.next ?? 'available', reason: null }) as DefaultBodyType);
  }),
];
