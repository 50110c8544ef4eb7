import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '../shared/api/client';
import type { AgentStateInput, AgentStateView } from '../shared/api/types';
import { useDesk } from './deskStore';

/** For want of what the agent was set aside, or will be after the call; null for who was not. */
export function asideFor({ goneSince, reason, nextReason }: AgentStateView): 'away' | 'phone' | null {
  const why = reason ?? nextReason;
  return goneSince && (why === 'away' || why === 'phone') ? why : null;
}

/** `wrap-up` asks for the whole wrap-up time once more. */
export type Wish = AgentStateInput['state'];

/** Sets the agent's own state; the answer is shown at once, the socket's word follows. */
export function useSetState() {
  return useMutation({
    mutationFn: (wish: AgentStateInput) => answer(api.PUT('/api/v1/agents/me/state', { body: wish })),
    onSuccess: (agent) => useDesk.getState().agentIs(agent),
  });
}

const codes = (path: '/api/v1/break-reasons' | '/api/v1/dispositions') => ({
  queryKey: ['codes', path],
  queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.GET(path, { signal })),
  staleTime: Infinity,
});

export const useBreakReasons = () => useQuery(codes('/api/v1/break-reasons')).data ?? [];
export const useDispositions = () => useQuery(codes('/api/v1/dispositions')).data ?? [];

export interface WrapUpDraft {
  disposition: string | null;
  notes: string;
}

/** Said in passing: the browser sends it to its end when the page is left or loaded again in that moment. */
const inPassing = { keepalive: true };

export const saveWrapUp = (callId: string, draft: WrapUpDraft, done: boolean) =>
  answer(api.PUT('/api/v1/calls/{id}/wrap-up', { params: { path: { id: callId } }, body: { ...draft, done }, ...inPassing }));

export const chooseCustomer = (callId: string, customerId: string, contactId?: string) =>
  api.PUT('/api/v1/calls/{id}/customer', { params: { path: { id: callId } }, body: { customerId, ...(contactId ? { contactId } : {}) }, ...inPassing });
