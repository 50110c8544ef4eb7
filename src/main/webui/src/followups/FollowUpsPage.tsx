import { Outlet } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { ClipboardList, Plus } from 'lucide-react';
import { DialButton } from '../desk/control/DialNumber';
import type { FollowUpView } from '../shared/api/types';
import { useDirectory, useQueues } from '../shared/directory';
import { useGo, useUrlSearch } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { List } from '../shared/ui/list/List';
import type { Column, Filter } from '../shared/ui/list/types';
import { When } from '../shared/ui/When';
import { FollowUpCalendar } from './calendar/FollowUpCalendar';
import { followUpKinds, followUpStatuses } from './queries';
import { Status } from './Status';

export function FollowUpsPage() {
  const { t, phone } = useText();
  const go = useGo();
  const search = useUrlSearch();
  const as = search['as'] === 'week' || search['as'] === 'month' ? search['as'] : 'list';
  const { users } = useDirectory();
  const { queueLabel } = useQueues();
  const columns: Column<FollowUpView>[] = [
    { key: 'who', title: t('followUps.who'), width: 'minmax(140px, 1.6fr)', render: (f) => <span className={`clip${f.customerName ? '' : ' soft'}`}>{f.customerName ?? (f.phone ? t('desk.unknown') : '–')}</span> },
    { key: 'phone', phone: 'below', renderPhone: (f) => phone(f.phone) || null, title: t('followUps.phone'), width: 'minmax(176px, 1fr)', wideOnly: true, render: (f) => <><span className={f.phone ? 'tabular' : 'faint'}>{phone(f.phone) || '–'}</span>{f.status === 'open' && <DialButton number={f.phone} customerId={f.customerId ?? null} />}</> },
    { key: 'kind', phone: 'below', title: t('followUps.kind'), width: '96px', wideOnly: true, render: (f) => t(`followUpKind.${f.kind}`) },
    { key: 'status', phone: 'state', title: t('tickets.status'), width: 'minmax(84px, 104px)', render: (f) => <Status followUp={f} /> },
    { key: 'queue', title: t('calls.queue'), width: 'minmax(80px, 0.8fr)', wideOnly: true, render: (f) => <span className={f.queue ? 'soft' : 'faint'}>{queueLabel(f.queue) || '–'}</span> },
    { key: 'attempts', title: t('followUps.attempts'), width: '80px', wideOnly: true, end: true, render: (f) => f.attempts || <span className="faint">–</span> },
    { key: 'assignee', title: t('tickets.assignee'), width: 'minmax(90px, 0.9fr)', wideOnly: true, render: (f) => <span className={f.assigneeName ? '' : 'faint'}>{f.assigneeName ?? t('common.nobody')}</span> },
    { key: 'due', phone: 'aside', title: t('followUps.due'), width: 'minmax(104px, 128px)', sort: 'dueAt', end: true, render: (f) => <When at={f.dueAt} /> },
  ];
  const filters: Filter[] = [
    { kind: 'select', key: 'status', label: t('tickets.status'), options: followUpStatuses.map((s) => ({ value: s, label: t(`followUpStatus.${s}`) })) },
    { kind: 'select', key: 'kind', label: t('followUps.kind'), options: followUpKinds.map((s) => ({ value: s, label: t(`followUpKind.${s}`) })) },
    {
      kind: 'select',
      key: 'assignee',
      label: t('tickets.assignee'),
      options: [{ value: 'me', label: t('common.me') }, { value: 'none', label: t('common.nobody') }, { value: 'me,none', label: t('followUps.meOrNobody') }, ...users.map((u) => ({ value: u.id, label: u.name }))],
    },
  ];
  const action = (
    <>
      <Segmented<typeof as>
        value={as}
        aria-label={t('followUps.as')}
        onChange={(to) => go('.', { search: ({ as: _, day, ...rest }) => (to === 'list' ? rest : { ...rest, as: to, ...(day ? { day } : {}) }) })}
        options={[
          { value: 'list', label: t('followUps.asList') },
          { value: 'week', label: t('followUps.asWeek') },
          { value: 'month', label: t('followUps.asMonth') },
        ]}
      />
      <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => go('/follow-ups/new')}>
        {t('followUps.new')}
      </Button>
    </>
  );
  if (as !== 'list') {
    return (
      <>
        <FollowUpCalendar span={as} title={t('room.follow-ups')} filters={filters} action={action} />
        <Outlet />
      </>
    );
  }
  return (
    <>
      <List<FollowUpView>
        name="follow-ups"
        title={t('room.follow-ups')}
        path="/api/v1/follow-ups"
        base="/follow-ups"
        columns={columns}
        rowId={(f) => f.id}
        defaultSort="dueAt"
        searchHint={t('followUps.searchHint')}
        views={[
          { label: t('followUps.viewMine'), search: { assignee: 'me,none', status: 'open' } },
          { label: t('followUps.viewOpen'), search: { status: 'open' } },
          { label: t('common.all'), search: { sort: '-dueAt' } },
        ]}
        filters={filters}
        toQuery={({ q, status, kind, assignee, customer }) => ({ q, status, kind, assignee, customer })}
        action={action}
        empty={{ icon: ClipboardList, title: t('followUps.empty'), hint: t('followUps.emptyHint') }}
      />
      <Outlet />
    </>
  );
}
