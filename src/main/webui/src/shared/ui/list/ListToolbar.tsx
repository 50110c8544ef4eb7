import { Button, Checkbox, DatePicker, Input, Popover, Select, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { Columns3, Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useGo, useUrlSearch } from '../../go';
import { useText } from '../../i18n/useText';
import type { ColumnChoice } from './columns';
import { isView, withFilters } from './listState';
import type { Filter, ListProps } from './types';

interface ToolbarProps<T> extends ListProps<T> {
  total: number | undefined;
  columnChoice: ColumnChoice<T>;
}

export function ListToolbar<T>({ title, total, views, filters, searchHint, action, columnChoice }: ToolbarProps<T>) {
  const text = useText();
  const { t } = text;
  const search = useUrlSearch();
  const go = useGo();
  const change = (changes: Record<string, string | undefined>) => go('.', { search: withFilters(search, changes), replace: true });
  const keys = filterKeys(filters);
  const active = keys.filter((key) => search[key]);

  return (
    <header className="list-toolbar">
      <div className="list-headline">
        <h1>{title}</h1>
        <span className="list-total tabular" aria-live="polite">
          {total === undefined ? '' : text.number(total)}
        </span>
        <span className="grow" />
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <div className="stack">
              {columnChoice.all.slice(1).map((c) => (
                <Checkbox key={c.key} checked={columnChoice.isShown(c.key)} onChange={() => columnChoice.toggle(c.key)}>
                  {c.title}
                </Checkbox>
              ))}
            </div>
          }
        >
          <Tooltip title={t('list.columns')}>
            <button type="button" className="icon-button list-columns" aria-label={t('list.columns')}>
              <Columns3 size={16} aria-hidden="true" />
            </button>
          </Tooltip>
        </Popover>
        {action}
      </div>
      {views && (
        <nav className="list-views" aria-label={t('list.views')}>
          {views.map((view) => {
            const current = isView(search, view.search, keys);
            return (
              <button
                key={view.label}
                type="button"
                className={`choice${current ? ' choice-current' : ''}`}
                aria-current={current ? 'true' : undefined}
                onClick={() => go('.', { search: withFilters({}, { ...view.search, sort: search['sort'] }) })}
              >
                {view.label}
              </button>
            );
          })}
        </nav>
      )}
      {(searchHint || filters) && (
        <div className="list-filters">
        {searchHint && <SearchField hint={searchHint} value={search['q'] ?? ''} change={(q) => change({ q })} />}
        {filters?.map((filter) => <FilterField key={filter.key} filter={filter} search={search} change={change} />)}
        {(active.length > 0 || search['q']) && (
          <Button
            type="text"
            icon={<X size={14} aria-hidden="true" />}
            onClick={() => change(Object.fromEntries([...keys, 'q'].map((key) => [key, undefined])))}
          >
            {t('list.clear')}
          </Button>
        )}
        </div>
      )}
    </header>
  );
}

const filterKeys = (filters: Filter[] | undefined) =>
  (filters ?? []).flatMap((f) => (f.kind === 'dates' ? [f.from, f.to] : [f.key]));

interface SearchFieldProps {
  hint: string;
  value: string;
  change: (q: string | undefined) => void;
  className?: string;
}

function SearchField({ hint, value, change, className }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => change(typed || undefined), 200);
    return () => clearTimeout(timer);
    // Only what is typed starts the wait; a new URL must not restart it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [typed]);
  return (
    <Input
      className={className ?? 'list-search'}
      prefix={className ? undefined : <Search size={14} aria-hidden="true" />}
      placeholder={hint}
      aria-label={hint}
      value={typed}
      allowClear
      maxLength={120}
      onChange={(e) => setTyped(e.target.value)}
    />
  );
}

interface FilterFieldProps {
  filter: Filter;
  search: Record<string, string>;
  change: (changes: Record<string, string | undefined>) => void;
}

function FilterField({ filter, search, change }: FilterFieldProps) {
  if (filter.kind === 'text') {
    return <SearchField className="list-select" hint={filter.label} value={search[filter.key] ?? ''} change={(text) => change({ [filter.key]: text })} />;
  }
  if (filter.kind === 'dates') {
    const value = (key: string) => (search[key] ? dayjs(search[key]) : null);
    return (
      <DatePicker.RangePicker
        className="list-dates"
        aria-label={filter.label}
        allowEmpty={[true, true]}
        value={[value(filter.from), value(filter.to)]}
        onChange={(range) =>
          change({ [filter.from]: range?.[0]?.format('YYYY-MM-DD'), [filter.to]: range?.[1]?.format('YYYY-MM-DD') })
        }
      />
    );
  }
  return (
    <Select
      className="list-select"
      aria-label={filter.label}
      placeholder={filter.label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={search[filter.key] ?? null}
      options={filter.options}
      onChange={(value: string | null | undefined) => change({ [filter.key]: value ?? undefined })}
    />
  );
}
