import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api, type Query } from '../../api/client';
import type { Page } from '../../api/types';
import type { ListPath } from './paths';

const PAGE = 60;

/** Pages of a list by cursor, flattened; every list lives under the cache key `['list', name]`. */
export function useList<T>(name: string, path: ListPath<T>, query: Query) {
  const result = useInfiniteQuery({
    queryKey: ['list', name, query],
    // The path's type says what its rows are; that all pages are alike is more than the compiler can see of all paths at once.
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET(path as '/api/v1/customers', { params: { query: { ...query, limit: PAGE, cursor: pageParam } }, signal })) as Promise<Page<unknown>> as Promise<Page<T>>,
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => result.data?.pages.flatMap((page) => page.items) ?? [], [result.data]);
  return { ...result, rows, total: result.data?.pages[0]?.total ?? 0 };
}
