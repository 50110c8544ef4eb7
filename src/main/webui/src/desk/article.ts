import { useCallback } from 'react';
import { useGo, usePath, useUrlSearch } from '../shared/go';

const DESK = '/desk';

/** The article that is open on the desk, by its id; none elsewhere. */
export const useDeskArticle = () => useUrlSearch()['article'] ?? null;

/** Opens an article: on the desk beside the call, elsewhere in its own room. */
export function useOpenArticle() {
  const go = useGo();
  const path = usePath();
  return useCallback(
    (id: string) => (path === DESK ? go(DESK, { search: (before) => ({ ...before, article: id }) }) : go(`/knowledge/${encodeURIComponent(id)}`, { search: {} })),
    [go, path],
  );
}
