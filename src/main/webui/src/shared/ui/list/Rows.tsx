import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useGo, useUrlSearch } from '../../go';
import { nextSort, sortDirection, windowOf, withFilters } from './listState';
import { Cells, GhostCells, phoneColumns } from './Cells';
import type { Column } from './types';

const ROW = 36;
const PHONE_ROW = 58;
/** Narrower than this, rows are of two lines. */
const PHONE = 560;

interface RowsProps<T> {
  columns: Column<T>[];
  /** Absent while the first page loads. */
  rows: T[] | undefined;
  total: number;
  rowId: (row: T) => string;
  base?: string;
  openId?: string;
  label: string;
  sort: string | undefined;
  more: () => void;
}

export function Rows<T>({ columns, rows, total, rowId, base, openId, label, sort, more }: RowsProps<T>) {
  const go = useGo();
  const search = useUrlSearch();
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800, width: innerWidth });
  const phone = view.width < PHONE;
  const rowHeight = phone ? PHONE_ROW : ROW;
  const count = rows?.length ?? 0;
  const { first, last } = windowOf(view.top, view.height, rowHeight, count);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setView((v) => ({ ...v, height: element.clientHeight, width: element.clientWidth })));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const nearEnd = rows !== undefined && last >= count - 10 && count < total;
  useEffect(() => {
    if (nearEnd) more();
  }, [nearEnd, count, more]);

  const narrow = columns.filter((c) => !c.wideOnly);
  const style = {
    '--columns': columns.map((c) => c.width).join(' '),
    '--columns-narrow': narrow.map((c, i) => (i === 0 ? 'minmax(0, 1fr)' : leastWidth(c.width))).join(' '),
  } as React.CSSProperties;

  const moveFocus = (event: React.KeyboardEvent, step: number) => {
    const row = (event.target as HTMLElement).closest('[role=row]');
    const next = step > 0 ? row?.nextElementSibling : row?.previousElementSibling;
    const link = next?.querySelector<HTMLElement>('a.list-link, button.row-menu:enabled');
    if (link) {
      event.preventDefault();
      link.focus();
    }
  };

  return (
    <div className={`list-table${phone ? ' list-phone' : ''}`} role="table" aria-label={label} aria-rowcount={rows ? total + 1 : -1} style={style}>
      <div role="rowgroup" className={phone ? 'visually-hidden' : 'list-header'}>
        <div role="row" className="list-row list-row-head" aria-rowindex={1}>
          {(phone ? phoneColumns(columns) : columns).map((c) => (
            <div
              key={c.key}
              role="columnheader"
              aria-sort={sortDirection(sort, c.sort)}
              className={`list-cell${c.end ? ' list-end' : ''}${c.wideOnly ? ' list-wide' : ''}`}
            >
              {c.sort && !phone ? (
                <button
                  type="button"
                  className="plain-button list-sort"
                  onClick={() => go('.', { search: withFilters(search, { sort: nextSort(search['sort'], c.sort ?? '') }), replace: true })}
                >
                  <span className="clip">{c.title}</span>
                  {sortDirection(sort, c.sort) === 'ascending' && <ArrowUp size={12} aria-hidden="true" />}
                  {sortDirection(sort, c.sort) === 'descending' && <ArrowDown size={12} aria-hidden="true" />}
                </button>
              ) : (
                <span className="clip">{c.title}</span>
              )}
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className="list-scroll"
        ref={scroller}
        onScroll={(e) => {
          const { scrollTop, clientHeight } = e.currentTarget;
          setView((v) => ({ ...v, top: scrollTop, height: clientHeight }));
        }}
        onKeyDown={(e) => {
          if (e.key === 'ArrowDown' || e.key === 'j') moveFocus(e, 1);
          if (e.key === 'ArrowUp' || e.key === 'k') moveFocus(e, -1);
        }}
      >
        {rows === undefined && Array.from({ length: 14 }, (_, i) => <GhostRow key={i} columns={columns} at={i} phone={phone} />)}
        {rows && first > 0 && <div style={{ height: first * rowHeight }} aria-hidden="true" />}
        {rows?.slice(first, last).map((row, i) => {
          const id = rowId(row);
          const to = base ? `${base}/${encodeURIComponent(id)}` : undefined;
          return (
            // The row's link is the keyboard's way in; clicking anywhere on the row is the pointer's.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={id}
              role="row"
              aria-rowindex={first + i + 2}
              aria-selected={openId === id}
              className={`list-row${openId === id ? ' list-row-open' : ''}${to ? ' list-row-link' : ''}`}
              onClick={(e) => {
                if (to && !(e.target as HTMLElement).closest('a,button') && !getSelection()?.toString()) go(to);
              }}
            >
              <Cells columns={columns} row={row} to={to} phone={phone} />
            </div>
          );
        })}
        {rows && last < count && <div style={{ height: (count - last) * rowHeight }} aria-hidden="true" />}
        {rows && count < total && <GhostRow columns={columns} at={1} phone={phone} />}
      </div>
    </div>
  );
}

/** `minmax(96px, 1fr)` → `96px`: where room is short, it goes to the first column. */
const leastWidth = (track: string) => /^minmax\((\d+px)/.exec(track)?.[1] ?? track;

function GhostRow<T>(props: { columns: Column<T>[]; at: number; phone: boolean }) {
  return (
    <div className="list-row" aria-hidden="true">
      <GhostCells {...props} />
    </div>
  );
}
