import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../shared/api/client';
import type { MarkedView, SearchHit, SearchView } from '../shared/api/types';
import type { Room } from '../session/session';

/** What one row of the search opens. */
export interface SearchRow {
  kind: string;
  key: string;
  /** Null for a colleague whom the reader can call and has no room to open in. */
  path: string | null;
  title: MarkedView;
  hit?: SearchHit;
}

export interface SearchRowGroup {
  kind: string;
  rows: SearchRow[];
  /** Where the whole list is, when there is more than is shown. */
  all?: string;
}

/** Asks for what was typed so far; a newer question ends the one before. */
export const searchQuery = (typed: string) =>
  queryOptions({
    queryKey: ['search', typed],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/search', { params: { query: { q: typed } }, signal })),
    enabled: typed.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });

const places: Record<string, [room: Room, path: string]> = {
  customer: ['customers', '/customers'],
  ticket: ['tickets', '/tickets'],
  article: ['knowledge', '/knowledge'],
  person: ['users', '/admin/users'],
  queue: ['queues', '/admin/queues'],
};

/**
 * What was found, as far as this person has a room to open it in, or a phone to call a colleague; and pages whose name has
 * what was typed.
 */
export function rowsOf(
  found: SearchView | undefined,
  typed: string,
  rooms: Set<Room>,
  pages: readonly { room: Room; path: string; label: string }[],
  hasPhone = false,
): SearchRowGroup[] {
  const groups = (found?.groups ?? []).flatMap(({ kind, items, more }): SearchRowGroup[] => {
    const place = places[kind];
    if (!place) return [];
    const opens = rooms.has(place[0]);
    const rows = items
      .map((hit): SearchRow => ({ kind, key: `${kind}-${hit.id}`, path: opens ? `${place[1]}/${encodeURIComponent(hit.id)}` : null, title: hit.title, hit }))
      .filter((row) => opens || (hasPhone && kind === 'person' && numberIn(row, '') !== null));
    return rows.length > 0 ? [{ kind, rows, ...(more && opens ? { all: place[1] } : {}) }] : [];
  });
  const wanted = typed.toLowerCase();
  const matching = pages.flatMap(({ room, path, label }): SearchRow[] => {
    const from = label.toLowerCase().indexOf(wanted);
    return rooms.has(room) && from >= 0 ? [{ kind: 'page', key: `page-${room}`, path, title: { text: label, marks: [{ from, to: from + wanted.length }] } }] : [];
  });
  return matching.length > 0 ? [...groups, { kind: 'page', rows: matching }] : groups;
}

const NUMBER = /^\+?[\d\s()./-]{3,}$/;

/** The number typed, or the one that a hit shows: a customer's as it was found, a colleague's extension. Null where there is none. */
export function numberIn(row: SearchRow | undefined, typed: string): string | null {
  const text = row ? (row.kind === 'customer' || row.kind === 'person' ? row.hit?.detail?.text : undefined) : typed;
  return text && NUMBER.test(text.trim()) && /\d{3}/.test(text.replace(/\D/g, '')) ? text.trim() : null;
}
