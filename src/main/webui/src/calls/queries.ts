import { queryOptions } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import type { CallView } from '../shared/api/types';

export const callQuery = (id: string) =>
  queryOptions({
    queryKey: ['call', id],
    queryFn: ({ signal }) => api.get<CallView>(`/calls/${encodeURIComponent(id)}`, undefined, signal),
  });
