import { Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import { Ban, Plus } from 'lucide-react';
import { mayWriteRouting, useMe } from '../../session/session';
import type { BlockedNumberView } from '../../shared/api/types';
import { useGo } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { List } from '../../shared/ui/list/List';
import type { Column } from '../../shared/ui/list/types';
import { When } from '../../shared/ui/When';

/** Numbers that are not wanted. */
export function BlockedPage() {
  const { t, phone } = useText();
  const go = useGo();
  const create = mayWriteRouting(useMe()) && (
    <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => go('/admin/blocked-numbers/new')}>
      {t('blockedNumbers.new')}
    </Button>
  );
  const columns: Column<BlockedNumberView>[] = [
    { key: 'number', phone: 'lead', title: t('blockedNumbers.number'), width: 'minmax(140px, 1fr)', sort: 'number', render: (x) => <span className="tabular clip">{x.prefix ? `${x.key}…` : phone(x.key)}</span> },
    { key: 'kind', phone: 'aside', title: t('blockedNumbers.kind'), width: '120px', wideOnly: true, render: (x) => <span className="soft">{x.prefix ? t('blockedNumbers.prefixShort') : t('blockedNumbers.whole')}</span> },
    { key: 'note', phone: 'below', title: t('blockedNumbers.note'), width: 'minmax(160px, 2fr)', render: (x) => <span className="clip" title={x.note ?? ''}>{x.note ?? '–'}</span> },
    { key: 'createdAt', title: t('blockedNumbers.since'), width: '140px', sort: 'createdAt', wideOnly: true, render: (x) => <When at={x.createdAt} /> },
  ];
  return (
    <>
      <List<BlockedNumberView>
        name="blocked-numbers"
        title={t('room.blocked-numbers')}
        path="/api/v1/blocked-numbers"
        base="/admin/blocked-numbers"
        columns={columns}
        rowId={(x) => x.id}
        defaultSort="-createdAt"
        searchHint={t('blockedNumbers.searchHint')}
        action={create}
        empty={{ icon: Ban, title: t('blockedNumbers.empty'), hint: t('blockedNumbers.emptyHint'), action: create }}
      />
      <Outlet />
    </>
  );
}
