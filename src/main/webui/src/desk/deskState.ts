import type { AgentStateView, CallView, LineView, Pop } from '../shared/api/types';
import type { Coached, DeskMessage } from './messages';

/** The agent's place as far as this page has heard. */
export interface DeskState {
  seq: number | null;
  agent: AgentStateView | null;
  /** The call that rings, is talked on or is being wrapped up. */
  call: CallView | null;
  /** How the agent's phone stands in that call; null when it is not in it any more. */
  line: LineView | null;
  pops: readonly Pop[];
  coaching: Coached;
}

const NO_COACHING: Coached = { own: null, with: [] };

export const emptyDesk: DeskState = { seq: null, agent: null, call: null, line: null, pops: [], coaching: NO_COACHING };

/** One message applied. Messages already seen change nothing; a snapshot stands for all before it. */
export function apply(state: DeskState, message: DeskMessage): DeskState {
  if (message.type === 'snapshot') {
    const { seq, agent, calls, lines, pops, coaching = NO_COACHING } = message;
    const call = calls.find((c) => c.id === agent?.callId) ?? calls.at(-1) ?? null;
    return settle({ seq, agent, call, line: (call && lines?.[call.id]) ?? null, pops, coaching });
  }
  if (state.seq !== null && message.seq <= state.seq) return state;
  const next = { ...state, seq: message.seq };
  switch (message.type) {
    case 'pop':
      return { ...next, pops: withPop(state.pops, popOf(message)) };
    case 'call':
      return applyCall(next, message);
    case 'agent':
      return settle({ ...next, agent: message.agent });
    case 'coaching':
      return { ...next, coaching: { own: message.own, with: message.with } };
    case 'task':
    case 'notice':
    case 'phone':
      return next;
  }
}

function popOf(message: Extract<DeskMessage, { type: 'pop' }>): Pop {
  const { call, caller, customers, tickets, recentCalls, complete } = message;
  return { call, caller, customers, tickets: tickets ?? [], recentCalls: recentCalls ?? [], complete: complete ?? true };
}

/** The second pop of a call completes the first in its place. */
function withPop(pops: readonly Pop[], pop: Pop): Pop[] {
  const at = pops.findIndex((p) => p.call.id === pop.call.id);
  return at < 0 ? [...pops, pop] : pops.map((p, i) => (i === at ? pop : p));
}

function applyCall(state: DeskState, { call, line, gone }: Extract<DeskMessage, { type: 'call' }>): DeskState {
  if (gone) {
    return {
      ...state,
      pops: state.pops.filter((p) => p.call.id !== call.id),
      call: state.call?.id === call.id ? null : state.call,
      line: state.call?.id === call.id ? null : state.line,
    };
  }
  const mine = state.agent?.callId;
  if (mine && mine !== call.id && state.call?.id === mine) return state;
  return { ...state, call: withKnown(call, state.call), line: line ?? null };
}

/** News of a call under way tell of the telephone only: what is known of its customer and wrap-up stays. */
function withKnown(call: CallView, before: CallView | null): CallView {
  if (before?.id !== call.id) return call;
  return {
    ...call,
    customerId: call.customerId ?? before.customerId ?? null,
    customerName: call.customerName ?? before.customerName ?? null,
    contactId: call.contactId ?? before.contactId ?? null,
    contactName: call.contactName ?? before.contactName ?? null,
    wrapUp: call.wrapUp ?? before.wrapUp ?? null,
  };
}

/** Puts away what the agent's state says is over. */
function settle(state: DeskState): DeskState {
  const { agent } = state;
  if (!agent) return state;
  const busy = agent.state === 'ringing' || agent.state === 'on-call' || agent.state === 'wrap-up';
  if (!busy) return { ...state, call: null, line: null, pops: [] };
  const keep = agent.callId;
  if (!keep) return state;
  return {
    ...state,
    call: state.call && state.call.id !== keep ? null : state.call,
    line: state.call && state.call.id !== keep ? null : state.line,
    pops: agent.state === 'ringing' ? state.pops : state.pops.filter((p) => p.call.id === keep),
  };
}

/** The pop the desk shows: the agent's call's own, else the newest. */
export function currentPop(state: DeskState): Pop | null {
  const id = state.agent?.callId ?? state.call?.id;
  return state.pops.find((p) => p.call.id === id) ?? (id ? null : (state.pops.at(-1) ?? null));
}

/** What the agent is shown to do: a pop comes because the phone rings, a moment before the word of that state. */
export function shownState(state: DeskState): AgentStateView['state'] | undefined {
  const pop = state.agent?.state === 'available' ? currentPop(state) : null;
  return pop && pop.call.direction !== 'outbound' ? 'ringing' : state.agent?.state;
}
