import { History } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { RecoveryView } from '../../shared/api/types';
import { useOpenId } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { Empty, Failure } from '../../shared/ui/Loaded';
import { Rows } from '../../shared/ui/list/Rows';
import '../../shared/ui/list/list.css';
import type { Column } from '../../shared/ui/list/types';
import { useList } from '../../shared/ui/list/useList';
import { Mark } from '../../shared/ui/Mark';
import { When } from '../../shared/ui/When';

const SORT = '-at';
const MOST_ROWS = 6;

/** What was put right from the journal, the newest first; a row opens its details. */
export function Recoveries() {
  const { t, number, span, at } = useText();
  const openId = useOpenId();
  const section = useRef<HTMLElement>(null);
  // Beside the open details the cards take another height: the row that was picked stays in sight.
  useEffect(() => {
    if (openId) requestAnimationFrame(() => section.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
  }, [openId]);
  const list = useList<RecoveryView>('recoveries', '/api/v1/recoveries', { sort: SORT });
  const columns: Column<RecoveryView>[] = [
    { key: 'at', title: t('system.at'), width: 'minmax(120px, 1fr)', render: (r) => <When at={r.at} /> },
    { key: 'reason', phone: 'state', title: t('system.reason'), width: 'minmax(140px, 1.3fr)', render: (r) => <span className="clip">{t(`recoveryReason.${r.reason}`)}</span> },
    { key: 'span', title: t('system.span'), width: 'minmax(190px, 1.6fr)', wideOnly: true, render: (r) => <span className="clip soft tabular">{r.until ? `${at(r.since)} – ${at(r.until)}` : at(r.since)}</span> },
    { key: 'added', phone: 'aside', renderPhone: (r) => t('system.addedShort', { count: r.added }), title: t('system.added'), width: '72px', end: true, render: (r) => number(r.added) },
    { key: 'mended', title: t('system.mended'), width: '88px', end: true, wideOnly: true, render: (r) => number(r.mended) },
    { key: 'bad', title: t('system.badLines'), width: '80px', end: true, wideOnly: true, render: (r) => number(r.badLines) },
    { key: 'took', title: t('system.took'), width: '80px', end: true, wideOnly: true, render: (r) => span(r.durationMs) },
    { key: 'result', phone: 'below', title: t('system.result'), width: '150px', wideOnly: true, render: (r) => <ResultMark recovery={r} /> },
  ];
  const shown = list.data ? Math.min(MOST_ROWS, list.rows.length) : MOST_ROWS;
  return (
    <section className="system-recoveries" ref={section}>
      <header className="section-head">
        <h2>
          {t('system.recoveries')} <span className="faint tabular">{list.data ? number(list.total) : ''}</span>
        </h2>
        <span className="soft small">{t('system.recoveriesHint')}</span>
      </header>
      {list.error && !list.data ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : list.data && list.rows.length === 0 ? (
        <Empty icon={History} title={t('system.recoveriesEmpty')} hint={t('system.recoveriesEmptyHint')} />
      ) : (
        <div className="list system-recoveries-list" style={{ '--rows': shown } as React.CSSProperties}>
          <Rows
            columns={columns}
            rows={list.data ? list.rows : undefined}
            total={list.total}
            rowId={(r) => r.id}
            base="/admin/system"
            {...(openId ? { openId } : {})}
            label={t('system.recoveries')}
            sort={SORT}
            more={() => {
              if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
            }}
          />
        </div>
      )}
    </section>
  );
}

export function ResultMark({ recovery }: { recovery: RecoveryView }) {
  const { t } = useText();
  return recovery.complete ? <Mark tone="green" shape="check" label={t('system.complete')} /> : <Mark tone="amber" shape="half" label={t('system.incomplete')} />;
}
