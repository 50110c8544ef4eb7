import type { LucideIcon } from 'lucide-react';
import type { Query } from '../../api/client';
import type { UrlSearch } from '../../go';

export interface Column<T> {
  key: string;
  title: string;
  /** CSS grid track, e.g. `minmax(160px, 2fr)` or `96px`. */
  width: string;
  render: (row: T) => React.ReactNode;
  /** Name the service sorts by; columns without one cannot be sorted. */
  sort?: string;
  end?: boolean;
  /** Hidden until the reader chooses it. */
  optional?: boolean;
  /** Left out on narrow screens. */
  wideOnly?: boolean;
}

export type Filter =
  | { kind: 'select'; key: string; label: string; options: { value: string; label: string }[] }
  | { kind: 'text'; key: string; label: string }
  | { kind: 'dates'; key: string; label: string; from: string; to: string };

export interface View {
  label: string;
  search: UrlSearch;
}

export interface ListProps<T> {
  /** Name of the list: cache key and place of the reader's column choice. */
  name: string;
  title: string;
  /** API path of the pages. */
  path: string;
  columns: Column<T>[];
  rowId: (row: T) => string;
  /** Where a row's details live; without it rows do not open. */
  base?: string;
  filters?: Filter[];
  views?: View[];
  searchHint?: string;
  defaultSort?: string;
  /** From the URL to what the service asks for; the same by default. */
  toQuery?: (search: UrlSearch) => Query;
  action?: React.ReactNode;
  empty: { icon?: LucideIcon; title: string; hint?: string; action?: React.ReactNode };
}
