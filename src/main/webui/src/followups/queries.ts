import { queryOptions } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import type { FollowUpView } from '../shared/api/types';

export const followUpQuery = (id: string) =>
  queryOptions({
    queryKey: ['follow-up', id],
    queryFn: ({ signal }) => api.get<FollowUpView>(`/follow-ups/${encodeURIComponent(id)}`, undefined, signal),
  });

export const markDone = (followUp: FollowUpView) =>
  api.patch<FollowUpView>(`/follow-ups/${followUp.id}`, { status: 'done' }, followUp.version);
