import type { LucideIcon } from 'lucide-react';
import type { Query } from '../../api/client';
import type { UrlSearch } from '../../go';
import type { ListPath } from './paths';

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
  /** Left out where the list is narrow, as beside an open drawer. */
  wideOnly?: boolean;
  /**
   * Place in a phone's two-line row: at the end of the first line, or on the second, where the state comes first.
   * Columns without one are left out there; the first column leads unless another one is to.
   */
  phone?: 'lead' | 'aside' | 'state' | 'below';
  /** What a phone's row shows where the column's title is missed, such as `3 agents` for `3`. */
  renderPhone?: (row: T) => React.ReactNode;
}

export type Filter =
  | { kind: 'select'; key: string; label: string; options: { value: string; label: string }[] }
  | { kind: 'text'; key: string; label: string }
  | { kind: 'dates'; key: string; label: string; from: string; to: string };

/** A view that the list brings along. */
export interface View {
  label: string;
  search: UrlSearch;
}

export interface ListProps<T> {
  /** Name of the list: cache key and place of the reader's column choice. */
  name: string;
  title: string;
  /** API path of the pages. */
  path: ListPath<T>;
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
