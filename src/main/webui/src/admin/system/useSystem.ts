import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../shared/api/client';
import type { SystemView } from '../../shared/api/types';
import { useEventStream } from '../../shared/api/useEventStream';
import { merged } from './history';

const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/system', { signal })),
});

/** How everything is doing, kept fresh by the service's own stream; `live` is false while that is broken. */
export function useSystem() {
  const client = useQueryClient();
  const query = useQuery(systemQuery);
  const readAnew = () => void client.invalidateQueries({ queryKey: systemQuery.queryKey });
  const live = useEventStream('/api/v1/system/live', {
    heard: (data) => {
      const held = client.getQueryData(systemQuery.queryKey);
      const next = held && merged(held, JSON.parse(data) as SystemView);
      if (next) client.setQueryData(systemQuery.queryKey, next);
      else if (held) readAnew();
    },
    lost: readAnew,
  });
  return { query, live };
}
