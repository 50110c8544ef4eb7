import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { answer, api, ifMatch } from '../shared/api/client';
import type { TicketView } from '../shared/api/types';
import { useGo, useOpenId, useUrlSearch } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { DetailDrawer, Facts } from '../shared/ui/DetailDrawer';
import { RecordForm } from '../shared/ui/form/RecordForm';
import { Loaded } from '../shared/ui/Loaded';
import { CustomerPicker, PersonPicker } from '../shared/ui/Pickers';
import { RecordLink } from '../shared/ui/RecordLink';
import { PriorityMark, TicketStatusMark } from '../shared/ui/states';
import { When } from '../shared/ui/When';
import { ticketPriorities, ticketQuery, ticketStatuses, ticketTypes } from './queries';
import { useSubject } from './subject';

interface TicketFields {
  subject: string;
  description: string | null;
  type: TicketView['type'];
  status: TicketView['status'];
  priority: TicketView['priority'];
  assignee: string | null;
  customerId: string | null;
  due: Dayjs | null;
}

export function TicketDrawer() {
  const id = useOpenId() ?? '';
  return id === 'new' ? <NewTicket /> : <ExistingTicket key={id} id={id} />;
}

function NewTicket() {
  const { t } = useText();
  const go = useGo();
  const { customerId, callId } = useUrlSearch();
  const close = () => go('/tickets', { search: {} });
  return (
    <DetailDrawer title={t('tickets.new')} label={t('tickets.new')} onClose={close}>
      <TicketForm
        {...(customerId ? { customerId } : {})}
        {...(callId ? { callId } : {})}
        onSaved={(ticket) => go(`/tickets/${ticket.id}`, { search: {}, replace: true })}
        onCancel={close}
      />
    </DetailDrawer>
  );
}

function ExistingTicket({ id }: { id: string }) {
  const { t } = useText();
  const go = useGo();
  const subject = useSubject();
  const query = useQuery(ticketQuery(id));
  const ticket = query.data;
  const title = ticket ? subject(ticket) : t('room.tickets');
  return (
    <DetailDrawer
      title={title}
      label={title}
      above={
        ticket && (
          <span className="row">
            <span className="tabular">#{ticket.number}</span>
            <TicketStatusMark status={ticket.status} />
          </span>
        )
      }
      onClose={() => go('/tickets')}
    >
      <Loaded query={query} lines={8}>
        {(found) => (
          <>
            <Origin ticket={found} />
            <TicketForm ticket={found} onSaved={() => undefined} />
          </>
        )}
      </Loaded>
    </DetailDrawer>
  );
}

function Origin({ ticket }: { ticket: TicketView }) {
  const { t } = useText();
  return (
    <div style={{ marginBottom: 16 }}>
      <Facts
        items={[
          [t('calls.customer'), ticket.customerId && (
              <RecordLink key="c" to={`/customers/${ticket.customerId}`}>{ticket.customerName ?? t('calls.openCustomer')}</RecordLink>
            )],
          [t('tickets.fromCall'), ticket.callId && <RecordLink key="k" to={`/calls/${ticket.callId}`}>{t('tickets.openCall')}</RecordLink>],
          [t('common.created'), <When key="c" at={ticket.createdAt} />],
        ]}
      />
    </div>
  );
}

interface TicketFormProps {
  ticket?: TicketView;
  customerId?: string;
  callId?: string;
  onSaved: (ticket: TicketView) => void;
  onCancel?: () => void;
}

function TicketForm({ ticket, customerId, callId, onSaved, onCancel }: TicketFormProps) {
  const { t } = useText();
  const client = useQueryClient();
  const subject = useSubject();
  const fieldsOf = (from: TicketView): TicketFields => ({
    subject: subject(from),
    description: from.description ?? null,
    type: from.type,
    status: from.status,
    priority: from.priority,
    assignee: from.assigneeId ?? null,
    customerId: from.customerId ?? null,
    due: from.dueAt ? dayjs(from.dueAt) : null,
  });
  const initial: TicketFields = ticket
    ? fieldsOf(ticket)
    : { subject: '', description: null, type: 'request', status: 'open', priority: 'normal', assignee: null, customerId: customerId ?? null, due: null };

  const save = ({ due, ...values }: TicketFields, version: number | null) => {
    const body = { ...values, description: values.description?.trim() || null, dueAt: due?.toISOString() ?? null };
    if (!ticket) return answer(api.POST('/api/v1/tickets', { body: callId ? { ...body, callId } : body }));
    // A subject the system wrote stays the system's, in every reader's language, until somebody rewords it.
    const { subject: text, ...rest } = body;
    return answer(
      api.PATCH('/api/v1/tickets/{id}', {
        params: { path: { id: ticket.id }, header: ifMatch(version ?? ticket.version) },
        body: text === initial.subject ? rest : body,
      }),
    );
  };

  return (
    <RecordForm<TicketFields, TicketView>
      key={ticket?.id ?? 'new'}
      initial={initial}
      version={ticket?.version ?? null}
      save={save}
      {...(ticket
        ? {
            reload: async () => {
              const newest = await client.fetchQuery({ ...ticketQuery(ticket.id), staleTime: 0 });
              return { values: fieldsOf(newest), version: newest.version };
            },
          }
        : {})}
      onSaved={(saved) => {
        client.setQueryData(ticketQuery(saved.id).queryKey, saved);
        void client.invalidateQueries({ queryKey: ['list', 'tickets'] });
        onSaved(saved);
      }}
      {...(onCancel ? { onCancel } : {})}
      submitLabel={ticket ? t('common.save') : t('tickets.create')}
    >
      <Form.Item name="subject" label={t('tickets.subject')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} autoFocus={!ticket} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="status" label={t('tickets.status')}>
          <Select options={ticketStatuses.map((s) => ({ value: s, label: <TicketStatusMark status={s} /> }))} />
        </Form.Item>
        <Form.Item name="priority" label={t('tickets.priority')}>
          <Select options={ticketPriorities.map((s) => ({ value: s, label: <PriorityMark priority={s} /> }))} />
        </Form.Item>
        <Form.Item name="type" label={t('tickets.type')}>
          <Select options={ticketTypes.map((s) => ({ value: s, label: t(`ticketType.${s}`) }))} />
        </Form.Item>
        <Form.Item name="assignee" label={t('tickets.assignee')}>
          <PersonPicker />
        </Form.Item>
        <Form.Item name="customerId" label={t('calls.customer')}>
          <CustomerPicker currentName={ticket?.customerName ?? null} />
        </Form.Item>
        <Form.Item name="due" label={t('tickets.due')}>
          <DatePicker showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="description" label={t('tickets.description')}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={20000} />
      </Form.Item>
    </RecordForm>
  );
}
