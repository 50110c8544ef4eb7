import { Alert, Form, Input, InputNumber, Select } from 'antd';
import { useDirectory, useQueues } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';
import { strategies } from './atPbx';
import type { QueueFields } from './fields';

const seconds = (unit: string, max: number, min: number, none?: string) => <InputNumber min={min} max={max} placeholder={none} suffix={unit} style={{ width: '100%' }} />;

/** Who is rung, in which order. */
export function QueueOrder({ before }: { before: QueueFields['strategy'] | null }) {
  const { t } = useText();
  const { users } = useDirectory();
  const form = Form.useFormInstance<QueueFields>();
  const members = Form.useWatch('members', form) ?? [];
  const late = Form.useWatch('strategy', form) === 'linear' && before !== null && before !== 'linear';
  return (
    <fieldset className="form-group">
      <legend className="section-title">{t('queues.who')}</legend>
      <Form.Item name="members" label={t('queues.members')} extra={t('queues.membersHint')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={users.flatMap((u) => (u.extension ? [{ value: u.id, label: `${u.name} · ${u.extension}` }] : []))}
        />
      </Form.Item>
      {members.length === 0 && <Alert type="warning" showIcon title={t('queues.nobodyServes')} className="record-form-alert" />}
      {members.length > 1 && (
        <Form.Item name="levels" label={t('queues.levels')} extra={t('queues.levelsHint')}>
          <Levels members={members} />
        </Form.Item>
      )}
      <div className="form-pair">
        <Form.Item name="strategy" label={t('queues.strategy')}>
          <Select options={strategies.map((word) => ({ value: word, label: t(`queues.strategies.${word}`) }))} />
        </Form.Item>
        <Form.Item name="weight" label={t('queues.weight')} tooltip={t('queues.weightHint')}>
          <InputNumber min={0} max={100} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="ringSeconds" label={t('queues.ringSeconds')}>
          {seconds(t('common.secondsUnit'), 300, 5)}
        </Form.Item>
        <Form.Item name="pauseSeconds" label={t('queues.pauseSeconds')}>
          {seconds(t('common.secondsUnit'), 60, 1)}
        </Form.Item>
      </div>
      {late && <Alert type="warning" showIcon title={t('queues.linearLate')} className="record-form-alert" />}
    </fieldset>
  );
}

type Level = QueueFields['levels'][number];

/** Each member's level; who is of the first one is not in the value. */
function Levels({ members, value = [], onChange }: { members: string[]; value?: Level[]; onChange?: (levels: Level[]) => void }) {
  const { t } = useText();
  const { personName } = useDirectory();
  const set = (user: string, level: number) => onChange?.([...value.filter((one) => one.user !== user), ...(level > 0 ? [{ user, level }] : [])]);
  return (
    <div className="queue-levels">
      {members.map((user) => (
        <label key={user} className="queue-level">
          <span className="clip">{personName(user)}</span>
          <InputNumber
            min={0}
            max={9}
            size="small"
            aria-label={t('queues.levelOf', { name: personName(user) })}
            value={value.find((one) => one.user === user)?.level ?? 0}
            onChange={(level) => set(user, level ?? 0)}
          />
        </label>
      ))}
    </div>
  );
}

/** How long callers wait, and where they go then. */
export function QueueWaiting({ name }: { name: string | null }) {
  const { t } = useText();
  const { options } = useQueues();
  const to = Form.useWatch('overflowTo', Form.useFormInstance<QueueFields>());
  return (
    <fieldset className="form-group">
      <legend className="section-title">{t('queues.waiting')}</legend>
      <div className="form-pair">
        <Form.Item name="maxWaiting" label={t('queues.maxWaiting')} tooltip={t('queues.maxWaitingHint')}>
          <InputNumber min={0} max={10_000} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="announceSeconds" label={t('queues.announceSeconds')} tooltip={t('queues.announceHint')}>
          {seconds(t('common.secondsUnit'), 3600, 0, t('queues.announceNever'))}
        </Form.Item>
        <Form.Item name="longestWaitSeconds" label={t('queues.longestWaitSeconds')}>
          {seconds(t('common.secondsUnit'), 86_400, 5)}
        </Form.Item>
        <Form.Item name="overflowTo" label={t('queues.overflow')}>
          <Select options={(['nowhere', 'queue', 'number'] as const).map((place) => ({ value: place, label: t(`queues.overflowTo.${place}`) }))} />
        </Form.Item>
      </div>
      {to === 'queue' && (
        <Form.Item name="overflowQueue" label={t('queues.overflowQueue')} rules={[{ required: true }]}>
          <Select options={options.filter((queue) => queue.value !== name)} />
        </Form.Item>
      )}
      {to === 'number' && (
        <Form.Item name="overflowNumber" label={t('queues.overflowNumber')} extra={t('queues.overflowNumberHint')} rules={[{ required: true, whitespace: true }]}>
          <Input inputMode="tel" maxLength={40} />
        </Form.Item>
      )}
    </fieldset>
  );
}
