import type { CoachMode } from '../coaching/types';
import type { AgentState, CallDirection } from '../shared/api/types';

/** What is said on the board's socket; see docs/board.md. */
export type BoardMessage = { seq: number; at: string } & (
  | ({ type: 'snapshot' } & BoardSnapshot)
  | { type: 'queue'; queue: BoardQueue }
  | { type: 'agent'; agent: BoardAgent }
  | { type: 'call'; call: BoardCall }
  | { type: 'alarm'; alarm: BoardAlarm }
  | { type: 'pong' }
);

export interface BoardSnapshot {
  day: string;
  timeZone: string;
  dayFrom: string;
  dayTo: string;
  formula: string;
  pbx: BoardPbx;
  queues: BoardQueue[];
  agents: BoardAgent[];
  alarms: BoardAlarm[];
}

export interface BoardPbx {
  state: 'connecting' | 'up' | 'down' | 'refused';
  since: string;
  /** How far the clock of instants within calls is ahead of the service's. */
  aheadMs: number;
}

/** What became of the callers who joined a queue in the day or in a quarter of an hour. */
export interface Figures {
  /** All who joined, those who still wait too. */
  offered: number;
  answered: number;
  answeredInTime: number;
  abandoned: number;
  shortAbandoned: number;
  /** Whom the queue did not keep. */
  overflowed: number;
  /** Null while nobody was answered. */
  averageAnswerMs: number | null;
  /** Percent; null while there is nothing to divide by. */
  serviceLevel: number | null;
}

export interface Interval extends Figures {
  from: string;
}

export interface BoardQueue {
  name: string;
  label: string;
  labelZh?: string | null;
  serviceLevelSeconds: number;
  serviceLevelTarget: number;
  waitingCount: number;
  longestSince: string | null;
  /** Those who wait longest first; 100 at most. */
  waiting: Waiting[];
  today: Figures;
  /** Quarters of an hour that are not empty; in a message those that changed. */
  intervals: Interval[];
}

export interface Waiting {
  since: string;
  /** Extensions of the agents whose phones ring for this caller just now. */
  ringing: string[];
  call: BoardCall;
}

export interface BoardCall {
  id: string;
  direction: CallDirection;
  from: string | null;
  fromName: string | null;
  withheld: boolean;
  to: string | null;
  number: string | null;
  queue: string | null;
  startedAt: string;
  onHold: boolean;
  /** With which the caller waits, as routing gave it: the highest is served first, 0 is the usual one. */
  priority: number;
  customers: { id: string; name: string; contactName: string | null; vip: boolean }[];
}

export interface BoardAgent {
  userId: string;
  name: string;
  extension: string;
  teamId: string | null;
  teamName: string | null;
  state: AgentState;
  since: string;
  reason: string | null;
  phoneReachable: boolean;
  queues: string[];
  call: { since: string; call: BoardCall } | null;
  /** Who takes part in the agent's talk; older services do not say. */
  coaches?: { name: string; mode: CoachMode | null }[];
}

export type AlarmKind = 'waiting' | 'longest-wait' | 'service-level';

export interface BoardAlarm {
  queue: string;
  kind: AlarmKind;
  limit: number;
  /** That of the moment it was raised. */
  value: number;
  since: string;
  over: string | null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const has = (value: unknown, key: string) => isObject(value) && typeof value[key] === 'string';

/** The message in a frame, or null when it is none that this page knows: newer services may say more. */
export function parseBoardMessage(text: unknown): BoardMessage | null {
  if (typeof text !== 'string') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || typeof value['seq'] !== 'number') return null;
  const known = () => {
    switch (value['type']) {
      case 'snapshot':
        return Array.isArray(value['queues']) && Array.isArray(value['agents']) && Array.isArray(value['alarms']) && isObject(value['pbx']);
      case 'queue':
        return has(value['queue'], 'name');
      case 'agent':
        return has(value['agent'], 'userId');
      case 'call':
        return has(value['call'], 'id');
      case 'alarm':
        return has(value['alarm'], 'kind');
      case 'pong':
        return true;
      default:
        return false;
    }
  };
  return known() ? (value as unknown as BoardMessage) : null;
}
