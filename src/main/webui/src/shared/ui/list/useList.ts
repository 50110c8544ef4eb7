import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type Query } from '../../api/client';
import type { Page } from '../../api/types';

const PAGE = 60;

/** Pages of a list by cursor, flattened; every list lives under the cache key `['list', name]`. */
export function useList<T>(name: string, path: string, query: Query) {
  const result = useInfiniteQuery({
    queryKey: ['list', name, query],
    queryFn: ({ pageParam, signal }) => api.get<Page<T>>(path, { ...query, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => result.data?.pages.flatMap((page) => page.items) ?? [], [result.data]);
  return { ...result, rows, total: result.data?.pages[0]?.total ?? 0 };
}
