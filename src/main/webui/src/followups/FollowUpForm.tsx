import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMe } from '../session/session';
import { answer, api, ifMatch } from '../shared/api/client';
import type { FollowUpView } from '../shared/api/types';
import { now } from '../shared/clock/clock';
import { useText } from '../shared/i18n/useText';
import { RecordForm } from '../shared/ui/form/RecordForm';
import { CustomerPicker, PersonPicker } from '../shared/ui/Pickers';
import { FollowUpStatusMark } from '../shared/ui/states';
import { DueField } from './DueField';
import { createFollowUp, followUpKinds, followUpQuery, followUpStatuses } from './queries';
import { quickTimes } from './times';
import './followup.css';

/** What is known already of a follow-up to be made. */
export interface Beginning {
  kind?: FollowUpView['kind'];
  due?: Dayjs | null;
  phone?: string | null;
  customerId?: string | null;
  customerName?: string | null;
  callId?: string | null;
  queue?: string | null;
}

interface NewFields {
  kind: FollowUpView['kind'];
  due: Dayjs;
  phone: string | null;
  customerId: string | null;
  assignee: string | null;
  note: string | null;
}

interface NewFollowUpFormProps {
  beginning: Beginning;
  onSaved: (made: FollowUpView) => void;
  onCancel: () => void;
  onDirty?: (dirty: boolean) => void;
}

/** Makes a follow-up: what, when, whom, who. */
export function NewFollowUpForm({ beginning, onSaved, onCancel, onDirty }: NewFollowUpFormProps) {
  const { t } = useText();
  const me = useMe();
  const { customerName, callId, queue, due } = beginning;
  const initial: NewFields = {
    kind: beginning.kind ?? 'callback',
    due: due ?? quickTimes(dayjs(now()))[0]?.at ?? dayjs(now()),
    phone: beginning.phone ?? null,
    customerId: beginning.customerId ?? null,
    assignee: me.id,
    note: null,
  };
  return (
    <RecordForm<NewFields, FollowUpView>
      initial={initial}
      save={({ due: at, phone, note, ...values }) =>
        createFollowUp({ ...values, dueAt: at.toISOString(), phone: phone?.trim() || null, note: note?.trim() || null, callId: callId ?? null, queue: queue ?? null })
      }
      onSaved={onSaved}
      onCancel={onCancel}
      {...(onDirty ? { onDirty } : {})}
      submitLabel={t('followUps.create')}
    >
      <Form.Item name="kind" label={t('followUps.kind')}>
        <Radio.Group optionType="button" options={followUpKinds.map((kind) => ({ value: kind, label: t(`followUpKind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="due" label={t('followUps.due')} rules={[{ required: true }]}>
        <DueField />
      </Form.Item>
      <div className="form-pair">
        <Form.Item
          name="phone"
          label={t('followUps.phone')}
          dependencies={['kind', 'customerId']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, phone: string | null) =>
                getFieldValue('kind') === 'callback' && !phone?.trim() && !getFieldValue('customerId') ? Promise.reject(new Error(t('followUps.needsWho'))) : Promise.resolve(),
            }),
          ]}
        >
          <Input type="tel" maxLength={64} autoComplete="off" />
        </Form.Item>
        <Form.Item name="customerId" label={t('calls.customer')}>
          <CustomerPicker currentName={customerName ?? null} />
        </Form.Item>
      </div>
      <Form.Item name="assignee" label={t('tickets.assignee')} rules={[{ required: true }]}>
        <PersonPicker />
      </Form.Item>
      <NoteField />
    </RecordForm>
  );
}

interface Fields {
  status: FollowUpView['status'];
  due: Dayjs;
  assignee: string | null;
  note: string | null;
}

const fieldsOf = (f: FollowUpView): Fields => ({ status: f.status, due: dayjs(f.dueAt), assignee: f.assigneeId ?? null, note: f.note ?? null });

/** Changes one: when, who, how far. */
export function FollowUpForm({ followUp, onSaved }: { followUp: FollowUpView; onSaved: (saved: FollowUpView) => void }) {
  const { t } = useText();
  const client = useQueryClient();
  return (
    <RecordForm<Fields, FollowUpView>
      initial={fieldsOf(followUp)}
      version={followUp.version}
      save={({ due, ...values }, version) =>
        answer(
          api.PATCH('/api/v1/follow-ups/{id}', {
            params: { path: { id: followUp.id }, header: ifMatch(version ?? followUp.version) },
            body: { ...values, note: values.note?.trim() || null, dueAt: due.toISOString() },
          }),
        )
      }
      reload={async () => {
        const newest = await client.fetchQuery({ ...followUpQuery(followUp.id), staleTime: 0 });
        return { values: fieldsOf(newest), version: newest.version };
      }}
      onSaved={onSaved}
    >
      <Form.Item name="due" label={t('followUps.due')} rules={[{ required: true }]}>
        <DueField />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="assignee" label={t('tickets.assignee')}>
          <PersonPicker />
        </Form.Item>
        <Form.Item name="status" label={t('tickets.status')}>
          <Select options={followUpStatuses.map((s) => ({ value: s, label: <FollowUpStatusMark status={s} /> }))} />
        </Form.Item>
      </div>
      <NoteField />
    </RecordForm>
  );
}

function NoteField() {
  const { t } = useText();
  return (
    <Form.Item name="note" label={t('followUps.note')}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
    </Form.Item>
  );
}
