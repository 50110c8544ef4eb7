import { queryOptions } from '@tanstack/react-query';
import { api } from './api/client';
import type { InfoView } from './api/types';

/** What runs here: version, demo or not, and how the PBX is doing. The desk socket's notices make it read anew. */
export const infoQuery = queryOptions({
  queryKey: ['info'],
  queryFn: ({ signal }) => api.get<InfoView>('/info', undefined, signal),
  staleTime: 60_000,
  refetchOnWindowFocus: true,
});
