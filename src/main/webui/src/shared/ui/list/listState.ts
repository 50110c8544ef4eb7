import type { UrlSearch } from '../../go';
import type { Query } from '../../api/client';

/** The URL with one or more filters changed; empty values leave it. */
export function withFilters(before: UrlSearch, changes: Record<string, string | undefined>): UrlSearch {
  const after: UrlSearch = {};
  for (const [key, value] of Object.entries({ ...before, ...changes })) if (value) after[key] = value;
  return after;
}

/** First click sorts up, second down, third back to the list's own order. */
export function nextSort(current: string | undefined, field: string): string | undefined {
  if (current === field) return `-${field}`;
  if (current === `-${field}`) return undefined;
  return field;
}

export function sortDirection(current: string | undefined, field: string | undefined): 'ascending' | 'descending' | 'none' {
  if (!field || !current) return 'none';
  if (current === field) return 'ascending';
  return current === `-${field}` ? 'descending' : 'none';
}

/** A day range of the URL (`2026-11-01`, both ends inclusive, reader's zone) as the instants the service filters by. */
export function dayRange(from: string | undefined, to: string | undefined): Query {
  const day = /^\d{4}-\d{2}-\d{2}$/;
  const start = from && day.test(from) ? new Date(`${from}T00:00:00`) : null;
  const end = to && day.test(to) ? new Date(`${to}T00:00:00`) : null;
  end?.setDate(end.getDate() + 1);
  return { from: start?.toISOString(), to: end?.toISOString() };
}

/** Does the URL stand at this view: all of the view's filters, and no other filter of the list. */
export function isView(search: UrlSearch, view: UrlSearch, filterKeys: readonly string[]): boolean {
  const keys = new Set([...filterKeys, ...Object.keys(view)]);
  for (const key of keys) if ((search[key] ?? '') !== (view[key] ?? '')) return false;
  return true;
}

/** Which rows of fixed height are on screen, with some more above and below. */
export function windowOf(scrollTop: number, height: number, rowHeight: number, count: number, overscan = 8) {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan);
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + overscan);
  return { first: Math.min(first, count), last };
}
