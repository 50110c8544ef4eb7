import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { Check } from 'lucide-react';
import { answer, api, ifMatch } from '../shared/api/client';
import type { FollowUpView } from '../shared/api/types';
import { useQueues } from '../shared/directory';
import { useGo, useOpenId } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { DetailDrawer, Facts } from '../shared/ui/DetailDrawer';
import { RecordForm } from '../shared/ui/form/RecordForm';
import { Loaded } from '../shared/ui/Loaded';
import { PersonPicker } from '../shared/ui/Pickers';
import { RecordLink } from '../shared/ui/RecordLink';
import { FollowUpStatusMark } from '../shared/ui/states';
import { useProblemText } from '../shared/ui/useProblemText';
import { When } from '../shared/ui/When';
import { Status } from './Status';
import { followUpQuery, markDone } from './queries';
import './followup.css';

interface FollowUpFields {
  status: FollowUpView['status'];
  due: Dayjs;
  assignee: string | null;
  note: string | null;
}

const fieldsOf = (f: FollowUpView): FollowUpFields => ({ status: f.status, due: dayjs(f.dueAt), assignee: f.assigneeId ?? null, note: f.note ?? null });

export function FollowUpDrawer() {
  const id = useOpenId() ?? '';
  const { t, phone } = useText();
  const go = useGo();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const query = useQuery(followUpQuery(id));
  const followUp = query.data;
  const title = followUp ? (followUp.customerName ?? (phone(followUp.phone) || t(`followUpKind.${followUp.kind}`))) : t('room.follow-ups');

  const keep = (saved: FollowUpView) => {
    client.setQueryData(followUpQuery(id).queryKey, saved);
    void client.invalidateQueries({ queryKey: ['list', 'follow-ups'] });
  };
  const done = useMutation({
    mutationFn: markDone,
    onSuccess: keep,
    onError: (error) => {
      void message.error(problemText(error));
      void query.refetch();
    },
  });

  return (
    <DetailDrawer
      key={id}
      title={title}
      label={title}
      above={followUp && t(`followUpKind.${followUp.kind}`)}
      onClose={() => go('/follow-ups')}
      actions={
        followUp?.status === 'open' ? (
          <Button type="primary" icon={<Check size={14} aria-hidden="true" />} loading={done.isPending} onClick={() => done.mutate(followUp)}>
            {t('followUps.markDone')}
          </Button>
        ) : (
          followUp && <Status followUp={followUp} pill />
        )
      }
    >
      <Loaded query={query} lines={6}>
        {(found) => (
          <>
            <FollowUpFacts followUp={found} />
            <RecordForm<FollowUpFields, FollowUpView>
              key={found.version}
              initial={fieldsOf(found)}
              version={found.version}
              save={({ due, ...values }, version) =>
                answer(
                  api.PATCH('/api/v1/follow-ups/{id}', {
                    params: { path: { id: found.id }, header: ifMatch(version ?? found.version) },
                    body: { ...values, note: values.note?.trim() || null, dueAt: due.toISOString() },
                  }),
                )
              }
              reload={async () => {
                const newest = await client.fetchQuery({ ...followUpQuery(id), staleTime: 0 });
                return { values: fieldsOf(newest), version: newest.version };
              }}
              onSaved={keep}
            >
              <div className="form-pair">
                <Form.Item name="due" label={t('followUps.due')} rules={[{ required: true }]}>
                  <DatePicker
                    showTime={{ format: 'HH:mm', minuteStep: 5 }}
                    format="YYYY-MM-DD HH:mm"
                    allowClear={false}
                    style={{ width: '100%' }}
                    presets={[
                      { label: t('followUps.inHour'), value: dayjs().add(1, 'hour') },
                      { label: t('followUps.tomorrow'), value: dayjs().add(1, 'day').hour(9).minute(30).second(0) },
                      { label: t('followUps.nextWeek'), value: dayjs().add(7, 'day').hour(9).minute(30).second(0) },
                    ]}
                  />
                </Form.Item>
                <Form.Item name="status" label={t('tickets.status')}>
                  <Select options={(['open', 'done', 'cancelled'] as const).map((s) => ({ value: s, label: <FollowUpStatusMark status={s} /> }))} />
                </Form.Item>
              </div>
              <Form.Item name="assignee" label={t('tickets.assignee')}>
                <PersonPicker />
              </Form.Item>
              <Form.Item name="note" label={t('followUps.note')}>
                <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
              </Form.Item>
            </RecordForm>
          </>
        )}
      </Loaded>
    </DetailDrawer>
  );
}

function FollowUpFacts({ followUp }: { followUp: FollowUpView }) {
  const { t, phone } = useText();
  const { queueLabel } = useQueues();
  return (
    <div style={{ marginBottom: 16 }}>
      {followUp.phone && (
        <p className="follow-up-number">
          <span className="soft small">{followUp.kind === 'callback' ? t('followUps.numberToCall') : t('followUps.phone')}</span>
          <strong className="tabular">{phone(followUp.phone)}</strong>
        </p>
      )}
      <Facts
        items={[
          [t('calls.customer'), followUp.customerId && (
              <RecordLink key="c" to={`/customers/${followUp.customerId}`}>{followUp.customerName ?? t('calls.openCustomer')}</RecordLink>
            )],
          [t('followUps.missedCall'), followUp.callId && <RecordLink key="k" to={`/calls/${followUp.callId}`}>{t('tickets.openCall')}</RecordLink>],
          [t('calls.queue'), queueLabel(followUp.queue)],
          [t('followUps.attempts'), followUp.attempts > 0 && <Attempts key="a" followUp={followUp} />],
          [t('followUps.closedBy'), followUp.closedBy && t(`followUps.closed-${followUp.closedBy}`)],
          [t('common.created'), <When key="c" at={followUp.createdAt} />],
        ]}
      />
    </div>
  );
}

function Attempts({ followUp }: { followUp: FollowUpView }) {
  const { t } = useText();
  return (
    <>
      {t('followUps.times', { count: followUp.attempts })}
      {followUp.lastAttemptAt && (
        <span className="soft">
          {' · '}
          <When at={followUp.lastAttemptAt} />
        </span>
      )}
    </>
  );
}
