import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../shared/api/client';

export const callQuery = (id: string) =>
  queryOptions({
    queryKey: ['call', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/calls/{id}', { params: { path: { id } }, signal })),
  });
