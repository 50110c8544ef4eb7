import type { BoardAgent, BoardAlarm, BoardCall, BoardMessage, BoardQueue, Figures, Interval } from './messages';

/** A board to play with in tests; all of it begins at this instant. */
export const START = Date.parse('2026-11-23T08:40:00Z');
export const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();

export const figures = (part: Partial<Figures> = {}): Figures => ({
  offered: 0, answered: 0, answeredInTime: 0, abandoned: 0, shortAbandoned: 0, overflowed: 0, averageAnswerMs: null, serviceLevel: null, ...part,
});

export const interval = (from: string, part: Partial<Figures> = {}): Interval => ({ from, ...figures(part) });

export const call = (id: string, part: Partial<BoardCall> = {}): BoardCall => ({
  id, direction: 'inbound', from: '13800138000', fromName: null, withheld: false, to: '4008001000', number: '+8613800138000', queue: 'support', startedAt: at(0), onHold: false, priority: 0, customers: [], ...part,
});

export const queue = (name: string, part: Partial<BoardQueue> = {}): BoardQueue => ({
  name, label: name === 'support' ? 'Customer support' : name, labelZh: name === 'support' ? '客户服务' : null, serviceLevelSeconds: 20, serviceLevelTarget: 80,
  waitingCount: 0, longestSince: null, waiting: [], today: figures(), intervals: [], ...part,
});

export const agent = (n: number, name: string, part: Partial<BoardAgent> = {}): BoardAgent => ({
  userId: `u${n}`, name, extension: `100${n}`, teamId: null, teamName: null, state: 'available', since: at(0), reason: null, phoneReachable: true, queues: ['support'], call: null, ...part,
});

export const alarm = (part: Partial<BoardAlarm> = {}): BoardAlarm => ({ queue: 'support', kind: 'waiting', limit: 1, value: 2, since: at(0), over: null, ...part });

export const snapshot = (seq: number, part: Partial<Extract<BoardMessage, { type: 'snapshot' }>> = {}): BoardMessage => ({
  seq, type: 'snapshot', at: at(0), day: '2026-11-23', timeZone: 'UTC', dayFrom: '2026-11-23T00:00:00Z', dayTo: '2026-11-24T00:00:00Z',
  formula: 'answered-in-time/(offered-short-abandoned)', pbx: { state: 'up', since: at(-7200), aheadMs: 0 }, queues: [], agents: [], alarms: [], ...part,
});
