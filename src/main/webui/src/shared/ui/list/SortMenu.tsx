import { Dropdown } from 'antd';
import { ArrowDown, ArrowDownUp, ArrowUp } from 'lucide-react';
import { useGo, useUrlSearch } from '../../go';
import { useText } from '../../i18n/useText';
import { withFilters } from './listState';
import type { Column } from './types';

/** Sorting where there is no room for a header to press. */
export function SortMenu<T>({ columns, sort }: { columns: Column<T>[]; sort: string | undefined }) {
  const { t } = useText();
  const search = useUrlSearch();
  const go = useGo();
  const sortable = columns.filter((c) => c.sort);
  if (sortable.length === 0) return null;
  const items = sortable.flatMap((c) => [
    { key: c.sort ?? '', label: c.title, icon: <ArrowUp size={14} aria-label={t('list.ascending')} /> },
    { key: `-${c.sort}`, label: c.title, icon: <ArrowDown size={14} aria-label={t('list.descending')} /> },
  ]);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectable: true,
        selectedKeys: sort ? [sort] : [],
        onClick: ({ key }) => go('.', { search: withFilters(search, { sort: key }), replace: true }),
      }}
    >
      <button type="button" className="icon-button list-sort-menu" aria-label={t('list.sort')}>
        <ArrowDownUp size={16} aria-hidden="true" />
      </button>
    </Dropdown>
  );
}
