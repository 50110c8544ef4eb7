import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import { ListTree, Plus } from 'lucide-react';
import type { QueueView } from '../../shared/api/types';
import { queueLabelIn } from '../../shared/directory';
import { useGo } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { List } from '../../shared/ui/list/List';
import type { Column } from '../../shared/ui/list/types';
import { Mark } from '../../shared/ui/Mark';
import { queuesAtPbx } from './atPbx';
import { PbxMark } from './QueueAtPbx';

export function QueuesPage() {
  const { t, language, phone } = useText();
  const go = useGo();
  const { data: atPbx = [] } = useQuery(queuesAtPbx);
  const standing = (name: string) => atPbx.find((queue) => queue.name === name);
  const create = (
    <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => go('/admin/queues/new')}>
      {t('queues.new')}
    </Button>
  );
  const onOff = (on: boolean) => (on ? <Mark tone="green" shape="check" label={t('common.yes')} /> : <Mark tone="grey" shape="dash" label={t('common.no')} />);
  const columns: Column<QueueView>[] = [
    { key: 'label', title: t('queues.label'), width: 'minmax(120px, 1.2fr)', render: (q) => <span className="clip">{queueLabelIn(q, language)}</span> },
    { key: 'dids', phone: 'below', title: t('queues.dids'), width: 'minmax(120px, 1.2fr)', wideOnly: true, render: (q) => <span className="tabular clip">{q.dids.map((d) => phone(d.e164 ?? d.number)).join(t('common.listSeparator'))}</span> },
    { key: 'members', phone: 'aside', renderPhone: (q) => t('queues.memberCount', { count: q.members.length }), title: t('queues.members'), width: '88px', end: true, render: (q) => (q.members.length === 0 ? <Mark tone="amber" shape="alert" label={t('queues.memberCount', { count: 0 })} /> : q.members.length) },
    { key: 'strategy', title: t('queues.strategy'), width: 'minmax(120px, 1fr)', wideOnly: true, render: (q) => <span className="clip">{t(`queues.strategies.${q.strategy}`)}</span> },
    { key: 'pbx', phone: 'below', title: t('queues.pbx'), width: '116px', render: (q) => { const queue = standing(q.name); return queue ? <PbxMark queue={queue} /> : '–'; } },
    { key: 'ticket', title: t('queues.ticketShort'), width: '104px', wideOnly: true, render: (q) => onOff(q.ticketOnAnswered) },
    { key: 'followUp', title: t('queues.followUpShort'), width: '104px', wideOnly: true, render: (q) => onOff(q.followUpOnMissed) },
    { key: 'recording', title: t('queues.recording'), width: '104px', wideOnly: true, render: (q) => onOff(q.recording === 'always') },
    { key: 'wrap', title: t('queues.wrapUpSeconds'), width: '112px', end: true, render: (q) => t('common.seconds', { count: q.wrapUpSeconds }) },
  ];
  return (
    <>
      <List<QueueView>
        name="queues"
        title={t('room.queues')}
        path="/api/v1/queues"
        base="/admin/queues"
        columns={columns}
        rowId={(q) => q.name}
        toQuery={() => ({})}
        action={create}
        empty={{ icon: ListTree, title: t('queues.empty'), hint: t('queues.emptyHint'), action: create }}
      />
      <Outlet />
    </>
  );
}
