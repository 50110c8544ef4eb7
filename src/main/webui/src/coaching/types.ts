import type { components } from '../shared/api/generated/openapi';
import type { SupervisedAgent } from '../shared/api/types';

export type Coaching = components['schemas']['Coaching'];
export type CoachMode = NonNullable<Coaching['mode']>;

export const coachModes: readonly CoachMode[] = ['listen', 'whisper', 'barge'];

/** An agent as far as somebody who answers for agents acts on one, be it on the board or in the list of agents. */
export interface Steerable {
  userId: string;
  name: string;
  extension: string;
  state: Pick<SupervisedAgent['state'], 'state' | 'reason' | 'next' | 'nextReason'>;
  /** The call of the agent's phone, null without one. */
  callId: string | null;
  /** Whether the reader answers for the agent. */
  steerable: boolean;
}
