import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../shared/api/client';

export const blockedQuery = (id: string) =>
  queryOptions({
    queryKey: ['blocked-number', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/blocked-numbers/{id}', { params: { path: { id } }, signal })),
  });
