import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import { answer, api, ifMatch } from '../../shared/api/client';
import type { QueueView } from '../../shared/api/types';
import { queueLabelIn, queuesQuery } from '../../shared/directory';
import { useGo, useOpenId } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { DetailDrawer, Facts } from '../../shared/ui/DetailDrawer';
import { RecordForm } from '../../shared/ui/form/RecordForm';
import { Loaded } from '../../shared/ui/Loaded';
import { ticketTypes } from '../../tickets/queries';
import { queuesAtPbx } from './atPbx';
import { bodyOf, emptyQueue, fieldsOf, type QueueFields } from './fields';
import { QueueAtPbx } from './QueueAtPbx';
import { QueueNumbers } from './QueueNumbers';
import { QueueOrder, QueueWaiting } from './QueueRouting';
import './queues.css';

const queueQuery = (name: string) => ({
  queryKey: ['queue', name],
  queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.GET('/api/v1/queues/{name}', { params: { path: { name } }, signal })),
});

export function QueueDrawer() {
  const name = useOpenId() ?? '';
  const { t, language } = useText();
  const go = useGo();
  const fresh = name === 'new';
  const query = useQuery({ ...queueQuery(name), enabled: !fresh });
  const close = () => go('/admin/queues');
  const title = fresh ? t('queues.new') : query.data ? queueLabelIn(query.data, language) : name;
  return (
    <DetailDrawer key={name} title={title} label={title} above={fresh ? undefined : t('queues.settings')} onClose={close}>
      {fresh ? (
        <QueueForm onDone={close} />
      ) : (
        <Loaded query={query} lines={8}>
          {(queue) => (
            <>
              <div style={{ marginBottom: 16 }}>
                <Facts items={[[t('queues.name'), <code key="n">{queue.name}</code>]]} />
                <QueueAtPbx name={queue.name} />
              </div>
              <QueueForm queue={queue} onDone={close} />
            </>
          )}
        </Loaded>
      )}
    </DetailDrawer>
  );
}

function QueueForm({ queue, onDone }: { queue?: QueueView; onDone: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const seconds = (max: number, min = 0, none?: string) => <InputNumber min={min} max={max} placeholder={none} suffix={t('common.secondsUnit')} style={{ width: '100%' }} />;
  return (
    <RecordForm<QueueFields, QueueView>
      initial={queue ? fieldsOf(queue) : emptyQueue}
      version={queue?.version ?? null}
      save={(values, version) =>
        queue
          ? answer(api.PATCH('/api/v1/queues/{name}', { params: { path: { name: queue.name }, header: ifMatch(version ?? queue.version) }, body: bodyOf(values) }))
          : answer(api.POST('/api/v1/queues', { body: bodyOf({ ...values, name: values.name.trim() }) }))
      }
      {...(queue
        ? {
            reload: async () => {
              const newest = await client.fetchQuery({ ...queueQuery(queue.name), staleTime: 0 });
              return { values: fieldsOf(newest), version: newest.version };
            },
          }
        : {})}
      onSaved={({ name }) => {
        void client.invalidateQueries({ queryKey: ['list', 'queues'] });
        void client.invalidateQueries({ queryKey: ['queue', name] });
        void client.invalidateQueries({ queryKey: queuesQuery.queryKey });
        void client.invalidateQueries({ queryKey: queuesAtPbx.queryKey });
        onDone();
      }}
      onCancel={onDone}
      submitLabel={queue ? t('common.save') : t('queues.create')}
    >
      {!queue && (
        <Form.Item name="name" label={t('queues.name')} extra={t('queues.nameHint')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={40} autoComplete="off" autoFocus />
        </Form.Item>
      )}
      <div className="form-pair">
        <Form.Item name="label" label={t('queues.label')} rules={[{ required: true }]}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="labelZh" label={t('queues.labelZh')}>
          <Input maxLength={80} lang="zh-CN" />
        </Form.Item>
      </div>
      <QueueNumbers usual={queue?.dids[0]?.region ?? 'CN'} />
      <QueueOrder before={queue?.strategy ?? null} />
      <QueueWaiting name={queue?.name ?? null} />
      <fieldset className="form-group">
        <legend className="section-title">{t('queues.afterwards')}</legend>
        <div className="form-pair">
          <Form.Item name="ticketOnAnswered" label={t('queues.ticketOnAnswered')} tooltip={t('queues.ticketHint')} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item name="ticketType" label={t('queues.ticketType')}>
            <Select options={ticketTypes.map((x) => ({ value: x, label: t(`ticketType.${x}`) }))} />
          </Form.Item>
          <Form.Item name="followUpOnMissed" label={t('queues.followUpOnMissed')} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item name="followUpDueMinutes" label={t('queues.followUpDueMinutes')}>
            <InputNumber min={1} max={43200} suffix={t('common.minutesUnit')} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="shortAbandonSeconds" label={t('queues.shortAbandonSeconds')} tooltip={t('queues.shortAbandonHint')}>
            {seconds(120)}
          </Form.Item>
          <Form.Item name="wrapUpSeconds" label={t('queues.wrapUpSeconds')}>
            {seconds(3600)}
          </Form.Item>
          <Form.Item name="missedLimit" label={t('queues.missedLimit')} tooltip={t('queues.missedLimitHint')}>
            <InputNumber min={0} max={20} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </fieldset>
      <fieldset className="form-group">
        <legend className="section-title">{t('queues.board')}</legend>
        <div className="form-pair">
          <Form.Item name="serviceLevelSeconds" label={t('queues.serviceLevelSeconds')}>
            {seconds(3600, 1)}
          </Form.Item>
          <Form.Item name="serviceLevelTarget" label={t('queues.serviceLevelTarget')} tooltip={t('queues.serviceLevelHint')}>
            <InputNumber min={1} max={100} suffix="%" style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="alarmWaiting" label={t('queues.alarmWaiting')}>
            <InputNumber min={0} max={1000} placeholder={t('queues.alarmNone')} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="alarmLongestWaitSeconds" label={t('queues.alarmLongestWaitSeconds')}>
            {seconds(3600, 1, t('queues.alarmNone'))}
          </Form.Item>
          <Form.Item name="alarmServiceLevel" label={t('queues.alarmServiceLevel')} tooltip={t('queues.alarmServiceLevelHint')} valuePropName="checked">
            <Switch />
          </Form.Item>
        </div>
      </fieldset>
      <Form.Item className="form-group" name="recording" label={t('queues.recording')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'always', label: t('queues.recordingAlways') },
            { value: 'never', label: t('queues.recordingNever') },
          ]}
        />
      </Form.Item>
    </RecordForm>
  );
}
