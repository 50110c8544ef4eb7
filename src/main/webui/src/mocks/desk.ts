import { ws } from 'msw';
import type { AgentStateView, CallView, CustomerView, FollowUpView, LineView, Pop, WrapUpInput } from '../shared/api/types';
import { calls, customers, tickets } from './data';

type Scene = 'known' | 'unknown' | 'withheld' | 'shared' | 'incomplete' | 'hostile';

let agent: AgentStateView = { state: 'available', since: new Date(Date.now() - 312_000).toISOString(), pending: false, phoneReachable: true };
let call: CallView | null = null;
let pops: Pop[] = [];
let line: LineView | null = null;
let seq = 1;
const clients = new Set<{ send: (text: string) => void; close: (code?: number) => void }>();

export const agentState = () => agent;
const now = () => new Date().toISOString();
const send = (message: object) => clients.forEach((c) => c.send(JSON.stringify({ seq: ++seq, at: now(), ...message })));

function be(state: AgentStateView['state'], more: Partial<AgentStateView> = {}) {
  agent = { state, since: now(), pending: false, phoneReachable: true, ...more };
  send({ type: 'agent', agent });
  return agent;
}

const CONTROLS: Partial<Record<LineView['state'], string[]>> = {
  ringing: ['reject'],
  dialling: ['hangup'],
  talking: ['hangup', 'transfer', 'consult', 'park', 'dtmf'],
  consulting: ['complete', 'cancel', 'swap', 'conference', 'dtmf'],
  between: ['complete', 'cancel', 'swap', 'conference', 'dtmf'],
  together: ['hangup', 'dtmf'],
};

/** The phone stands in the call like this now. */
function stand(state: LineView['state'] | null, third: string | null = null, recording: LineView['recording'] = line?.recording ?? null) {
  const pause = recording && (state === 'talking' || state === 'together') ? [recording === 'on' ? 'record-pause' : 'record-resume'] : [];
  line = state && { state, third, controls: [...(CONTROLS[state] ?? []), ...pause], recording };
  if (call) send({ type: 'call', call, line, gone: false });
}

const card = (c: CustomerView) => ({
  id: c.id, name: c.name, kind: c.kind, vip: c.vip, tags: c.tags, ownerName: c.ownerName ?? null, contactName: c.contacts[0]?.name ?? null,
  phones: c.contacts.flatMap((k) => k.phones.map((p) => p.raw)),
});

function popOf(scene: Scene): Pop {
  const known = customers[0] as CustomerView;
  const phone = known.contacts[0]?.phones[0]?.e164 ?? null;
  const raw = scene === 'withheld' ? null : scene === 'unknown' || scene === 'hostile' ? '+8613966208841' : phone;
  return {
    call: { id: `tl-live.${seq}`, direction: 'inbound', queue: 'support', did: '+864008001000', from: raw, ringingAt: now(), waitedMs: 14_000 },
    caller: {
      raw, e164: raw, withheld: scene === 'withheld',
      name: scene === 'hostile' ? `<script>alert('x')</script> ${'VERY LONG NAME '.repeat(40)}` : scene === 'unknown' ? 'LIU YANG' : null,
    },
    customers: scene === 'known' ? [card(known)] : scene === 'shared' ? customers.slice(1, 4).map(card) : [],
    tickets: scene === 'known' ? tickets.filter((t) => t.customerId === known.id && t.status !== 'closed').slice(0, 3) : [],
    recentCalls: scene === 'withheld' || scene === 'unknown' || scene === 'hostile' ? [] : calls.filter((c) => c.customerId === known.id).slice(0, 4).map((c) => ({ ...c, agent: c.agents[0] ?? null, recordings: c.recordings.length })),
    complete: scene !== 'incomplete',
  };
}

