import { useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Query part of the URL: plain strings, nothing encoded as JSON, so that people can read and share it. */
export type UrlSearch = Record<string, string>;

export function parseSearch(search: string): UrlSearch {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(key, value);
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

interface GoOptions {
  search?: UrlSearch | ((before: UrlSearch) => UrlSearch);
  replace?: boolean;
}

/** Goes to a path; the query part stays as it is unless told otherwise. */
export function useGo() {
  const navigate = useNavigate();
  return useCallback(
    (path: string, options: GoOptions = {}) =>
      navigate({
        to: path as never,
        search: (options.search ?? ((before: UrlSearch) => before)) as never,
        replace: options.replace ?? false,
      }),
    [navigate],
  );
}

export const useUrlSearch = () => useSearch({ strict: false }) as UrlSearch;

/** The id in the path of the open detail, if one is open. */
export const useOpenId = () => (useParams({ strict: false }) as { id?: string }).id;

export const usePath = () => useRouterState({ select: (s) => s.location.pathname });
