import { useQueryClient } from '@tanstack/react-query';
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMe } from '../session/session';
import { answer, api, ifMatch } from '../shared/api/client';
import type { TicketPatch, TicketView } from '../shared/api/types';
import { useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { RecordForm } from '../shared/ui/form/RecordForm';
import { CustomerPicker, PersonPicker } from '../shared/ui/Pickers';
import { PriorityMark, TicketStatusMark } from '../shared/ui/states';
import { historyQuery, ticketPriorities, ticketQuery, ticketStatuses, ticketTypes } from './queries';
import { useSubject } from './subject';

interface TicketFields {
  subject: string;
  description: string | null;
  type: TicketView['type'];
  status: TicketView['status'];
  priority: TicketView['priority'];
  assignee: string | null;
  customerId: string | null;
  queue: string | null;
  due: Dayjs | null;
}

interface TicketFormProps {
  ticket?: TicketView;
  customerId?: string;
  callId?: string;
  /** The call's queue. */
  queue?: string;
  /** What is proposed for a new one. */
  proposed?: { type?: TicketView['type']; subject?: string };
  onSaved: (ticket: TicketView) => void;
  onCancel?: () => void;
  onDirty?: (dirty: boolean) => void;
}

const bodyOf = ({ due, queue, ...values }: TicketFields) => ({ ...values, queue: queue ?? null, description: values.description?.trim() || null, dueAt: due?.toISOString() ?? null });

/** The one form of a ticket, in the drawer and at the call. */
export function TicketForm({ ticket, customerId, callId, queue, proposed, onSaved, onCancel, onDirty }: TicketFormProps) {
  const { t } = useText();
  const me = useMe();
  const client = useQueryClient();
  const subject = useSubject();
  const { options } = useQueues();
  const fieldsOf = (from: TicketView): TicketFields => ({
    subject: subject(from),
    description: from.description ?? null,
    type: from.type,
    status: from.status,
    priority: from.priority,
    assignee: from.assigneeId ?? null,
    customerId: from.customerId ?? null,
    queue: from.queue ?? null,
    due: from.dueAt ? dayjs(from.dueAt) : null,
  });
  const initial: TicketFields = ticket
    ? fieldsOf(ticket)
    : {
        subject: proposed?.subject ?? '',
        description: null,
        type: proposed?.type ?? 'request',
        status: 'open',
        priority: 'normal',
        assignee: null,
        customerId: customerId ?? null,
        queue: queue ?? null,
        due: null,
      };

  const save = async (values: TicketFields, version: number | null, base: TicketFields) => {
    const body = bodyOf(values);
    if (ticket) {
      // Only what was changed here: a subject the system wrote stays the system's, in every reader's language, until
      // somebody rewords it, and what a colleague changed beside it stays theirs.
      const before = bodyOf(base);
      const names = (Object.keys(body) as (keyof typeof body)[]).filter((name) => body[name] !== before[name]);
      const patch: Partial<typeof body> = Object.fromEntries(names.map((name) => [name, body[name]]));
      return change(ticket.id, version ?? ticket.version, patch);
    }
    // The ticket that the call left by itself, as long as nobody worded it, is filled in instead of doubled.
    const left = callId ? await leftBy(callId) : undefined;
    if (left) return change(left.id, left.version, { ...body, assignee: body.assignee ?? me.id });
    return answer(api.POST('/api/v1/tickets', { body: { ...body, ...(callId ? { callId } : {}) } }));
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
        void client.invalidateQueries({ queryKey: historyQuery(saved.id).queryKey });
        onSaved(saved);
      }}
      {...(onCancel ? { onCancel } : {})}
      {...(onDirty ? { onDirty } : {})}
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
        <Form.Item name="queue" label={t('calls.queue')}>
          <Select allowClear options={options} placeholder={t('tickets.noQueue')} />
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

const change = (id: string, version: number, patch: TicketPatch) =>
  answer(api.PATCH('/api/v1/tickets/{id}', { params: { path: { id }, header: ifMatch(version) }, body: patch }));

/** The call's own open ticket whose subject is still the system's. */
async function leftBy(call: string): Promise<TicketView | undefined> {
  const { items } = await answer(api.GET('/api/v1/tickets', { params: { query: { call, status: 'open,pending', limit: 20 } } }));
  return items.find((found) => found.subjectKey);
}
