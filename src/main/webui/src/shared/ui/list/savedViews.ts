import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../../api/client';
import type { SavedView } from '../../api/types';

const viewsQuery = (list: string) =>
  queryOptions({
    queryKey: ['views', list],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/views', { params: { query: { list, limit: 200 } }, signal }))).items,
    staleTime: 5 * 60_000,
  });

/** What of a list a view keeps. */
export type Kept = Pick<SavedView, 'search'> & { columns: string[] | null };

const none: SavedView[] = [];

/** The reader's own views of a list, in the order they were made. */
export const useSavedViews = (list: string): SavedView[] => useQuery(viewsQuery(list)).data ?? none;

/** Does the list stand as the view keeps it? */
export function isKept(view: SavedView, now: Kept): boolean {
  const columns = view.columns ?? null;
  if (view.search !== now.search || (columns === null) !== (now.columns === null)) return false;
  return columns === null || (columns.length === now.columns?.length && columns.every((key) => now.columns?.includes(key)));
}

/** Making, changing and deleting views; the list of them follows at once. */
export function useViewChanges(list: string) {
  const client = useQueryClient();
  const { queryKey } = viewsQuery(list);
  const become = (change: (before: SavedView[]) => SavedView[]) => client.setQueryData(queryKey, (before) => change(before ?? []));
  const anew = () => void client.invalidateQueries({ queryKey });
  return {
    create: useMutation({
      mutationFn: (view: Kept & { name: string }) => answer(api.POST('/api/v1/views', { body: { list, ...view } })),
      onSuccess: (made) => void become((before) => [...before, made]),
    }),
    change: useMutation({
      mutationFn: ({ view, ...changes }: { view: SavedView; name?: string; search?: string; columns?: string[] | null }) =>
        answer(api.PATCH('/api/v1/views/{id}', { params: { path: { id: view.id }, header: ifMatch(view.version) }, body: changes })),
      onSuccess: (changed) => void become((before) => before.map((v) => (v.id === changed.id ? changed : v))),
      onError: anew,
    }),
    remove: useMutation({
      mutationFn: (view: SavedView) => api.DELETE('/api/v1/views/{id}', { params: { path: { id: view.id }, header: ifMatch(view.version) } }),
      onSuccess: (_, gone) => void become((before) => before.filter((v) => v.id !== gone.id)),
      onError: anew,
    }),
  };
}
