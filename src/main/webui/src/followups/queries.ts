import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../shared/api/client';
import type { FollowUpView } from '../shared/api/types';

export const followUpQuery = (id: string) =>
  queryOptions({
    queryKey: ['follow-up', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/follow-ups/{id}', { params: { path: { id } }, signal })),
  });

export const markDone = (followUp: FollowUpView) =>
  answer(
    api.PATCH('/api/v1/follow-ups/{id}', { params: { path: { id: followUp.id }, header: ifMatch(followUp.version) }, body: { status: 'done' } }),
  );
