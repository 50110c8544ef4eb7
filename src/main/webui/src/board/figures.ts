import type { AgentState } from '../shared/api/types';
import type { BoardAgent, BoardAlarm, BoardPbx, BoardQueue, Figures, Interval } from './messages';

export const QUARTER = 15 * 60_000;

/** In the order in which a supervisor looks for them. */
export const agentStates: readonly AgentState[] = ['available', 'ringing', 'on-call', 'wrap-up', 'break', 'offline'];

/** A percentage with one decimal as the service gives it: answered in time of those offered but for short abandons. */
export function serviceLevelOf({ answeredInTime, offered, shortAbandoned }: Pick<Figures, 'answeredInTime' | 'offered' | 'shortAbandoned'>): number | null {
  const of = offered - shortAbandoned;
  return of > 0 ? Math.round((1000 * answeredInTime) / of) / 10 : null;
}

/** Figures of several queues or quarters together. */
export function sum(all: readonly Figures[]): Figures {
  const add = (of: (figures: Figures) => number) => all.reduce((total, figures) => total + of(figures), 0);
  const answered = add((f) => f.answered);
  const counts = {
    offered: add((f) => f.offered), answered, answeredInTime: add((f) => f.answeredInTime),
    abandoned: add((f) => f.abandoned), shortAbandoned: add((f) => f.shortAbandoned), overflowed: add((f) => f.overflowed),
  };
  const waited = add((f) => (f.averageAnswerMs ?? 0) * f.answered);
  return { ...counts, averageAnswerMs: answered > 0 ? Math.round(waited / answered) : null, serviceLevel: serviceLevelOf(counts) };
}

/** The instant at which the longest waiting caller of all joined; null when nobody waits. */
export const longestOf = (queues: readonly Pick<BoardQueue, 'longestSince'>[]): string | null =>
  queues.flatMap((q) => q.longestSince ?? []).sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;

export type Level = 'good' | 'near' | 'below' | 'none';

/** How a service level stands to its target: up to ten points below it is near. */
export function levelOf(serviceLevel: number | null, target: number): Level {
  if (serviceLevel === null) return 'none';
  if (serviceLevel >= target) return 'good';
  return serviceLevel >= target - 10 ? 'near' : 'below';
}

export const alarmsOf = (alarms: readonly BoardAlarm[], queue: string) => alarms.filter((alarm) => alarm.queue === queue);

/** How many agents are in each state. */
export function byState(agents: readonly BoardAgent[]): Record<AgentState, number> {
  const counts: Record<AgentState, number> = { available: 0, ringing: 0, 'on-call': 0, 'wrap-up': 0, break: 0, offline: 0 };
  for (const agent of agents) counts[agent.state]++;
  return counts;
}

/** Agents that serve the queue and are in one of the states, if asked for. Their order stays, so that no row moves under the eye. */
export function narrowed(agents: readonly BoardAgent[], queue?: string, states?: string): BoardAgent[] {
  const wanted = states?.split(',');
  return agents.filter((agent) => (!queue || agent.queues.includes(queue)) && (!wanted || wanted.includes(agent.state)));
}

const FEWEST = 16;

/** The first quarter of an hour that charts show: that of the day's first caller, but four hours ago at the latest. */
export function chartFrom(queues: readonly Pick<BoardQueue, 'intervals'>[], dayFrom: string, nowMs: number): number {
  const first = queues.flatMap((queue) => queue.intervals.slice(0, 1).map((interval) => Date.parse(interval.from)));
  const current = Math.floor(nowMs / QUARTER) * QUARTER;
  return Math.max(Date.parse(dayFrom), Math.min(current - (FEWEST - 1) * QUARTER, ...first));
}

const nothing: Figures = { offered: 0, answered: 0, answeredInTime: 0, abandoned: 0, shortAbandoned: 0, overflowed: 0, averageAnswerMs: null, serviceLevel: null };

/** Every quarter of an hour from one to the present, empty ones too. */
export function quarters(intervals: readonly Interval[], fromMs: number, nowMs: number): Interval[] {
  const known = new Map(intervals.map((interval) => [Date.parse(interval.from), interval]));
  const count = Math.max(1, Math.floor((nowMs - fromMs) / QUARTER) + 1);
  return Array.from({ length: count }, (_, i) => {
    const at = fromMs + i * QUARTER;
    return known.get(at) ?? { from: new Date(at).toISOString(), ...nothing };
  });
}

/** Milliseconds from an instant to now, or to when it stood still; `aheadMs` is that of the clock the instant was told by. */
export const elapsed = (since: string, nowMs: number, aheadMs = 0): number => Math.max(0, nowMs - (Date.parse(since) - aheadMs));

/** When the board stopped hearing of what it shows: its line was lost, or the service's link to the PBX; null while all is live. */
export function stoodStillAt(lostAt: number | null, pbx: Pick<BoardPbx, 'state' | 'since'> | null): number | null {
  const pbxLost = pbx && pbx.state !== 'up' ? Date.parse(pbx.since) : null;
  if (lostAt === null || pbxLost === null) return lostAt ?? pbxLost;
  return Math.min(lostAt, pbxLost);
}
