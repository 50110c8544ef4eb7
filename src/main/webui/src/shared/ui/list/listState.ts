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

/**
 * A day of the URL in the reader's zone: `2026-11-01`, `today`, or `today-6` for six days before, so that a view kept
 * today still says what it means tomorrow. Null for anything else.
 */
export function dayAt(text: string | undefined, nowMs: number): Date | null {
  const relative = /^today(?:-(\d{1,3}))?$/.exec(text ?? '');
  if (relative) {
    const day = new Date(nowMs);
    day.setHours(0, 0, 0, 0);
    day.setDate(day.getDate() - Number(relative[1] ?? 0));
    return day;
  }
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00`);
  return Number.isNaN(day.getTime()) ? null : day;
}

/** A day range of the URL, both ends inclusive, as the instants the service filters by. */
export function dayRange(from: string | undefined, to: string | undefined, nowMs = Date.now()): Query {
  const end = dayAt(to, nowMs);
  end?.setDate(end.getDate() + 1);
  return { from: dayAt(from, nowMs)?.toISOString(), to: end?.toISOString() };
}

/** The part of the URL that a view keeps, as a query string in a steady order: filters, search text and sort. */
export function viewSearch(search: UrlSearch, filterKeys: readonly string[]): string {
  const params = new URLSearchParams();
  for (const key of [...filterKeys, 'q', 'sort'].toSorted()) if (search[key]) params.set(key, search[key]);
  return params.toString();
}

/** Does the URL stand at this view: all of the view's filters, and no other filter of the list. How it is sorted is no matter. */
export function isView(search: UrlSearch, view: UrlSearch, filterKeys: readonly string[]): boolean {
  const keys = new Set([...filterKeys, ...Object.keys(view)]);
  keys.delete('sort');
  for (const key of keys) if ((search[key] ?? '') !== (view[key] ?? '')) return false;
  return true;
}

/** Which rows of fixed height are on screen, with some more above and below. */
export function windowOf(scrollTop: number, height: number, rowHeight: number, count: number, overscan = 8) {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan);
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + overscan);
  return { first: Math.min(first, count), last };
}
