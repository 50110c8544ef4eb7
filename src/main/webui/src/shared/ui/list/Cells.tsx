import { stringifySearch, useGo, useUrlSearch } from '../../go';
import type { Column } from './types';

/** The columns of a phone's row in the order they are read: what leads, what stands at its end, state and rest below. */
export function phoneColumns<C extends { key: string; phone?: Column<unknown>['phone'] }>(columns: readonly C[]): C[] {
  const lead = columns.find((c) => c.phone === 'lead') ?? columns[0];
  const at = (place: Column<unknown>['phone']) => columns.filter((c) => c !== lead && c.phone === place);
  return lead ? [lead, ...at('aside'), ...at('state'), ...at('below')] : [];
}

interface CellsProps<T> {
  columns: Column<T>[];
  row: T;
  /** Where the row's details are, if it has any. */
  to: string | undefined;
  phone: boolean;
}

/** A row's cells: one line by the columns' widths, or a phone's two lines. */
export function Cells<T>({ columns, row, to, phone }: CellsProps<T>) {
  const shown = phone ? phoneColumns(columns) : columns;
  const className = (c: Column<T>, at: number) =>
    phone
      ? `list-cell list-${at === 0 ? 'lead' : c.phone === 'aside' ? 'aside' : 'below'}`
      : `list-cell${c.end ? ' list-end' : ''}${c.wideOnly ? ' list-wide' : ''}`;
  return shown.map((c, at) => {
    const content = phone && c.renderPhone ? c.renderPhone(row) : c.render(row);
    return (
      <div key={c.key} role="cell" className={className(c, at)}>
        {at === 0 && to ? <RowLink to={to}>{content}</RowLink> : content}
      </div>
    );
  });
}

function RowLink({ to, children }: { to: string; children: React.ReactNode }) {
  const go = useGo();
  const search = useUrlSearch();
  return (
    <a
      className="list-link clip"
      href={`${to}${stringifySearch(search)}`}
      onClick={(e) => {
        if (e.metaKey || e.ctrlKey || e.shiftKey) return;
        e.preventDefault();
        void go(to);
      }}
    >
      {children}
    </a>
  );
}

export function GhostCells<T>({ columns, at, phone }: { columns: Column<T>[]; at: number; phone: boolean }) {
  const shown = phone ? phoneColumns(columns).slice(0, 3) : columns;
  return shown.map((c, i) => (
    <div key={c.key} className={phone ? `list-cell list-${i === 0 ? 'lead' : 'below'} list-ghost` : `list-cell${c.wideOnly ? ' list-wide' : ''}`}>
      <span className="skeleton-line" style={{ width: `${[70, 46, 58, 36][(at + i) % 4]}%` }} />
    </div>
  ));
}
