import { Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import { Plus, Ticket } from 'lucide-react';
import type { TicketView } from '../shared/api/types';
import { useDirectory, useQueues } from '../shared/directory';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { List } from '../shared/ui/list/List';
import type { Column } from '../shared/ui/list/types';
import { PriorityMark, TicketStatusMark } from '../shared/ui/states';
import { When } from '../shared/ui/When';
import { ticketPriorities, ticketStatuses, ticketTypes } from './queries';
import { useSubject } from './subject';
import { isOpen, TakeButton } from './TakeButton';

export function TicketsPage() {
  const { t } = useText();
  const go = useGo();
  const subject = useSubject();
  const { users } = useDirectory();
  const { options: queues, queueLabel } = useQueues();
  const create = (
    <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => go('/tickets/new')}>
      {t('tickets.new')}
    </Button>
  );
  const columns: Column<TicketView>[] = [
    {
      key: 'subject',
      title: t('tickets.subject'),
      width: 'minmax(170px, 2.4fr)',
      render: (x) => (
        <>
          <PriorityMark priority={x.priority} iconOnly />
          <span className="faint tabular ticket-number">#{x.number}</span>
          <span className="clip">{subject(x)}</span>
        </>
      ),
    },
    { key: 'status', phone: 'state', title: t('tickets.status'), width: 'minmax(76px, 104px)', render: (x) => <TicketStatusMark status={x.status} /> },
    { key: 'priority', title: t('tickets.priority'), width: '96px', wideOnly: true, optional: true, sort: 'priority', render: (x) => <PriorityMark priority={x.priority} /> },
    { key: 'type', title: t('tickets.type'), width: '104px', wideOnly: true, render: (x) => <span className="soft">{t(`ticketType.${x.type}`)}</span> },
    { key: 'customer', phone: 'below', renderPhone: (x) => x.customerName && <span className="clip">{x.customerName}</span>, title: t('calls.customer'), width: 'minmax(110px, 1.2fr)', wideOnly: true, render: (x) => <span className="clip">{x.customerName ?? '–'}</span> },
    { key: 'assignee', phone: 'below', title: t('tickets.assignee'), width: 'minmax(90px, 0.9fr)', wideOnly: true, render: (x) => (x.assigneeId ? <span className="clip">{x.assigneeName ?? t('audit.somebody')}</span> : <Unassigned ticket={x} />) },
    { key: 'queue', title: t('calls.queue'), width: '110px', wideOnly: true, optional: true, render: (x) => <span className="soft clip">{queueLabel(x.queue) || '–'}</span> },
    { key: 'due', title: t('tickets.due'), width: '120px', wideOnly: true, sort: 'dueAt', end: true, render: (x) => <When at={x.dueAt} /> },
    { key: 'updated', title: t('common.updated'), width: '120px', wideOnly: true, sort: 'updatedAt', end: true, render: (x) => <span className="soft"><When at={x.updatedAt} /></span> },
    { key: 'created', title: t('common.created'), width: '120px', wideOnly: true, optional: true, sort: 'createdAt', end: true, render: (x) => <When at={x.createdAt} /> },
  ];
  return (
    <>
      <List<TicketView>
        name="tickets"
        title={t('room.tickets')}
        path="/api/v1/tickets"
        base="/tickets"
        columns={columns}
        rowId={(x) => x.id}
        searchHint={t('tickets.searchHint')}
        views={[
          { label: t('tickets.viewMine'), search: { assignee: 'me', status: 'open' } },
          { label: t('tickets.viewOpen'), search: { status: 'open' } },
          { label: t('tickets.viewUnassigned'), search: { assignee: 'none', status: 'open' } },
          { label: t('tickets.viewWatched'), search: { watcher: 'me' } },
          { label: t('tickets.viewOverdue'), search: { overdue: 'true', sort: 'dueAt' } },
          { label: t('common.all'), search: {} },
        ]}
        filters={[
          { kind: 'select', key: 'status', label: t('tickets.status'), options: ticketStatuses.map((s) => ({ value: s, label: t(`ticketStatus.${s}`) })) },
          { kind: 'select', key: 'type', label: t('tickets.type'), options: ticketTypes.map((s) => ({ value: s, label: t(`ticketType.${s}`) })) },
          { kind: 'select', key: 'priority', label: t('tickets.priority'), options: ticketPriorities.map((s) => ({ value: s, label: t(`priority.${s}`) })) },
          {
            kind: 'select',
            key: 'assignee',
            label: t('tickets.assignee'),
            options: [{ value: 'me', label: t('common.me') }, { value: 'none', label: t('common.nobody') }, ...users.map((u) => ({ value: u.id, label: u.name }))],
          },
          { kind: 'select', key: 'queue', label: t('calls.queue'), options: queues },
          { kind: 'select', key: 'watcher', label: t('tickets.watcher'), options: [{ value: 'me', label: t('common.me') }] },
          { kind: 'select', key: 'overdue', label: t('tickets.due'), options: [{ value: 'true', label: t('tickets.viewOverdue') }, { value: 'false', label: t('tickets.notOverdue') }] },
        ]}
        toQuery={({ q, status, type, priority, assignee, queue, customer, watcher, overdue }) => ({ q, status, type, priority, assignee, queue, customer, watcher, overdue })}
        action={create}
        empty={{ icon: Ticket, title: t('tickets.empty'), hint: t('tickets.emptyHint'), action: create }}
      />
      <Outlet />
    </>
  );
}

function Unassigned({ ticket }: { ticket: TicketView }) {
  const { t } = useText();
  return isOpen(ticket) ? <TakeButton ticket={ticket} /> : <span className="faint">{t('common.nobody')}</span>;
}
