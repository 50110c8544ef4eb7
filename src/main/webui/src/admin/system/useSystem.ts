import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api } from '../../shared/api/client';
import type { SystemView } from '../../shared/api/types';
import { merged } from './history';

const LIVE = '/api/v1/system/live';
/** An event stream that was refused is closed for good by the browser: this much later it is asked for again. */
const AGAIN_MS = 10_000;

const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/system', { signal })),
});

/** How everything is doing, kept fresh by the service's own stream; `live` is false while that is broken. */
export function useSystem() {
  const client = useQueryClient();
  const query = useQuery(systemQuery);
  const [live, setLive] = useState(true);

  useEffect(() => {
    let stream: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const readAnew = () => void client.invalidateQueries({ queryKey: systemQuery.queryKey });
    const open = () => {
      stream = new EventSource(LIVE);
      stream.onopen = () => setLive(true);
      stream.onmessage = (event: MessageEvent<string>) => {
        const held = client.getQueryData(systemQuery.queryKey);
        const next = held && merged(held, JSON.parse(event.data) as SystemView);
        if (next) client.setQueryData(systemQuery.queryKey, next);
        else if (held) readAnew();
      };
      stream.onerror = () => {
        // The stream ends now and then and comes back by itself; only one that stays away is worth a word.
        if (stream.readyState !== EventSource.CLOSED) return;
        setLive(false);
        readAnew();
        again = setTimeout(open, AGAIN_MS);
      };
    };
    open();
    return () => {
      clearTimeout(again);
      stream.close();
    };
  }, [client]);

  return { query, live };
}
