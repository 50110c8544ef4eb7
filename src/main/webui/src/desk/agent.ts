import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import type { AgentStateView, WrapUpView } from '../shared/api/types';
import { useDesk } from './deskStore';

/** `wrap-up` asks for the whole wrap-up time once more. */
export type Wish = 'available' | 'break' | 'offline' | 'wrap-up';

/** Sets the agent's own state; the answer is shown at once, the socket's word follows. */
export function useSetState() {
  return useMutation({
    mutationFn: (wish: { state: Wish; reason?: string }) => api.put<AgentStateView>('/agents/me/state', wish),
    onSuccess: (agent) => useDesk.getState().agentIs(agent),
  });
}

const codes = (path: string) => ({
  queryKey: ['codes', path],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get<{ key: string }[]>(path, undefined, signal),
  staleTime: Infinity,
});

export const useBreakReasons = () => useQuery(codes('/break-reasons')).data ?? [];
export const useDispositions = () => useQuery(codes('/dispositions')).data ?? [];

export interface WrapUpDraft {
  disposition: string | null;
  notes: string;
}

export const saveWrapUp = (callId: string, draft: WrapUpDraft, done: boolean) =>
  api.put<WrapUpView>(`/calls/${encodeURIComponent(callId)}/wrap-up`, { ...draft, done });

export const chooseCustomer = (callId: string, customerId: string) =>
  api.put<void>(`/calls/${encodeURIComponent(callId)}/customer`, { customerId });
