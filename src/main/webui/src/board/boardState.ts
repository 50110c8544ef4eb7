import type { BoardAgent, BoardAlarm, BoardCall, BoardMessage, BoardQueue, BoardSnapshot, Interval } from './messages';

/** Queues and agents as far as this page has heard. */
export interface BoardState extends Omit<BoardSnapshot, 'pbx'> {
  /** Null before the first snapshot. */
  seq: number | null;
  /** When the last message was said. */
  at: string | null;
  pbx: BoardSnapshot['pbx'] | null;
  /** What of the alarms is new: raised or over with the last message that told of any. */
  news: readonly BoardAlarm[];
}

export const emptyBoard: BoardState = {
  seq: null, at: null, day: '', timeZone: '', dayFrom: '', dayTo: '', formula: '', pbx: null, queues: [], agents: [], alarms: [], news: [],
};

const same = (a: BoardAlarm) => (b: BoardAlarm) => a.queue === b.queue && a.kind === b.kind;

/** One message folded in. Messages already seen change nothing; a snapshot stands for all before it, unless it is older than what is known. */
export function fold(state: BoardState, message: BoardMessage): BoardState {
  if (message.type === 'snapshot') {
    // One that was kept for those who resume comes after a newer one.
    if (state.at !== null && Date.parse(message.at) < Date.parse(state.at)) return state;
    const { seq, at, day, timeZone, dayFrom, dayTo, formula, pbx, queues, agents, alarms } = message;
    const raised = alarms.filter((alarm) => !state.alarms.some(same(alarm)));
    const over = state.alarms.filter((alarm) => !alarms.some(same(alarm))).map((alarm) => ({ ...alarm, over: at }));
    const news = [...raised, ...over];
    return { seq, at, day, timeZone, dayFrom, dayTo, formula, pbx, queues, agents, alarms, news: news.length > 0 ? news : state.news };
  }
  // Before a snapshot there is nothing to put it into.
  if (message.type === 'pong' || state.seq === null || message.seq <= state.seq) return state;
  const next = { ...state, seq: message.seq, at: message.at };
  switch (message.type) {
    case 'queue':
      return { ...next, queues: state.queues.map((queue) => (queue.name === message.queue.name ? withIntervals(message.queue, queue.intervals) : queue)) };
    case 'agent':
      return { ...next, agents: state.agents.map((agent) => (agent.userId === message.agent.userId ? message.agent : agent)) };
    case 'call':
      return {
        ...next,
        queues: state.queues.map((queue) => withCallWaiting(queue, message.call)),
        agents: state.agents.map((agent) => withCallInHand(agent, message.call)),
      };
    case 'alarm': {
      const others = state.alarms.filter((alarm) => !same(message.alarm)(alarm));
      return { ...next, alarms: message.alarm.over ? others : [...others, message.alarm], news: [message.alarm] };
    }
  }
}

/** A queue's message tells of the quarters that changed: the others stay. */
function withIntervals(queue: BoardQueue, before: readonly Interval[]): BoardQueue {
  const all = new Map([...before, ...queue.intervals].map((interval) => [interval.from, interval]));
  return { ...queue, intervals: [...all.values()].sort((a, b) => Date.parse(a.from) - Date.parse(b.from)) };
}

function withCallWaiting(queue: BoardQueue, call: BoardCall): BoardQueue {
  if (!queue.waiting.some((waiting) => waiting.call.id === call.id)) return queue;
  return { ...queue, waiting: queue.waiting.map((waiting) => (waiting.call.id === call.id ? { ...waiting, call } : waiting)) };
}

const withCallInHand = (agent: BoardAgent, call: BoardCall): BoardAgent =>
  agent.call?.call.id === call.id ? { ...agent, call: { ...agent.call, call } } : agent;
