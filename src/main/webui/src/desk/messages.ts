import type { Coaching } from '../coaching/types';
import type { PhoneAsked } from '../phone/asked';
import type { AgentStateView, CallView, FollowUpView, LineView, Pop, TicketView } from '../shared/api/types';

/** The reader's part in an agent's call, and who takes part in the reader's own. */
export interface Coached {
  own: Coaching | null;
  with: readonly Coaching[];
}

/** What the desk socket says. Each carries the number of its place in the agent's stream. */
export type DeskMessage = { seq: number; at?: string } & (
  | { type: 'snapshot'; agent: AgentStateView | null; calls: CallView[]; lines?: Record<string, LineView>; pops: Pop[]; coaching?: Coached; serverTime?: string }
  | ({ type: 'pop' } & Pop)
  | { type: 'call'; call: CallView; line?: LineView | null; gone: boolean }
  | { type: 'agent'; agent: AgentStateView }
  | { type: 'task'; event: string; id: string; facts: Partial<TicketView> & Partial<FollowUpView> & { comment?: { authorName?: string | null; internal: boolean } } }
  | { type: 'notice'; code: string; params?: Record<string, unknown> }
  | ({ type: 'coaching' } & Coached)
  | ({ type: 'phone'; callId: string } & PhoneAsked)
);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isCallRef = (value: unknown): value is { id: string } => isObject(value) && typeof value['id'] === 'string';

const PHONE = new Set<unknown>(['answer', 'hold', 'resume', 'mute', 'unmute']);

/** The message in a frame, or null when it is none that this page knows: newer services may say more. */
export function parseMessage(text: unknown): DeskMessage | null {
  if (typeof text !== 'string') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || typeof value['seq'] !== 'number') return null;
  const message = value as unknown as DeskMessage;
  switch (value['type']) {
    case 'snapshot':
      return Array.isArray(value['calls']) && Array.isArray(value['pops']) ? message : null;
    case 'pop':
      return isCallRef(value['call']) && isObject(value['caller']) && Array.isArray(value['customers']) ? message : null;
    case 'call':
      return isCallRef(value['call']) ? message : null;
    case 'agent':
      return isObject(value['agent']) ? message : null;
    case 'task':
      return typeof value['event'] === 'string' && isObject(value['facts']) ? message : null;
    case 'notice':
      return typeof value['code'] === 'string' ? message : null;
    case 'coaching':
      return Array.isArray(value['with']) ? message : null;
    case 'phone':
      return typeof value['ask'] === 'string' && typeof value['until'] === 'string' && PHONE.has(value['action']) ? message : null;
    default:
      return null;
  }
}
