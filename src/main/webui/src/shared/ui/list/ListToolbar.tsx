import { Button, Checkbox, Popover, Tooltip } from 'antd';
import { Columns3, X } from 'lucide-react';
import type { SavedView } from '../../api/types';
import { useGo, useUrlSearch } from '../../go';
import { useText } from '../../i18n/useText';
import type { ColumnChoice } from './columns';
import { FilterField, SearchField, filterKeys } from './Filters';
import { viewSearch, withFilters } from './listState';
import { SortMenu } from './SortMenu';
import type { ListProps } from './types';
import { Views } from './Views';

interface ToolbarProps<T> extends ListProps<T> {
  total: number | undefined;
  sort: string | undefined;
  columnChoice: ColumnChoice<T>;
  saved: SavedView[];
  picked: SavedView | undefined;
}

/** What stands above a list: its name and how many, views, filters, columns, and the way to make a new one. */
export function ListToolbar<T>({ name, title, total, views, filters, searchHint, action, sort, columnChoice, saved, picked }: ToolbarProps<T>) {
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
        <SortMenu columns={columnChoice.all} sort={sort} />
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
      <Views
        list={name}
        presets={views ?? [{ label: t('common.all'), search: {} }]}
        saved={saved}
        picked={picked}
        now={{ search: viewSearch(search, keys), columns: columnChoice.kept }}
        filterKeys={[...keys, 'q']}
      />
      {(searchHint || filters) && (
        <div className="list-filters">
          {searchHint && <SearchField hint={searchHint} value={search['q'] ?? ''} change={(q) => change({ q })} />}
          {filters?.map((filter) => <FilterField key={filter.key} filter={filter} search={search} change={change} />)}
          {(active.length > 0 || search['q']) && (
            <Button
              type="text"
              icon={<X size={14} aria-hidden="true" />}
              onClick={() => change(Object.fromEntries([...keys, 'q', 'view'].map((key) => [key, undefined])))}
            >
              {t('list.clear')}
            </Button>
          )}
        </div>
      )}
    </header>
  );
}
