import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './api/client';

/** What runs here: version, demo or not, and how the PBX is doing. The desk socket's notices make it read anew. */
export const infoQuery = queryOptions({
  queryKey: ['info'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/info', { signal })),
  staleTime: 60_000,
  refetchOnWindowFocus: true,
});
