import { useUrlSearch, useOpenId } from '../../go';
import { useText } from '../../i18n/useText';
import { Empty, Failure } from '../Loaded';
import { ListToolbar } from './ListToolbar';
import { useList } from './useList';
import { useShownColumns } from './columns';
import { useSavedViews } from './savedViews';
import { Rows } from './Rows';
import type { ListProps } from './types';
import './list.css';

/** The one list: views, filters and sort in the URL, chosen columns, virtual rows by cursor, totals. */
export function List<T>(props: ListProps<T>) {
  const { t } = useText();
  const search = useUrlSearch();
  const openId = useOpenId();
  const { toQuery, defaultSort } = props;
  const sort = search['sort'] || defaultSort;
  const list = useList<T>(props.name, props.path, { ...(toQuery ? toQuery(search) : search), sort });
  const saved = useSavedViews(props.name);
  const picked = saved.find((view) => view.id === search['view']);
  const columns = useShownColumns(props.name, props.columns, picked);
  const filtered = Boolean(search['q']) || (props.filters ?? []).some((f) => search[f.kind === 'dates' ? f.from : f.key]);

  return (
    <div className="list">
      <ListToolbar {...props} total={list.data ? list.total : undefined} sort={sort} columnChoice={columns} saved={saved} picked={picked} />
      {list.error && !list.data ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : list.data && list.rows.length === 0 ? (
        filtered ? (
          <Empty title={t('list.noMatch')} hint={t('list.noMatchHint')} />
        ) : (
          <Empty {...props.empty} />
        )
      ) : (
        <Rows
          columns={columns.shown}
          rows={list.data ? list.rows : undefined}
          total={list.total}
          rowId={props.rowId}
          {...(props.base ? { base: props.base } : {})}
          {...(openId ? { openId } : {})}
          label={props.title}
          sort={sort}
          more={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      )}
    </div>
  );
}