export const desk = {
  ring(scene: Scene = 'known') {
    const pop = popOf(scene);
    pops = [pop];
    call = {
      id: pop.call.id, pbx: 'main', direction: 'inbound', from: pop.caller.raw, fromE164: pop.caller.e164, fromName: pop.caller.name, withheld: pop.caller.withheld, to: '+864008001000',
      queue: 'support', agents: [], startedAt: new Date(Date.now() - 14_000).toISOString(), visits: [], segments: [], legs: [], handovers: [], recovered: false, ticketIds: [], recordings: [],
      customerId: pop.customers.length === 1 ? pop.customers[0]?.id : null, customerName: pop.customers.length === 1 ? pop.customers[0]?.name : null,
    };
    send({ type: 'pop', ...pop });
    be('ringing', { callId: call.id });
    stand('ringing', null, null);
  },
  /** A call that the agent began. */
  dial(to: string): CallView {
    call = {
      id: `tl-dialled.${++seq}`, pbx: 'main', direction: 'outbound', from: '1001', fromE164: null, fromName: null, withheld: false, to, queue: null, agents: ['1001'], startedAt: now(),
      visits: [], segments: [], legs: [], handovers: [], recovered: false, ticketIds: [], recordings: [], customerId: null, customerName: null,
    };
    pops = [];
    be('on-call', { callId: call.id });
    stand('dialling', null, null);
    return call;
  },
  /** What a button or key asks for; whether it could be done. */
  act(action: string, to: string | null): boolean {
    if (!call || !line?.controls.includes(action)) return false;
    switch (action) {
      case 'reject':
        desk.gone();
        return true;
      case 'hangup':
      case 'transfer':
      case 'complete':
      case 'park':
        desk.hangup();
        return true;
      case 'consult':
        stand('consulting', to);
        return true;
      case 'swap':
        stand(line.state === 'between' ? 'consulting' : 'between', line.third ?? null);
        return true;
      case 'conference':
        stand('together', line.third ?? null);
        return true;
      case 'cancel':
        stand('talking');
        return true;
      case 'record-pause':
      case 'record-resume':
        stand(line.state, line.third ?? null, action === 'record-pause' ? 'silent' : 'on');
        return true;
      default:
        return action === 'dtmf';
    }
  },
  /** The call has gone to somebody else. */
  gone() {
    if (call) send({ type: 'call', call, line: null, gone: true });
    call = null;
    line = null;
    pops = [];
    be('available');
  },
  complete() {
    const pop = pops[0];
    if (!pop) return;
    const done = { ...popOf('known'), call: pop.call };
    pops = [done];
    send({ type: 'pop', ...done });
  },
  aside: (why: 'away' | 'phone' = 'away') => be('break', { reason: why, goneSince: now(), phoneReachable: why !== 'phone' }),
  openElsewhere: () => clients.forEach((c) => c.close(4409)),
  due: (followUp: FollowUpView) => send({ type: 'task', event: 'follow-up.due', id: followUp.id, facts: followUp }),
  answer() {
    be('on-call', { callId: call?.id ?? null });
    stand('talking', null, 'on');
  },
  hangup() {
    stand(null);
    be('wrap-up', { callId: call?.id ?? null, wrapUpUntil: new Date(Date.now() + 45_000).toISOString(), wrapUpExtensions: 3 });
  },
  wish(wish: Partial<AgentStateView>): AgentStateView {
    if (wish.state === 'wrap-up') return be('wrap-up', { callId: agent.callId ?? null, wrapUpUntil: new Date(Date.now() + 45_000).toISOString() });
    if (agent.state === 'ringing' || agent.state === 'on-call') return (agent = { ...agent, next: wish.state as 'break' });
    return be(wish.state ?? 'available', { reason: wish.reason ?? null });
  },
  choose(customerId: string): CallView | null {
    const found = customers.find((c) => c.id === customerId);
    if (call) call = { ...call, customerId, customerName: found?.name ?? null };
    send({ type: 'call', call, line, gone: false });
    return call;
  },
  wrapUp({ done, ...draft }: WrapUpInput): CallView | null {
    if (call) call = { ...call, wrapUp: { ...draft, agent: '1001', at: now() } };
    if (done && agent.state === 'wrap-up') be('available');
    return call;
  },
};

export const socket = ws.link('ws://*/api/v1/desk').addEventListener('connection', ({ client }) => {
  const peer = { send: (text: string) => client.send(text), close: (code?: number) => client.close(code) };
  clients.add(peer);
  client.addEventListener('close', () => clients.delete(peer));
  client.send(JSON.stringify({ seq, at: now(), type: 'snapshot', agent, calls: call ? [call] : [], lines: call && line ? { [call.id]: line } : {}, pops, serverTime: now() }));
  client.addEventListener('message', (event) => {
    if (String(event.data).includes('"ping"')) client.send(JSON.stringify({ seq: ++seq, type: 'notice', code: 'pong', params: {} }));
  });
});
