import { ws } from 'msw';
import type { AgentState } from '../shared/api/types';
import { serviceLevelOf, sum } from '../board/figures';
import type { BoardAgent, BoardAlarm, BoardCall, BoardQueue, Interval, Waiting } from '../board/messages';
import { everybody } from './agents';
import { customers, queues } from './data';

const QUARTER = 15 * 60_000;
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
const midnight = () => new Date(new Date().setHours(0, 0, 0, 0));
let serial = 0;

function callTo(queue: string, seconds: number): BoardCall {
  const n = ++serial;
  const customer = n % 3 === 1 ? undefined : customers[n];
  const withheld = n % 7 === 1;
  const number = withheld ? null : (customer?.contacts[0]?.phones[0]?.e164 ?? `+8613800138${String(100 + n)}`);
  return {
    id: `tl-board.${n}`, direction: 'inbound', from: number, fromName: null, withheld, to: '+864008001000', number, queue, startedAt: ago(seconds), onHold: false,
    priority: customer?.vip && !withheld ? 10 : 0,
    customers: customer && !withheld ? [{ id: customer.id, name: customer.name, contactName: customer.contacts[0]?.name ?? null, vip: customer.vip }] : [],
  };
}

const join = (queue: string, seconds: number): Waiting => ({ since: ago(seconds), ringing: [], call: callTo(queue, seconds) });

/** A working day so far: few calls early, most before noon. */
function dayOf(share: number): Interval[] {
  const from = Math.max(midnight().getTime(), Math.floor(Date.now() / QUARTER) * QUARTER - 30 * QUARTER);
  const count = Math.floor((Date.now() - from) / QUARTER) + 1;
  return Array.from({ length: count }, (_, i) => {
    const offered = Math.round(share * (4 + 9 * Math.sin((i / 30) * Math.PI) + (i * 7) % 5));
    const abandoned = offered > 6 ? i % 3 : 0;
    const shortAbandoned = i % 6 === 4 ? 1 : 0;
    const answered = Math.max(0, offered - abandoned - shortAbandoned);
    const counts = { offered, answered, answeredInTime: Math.max(0, answered - (i % 4)), abandoned, shortAbandoned, overflowed: 0 };
    return { from: new Date(from + i * QUARTER).toISOString(), ...counts, averageAnswerMs: answered ? 6000 + ((i * 911) % 14_000) : null, serviceLevel: serviceLevelOf(counts) };
  });
}

function queueOf(queue: (typeof queues)[number], at: number): BoardQueue {
  const intervals = dayOf(1 / (at + 1));
  const waiting = at === 0 ? [join(queue.name, 74), join(queue.name, 31), join(queue.name, 6)] : [];
  return {
    name: queue.name, label: queue.label, labelZh: queue.labelZh ?? null, serviceLevelSeconds: queue.serviceLevelSeconds, serviceLevelTarget: queue.serviceLevelTarget,
    waitingCount: waiting.length, longestSince: waiting[0]?.since ?? null, waiting, today: sum(intervals), intervals,
  };
}

const agentOf = ({ userId, name, extension, teamId, teamName, queues: served, state, call }: ReturnType<typeof everybody>[number]): BoardAgent => ({
  userId, name, extension, teamId: teamId ?? null, teamName: teamName ?? null, state: state.state, since: state.since, reason: state.reason ?? null,
  phoneReachable: state.phoneReachable, queues: served, call: call ? { since: state.since, call: callTo('support', 214) } : null,
});

let seq = 1;
let shown: BoardQueue[] = [];
let agents: BoardAgent[] = [];
let alarms: BoardAlarm[] = [];
const clients = new Set<{ send: (text: string) => void; close: (code?: number) => void }>();
const tell = (message: object) => clients.forEach((c) => c.send(JSON.stringify({ seq: ++seq, at: ago(0), ...message })));

function begin() {
  if (shown.length > 0) return;
  shown = queues.map(queueOf);
  agents = everybody().map(agentOf);
  alarms = [{ queue: 'support', kind: 'longest-wait', limit: 60, value: 61, since: ago(14), over: null }];
}

/** `mockBoard.call('sales')`, `.answer('sales')`, `.alarm('sales')`, `.calm('sales')`, `.lose()`, and `.play()` for all by itself. */
export const board = {
  call: (name = 'support') => change(name, (waiting) => [...waiting, join(name, 0)], { offered: 1 }),
  answer: (name = 'support') => change(name, ([, ...rest]) => rest, { answered: 1, answeredInTime: 1 }),
  abandon: (name = 'support') => change(name, ([, ...rest]) => rest, { abandoned: 1 }),
  agent(extension: string, state: AgentState) {
    agents = agents.map((a) => (a.extension === extension ? { ...a, state, since: ago(0), reason: null, call: state === 'on-call' ? { since: ago(0), call: callTo('support', 12) } : null } : a));
    tell({ type: 'agent', agent: agents.find((a) => a.extension === extension) });
  },
  alarm(name = 'support', kind: BoardAlarm['kind'] = 'waiting') {
    const alarm: BoardAlarm = { queue: name, kind, limit: 3, value: 4, since: ago(0), over: null };
    alarms = [...alarms, alarm];
    tell({ type: 'alarm', alarm });
  },
  calm(name = 'support') {
    for (const alarm of alarms.filter((a) => a.queue === name)) tell({ type: 'alarm', alarm: { ...alarm, over: ago(0) } });
    alarms = alarms.filter((a) => a.queue !== name);
  },
  lose: () => clients.forEach((c) => c.close()),
  play: (ms = 2500): ReturnType<typeof setInterval> => setInterval(() => board[Math.random() < 0.5 ? 'call' : 'answer'](Math.random() < 0.7 ? 'support' : 'sales'), ms),
};

function change(name: string, of: (waiting: Waiting[]) => Waiting[], more: Partial<Record<'offered' | 'answered' | 'answeredInTime' | 'abandoned', number>>) {
  begin();
  shown = shown.map((queue) => {
    if (queue.name !== name) return queue;
    const waiting = of(queue.waiting);
    const intervals = queue.intervals.map((interval, i) => {
      if (i < queue.intervals.length - 1) return interval;
      const counts = { ...interval };
      for (const [key, by] of Object.entries(more) as [keyof typeof more, number][]) counts[key] += by;
      return { ...counts, serviceLevel: serviceLevelOf(counts) };
    });
    return { ...queue, waiting, waitingCount: waiting.length, longestSince: waiting[0]?.since ?? null, intervals, today: sum(intervals) };
  });
  const queue = shown.find((q) => q.name === name);
  tell({ type: 'queue', queue: queue && { ...queue, intervals: queue.intervals.slice(-1) } });
}

export const boardSocket = ws.link('ws://*/api/v1/board').addEventListener('connection', ({ client }) => {
  begin();
  const peer = { send: (text: string) => client.send(text), close: (code?: number) => client.close(code) };
  clients.add(peer);
  client.addEventListener('close', () => clients.delete(peer));
  const from = midnight();
  client.send(
    JSON.stringify({
      seq: ++seq, type: 'snapshot', at: ago(0), day: ago(0).slice(0, 10), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      dayFrom: from.toISOString(), dayTo: new Date(from.getTime() + 24 * 60 * 60_000).toISOString(), formula: 'answered-in-time/(offered-short-abandoned)',
      pbx: { state: 'up', since: ago(7200), aheadMs: 0 }, queues: shown, agents, alarms,
    }),
  );
});
