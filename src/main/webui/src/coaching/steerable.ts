import type { BoardAgent } from '../board/messages';
import type { SupervisedAgent, UserView } from '../shared/api/types';
import type { Steerable } from './types';

/** Administrators answer for everybody, supervisors for their team. */
export const answersFor = (me: Pick<UserView, 'roles' | 'teamId'>, teamId: string | null | undefined) =>
  me.roles.includes('administrator') || (me.roles.includes('supervisor') && Boolean(teamId) && teamId === me.teamId);

export const ofList = ({ userId, name, extension, state, call, steerable }: SupervisedAgent): Steerable => ({
  userId, name, extension, state, callId: call?.id ?? null, steerable,
});

/** The board does not say what follows a call. */
export const ofBoard = (agent: BoardAgent, me: Pick<UserView, 'roles' | 'teamId'>): Steerable => ({
  userId: agent.userId,
  name: agent.name,
  extension: agent.extension,
  state: { state: agent.state, reason: agent.reason, next: null, nextReason: null },
  callId: agent.call?.call.id ?? null,
  steerable: answersFor(me, agent.teamId),
});
