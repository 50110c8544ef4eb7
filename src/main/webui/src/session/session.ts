import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../shared/api/client';
import type { Role, UserView } from '../shared/api/types';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/me', { signal })),
  staleTime: 5 * 60_000,
  retry: false,
});

/** The signed-in person; only used below the frame, where there is one. */
export function useMe(): UserView {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('no session');
  return data;
}

export async function signIn(username: string, password: string): Promise<UserView> {
  // The answer also carries the token, for other clients; this page lives by the HttpOnly cookie alone.
  const { user } = await answer(api.POST('/api/v1/session', { body: { username, password } }));
  return user;
}

export const signOut = () => api.DELETE('/api/v1/session');

export type Room = 'desk' | 'board' | 'reports' | 'agents' | 'customers' | 'calls' | 'tickets' | 'follow-ups' | 'knowledge' | 'scripts' | 'users' | 'queues' | 'ticket-rules' | 'routing' | 'blocked-numbers' | 'audit' | 'system';

const rooms: Record<Role, readonly Room[]> = {
  agent: ['customers', 'calls', 'tickets', 'follow-ups', 'knowledge'],
  sales: ['customers', 'calls', 'tickets', 'follow-ups', 'knowledge'],
  'campaign-manager': ['board', 'reports', 'customers', 'calls', 'knowledge', 'scripts'],
  supervisor: ['board', 'reports', 'agents', 'customers', 'calls', 'tickets', 'follow-ups', 'knowledge', 'scripts', 'queues', 'ticket-rules', 'routing', 'blocked-numbers'],
  administrator: ['board', 'reports', 'agents', 'customers', 'calls', 'tickets', 'follow-ups', 'knowledge', 'scripts', 'queues', 'ticket-rules', 'routing', 'blocked-numbers', 'users', 'audit', 'system'],
};

/** Rooms this person may enter. The service decides what they may do there; this only keeps dead ends out of sight. */
export function roomsOf(user: UserView): Set<Room> {
  const found = new Set<Room>(user.roles.flatMap((role) => rooms[role] ?? []));
  if (user.extension && user.roles.some((role) => role !== 'campaign-manager')) return new Set<Room>(['desk', ...found]);
  return found;
}

export const mayWriteCustomers = (user: UserView) => user.roles.some((role) => role !== 'campaign-manager');

/** Whose calls are refused or go first is for administrators to say. */
export const mayWriteRouting = (user: UserView) => user.roles.includes('administrator');

/** Who answers for others also says what they should know. */
export const mayWriteArticles = (user: UserView) => user.roles.some((role) => role === 'administrator' || role === 'supervisor');

/** Who answers for agents takes part in their calls, and moves those who wait. */
export const mayCoach = (user: UserView) => user.roles.some((role) => role === 'administrator' || role === 'supervisor');

/** Who answers for others' calls opens any; everybody else those they took. */
export const mayOpenCall = (user: UserView, agent: string | null | undefined) =>
  user.roles.some((role) => role === 'administrator' || role === 'supervisor' || role === 'campaign-manager') || (Boolean(agent) && agent === user.extension);

/** Where a person's work begins: at the telephone, with one's customers, or over everybody's calls. */
export function homeOf(user: UserView): string {
  if (roomsOf(user).has('desk')) return '/desk';
  return user.roles.every((role) => role === 'sales') ? '/customers' : '/calls';
}
