import { Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import { MessagesSquare, Plus } from 'lucide-react';
import { articleLanguages, languageName } from '../knowledge/queries';
import type { ScriptView } from '../shared/api/types';
import { useQueues } from '../shared/directory';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { List } from '../shared/ui/list/List';
import type { Column } from '../shared/ui/list/types';
import { When } from '../shared/ui/When';
import { scriptStatuses } from './queries';
import { ScriptStatusMark } from './ScriptStatusMark';
import './script.css';

/** What agents say and ask on calls, for those who write it. */
export function ScriptsPage() {
  const { t } = useText();
  const go = useGo();
  const { queueLabel, options } = useQueues();
  const create = (
    <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => go('/scripts/new')}>
      {t('scripts.new')}
    </Button>
  );
  const columns: Column<ScriptView>[] = [
    { key: 'name', title: t('scripts.name'), width: 'minmax(180px, 2.4fr)', sort: 'name', render: (x) => <span className="clip" title={x.name}>{x.name}</span> },
    { key: 'queues', phone: 'below', title: t('scripts.queues'), width: 'minmax(120px, 1.4fr)', render: (x) => <span className="soft clip">{x.queues.map(queueLabel).join(' · ') || t('scripts.forAll')}</span> },
    { key: 'steps', title: t('scripts.steps'), width: '80px', wideOnly: true, end: true, render: (x) => <span className="tabular">{x.steps.length}</span> },
    { key: 'language', phone: 'below', title: t('frame.language'), width: '92px', wideOnly: true, render: (x) => <span className="soft">{languageName(x.language)}</span> },
    { key: 'status', phone: 'state', title: t('tickets.status'), width: '112px', render: (x) => <ScriptStatusMark status={x.status} /> },
    { key: 'version', title: t('scripts.version'), width: '84px', wideOnly: true, end: true, render: (x) => <span className="tabular soft">{x.publishedVersion ?? '–'}</span> },
    { key: 'updated', title: t('common.updated'), width: '120px', wideOnly: true, sort: 'updatedAt', end: true, render: (x) => <span className="soft"><When at={x.updatedAt} /></span> },
  ];
  return (
    <>
      <List<ScriptView>
        name="scripts"
        title={t('room.scripts')}
        path="/api/v1/scripts"
        base="/scripts"
        columns={columns}
        rowId={(x) => x.id}
        searchHint={t('scripts.searchHint')}
        views={[
          { label: t('common.all'), search: {} },
          ...scriptStatuses.map((status) => ({ label: t(`scriptStatus.${status}`), search: { status } })),
        ]}
        filters={[
          { kind: 'select', key: 'status', label: t('tickets.status'), options: scriptStatuses.map((s) => ({ value: s, label: t(`scriptStatus.${s}`) })) },
          { kind: 'select', key: 'queue', label: t('calls.queue'), options },
          { kind: 'select', key: 'language', label: t('frame.language'), options: articleLanguages },
        ]}
        toQuery={({ q, status, queue, language }) => ({ q, status, queue, language })}
        action={create}
        empty={{ icon: MessagesSquare, title: t('scripts.empty'), hint: t('scripts.emptyHint'), action: create }}
      />
      <Outlet />
    </>
  );
}
