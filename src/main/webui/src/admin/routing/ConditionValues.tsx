import { Input, Select } from 'antd';
import type { RoutingCondition } from '../../shared/api/types';
import { useQueues } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';
import { ticketTypes } from '../../tickets/queries';
import { weekdays } from './queries';
import { useRoutingText } from './useRoutingText';

interface ConditionValuesProps {
  condition: RoutingCondition;
  onChange: (condition: RoutingCondition) => void;
}

/** What a condition names: tags, types, numbers, queues or hours; nothing where its kind says all. */
export function ConditionValues({ condition, onChange }: ConditionValuesProps) {
  const { t } = useText();
  const { options: queues, queues: known, didText } = useQueues();
  const options: Record<'tag' | 'ticket' | 'did' | 'queue', { value: string; label: string }[]> = {
    tag: [],
    ticket: ticketTypes.map((type) => ({ value: type, label: t(`ticketType.${type}`) })),
    did: known.flatMap((queue) => queue.dids.map((did) => ({ value: did.number, label: didText(did.number) }))),
    queue: queues,
  };
  switch (condition.kind) {
    case 'tag':
    case 'ticket':
    case 'did':
    case 'queue':
      return (
        <Select
          className="routing-values"
          aria-label={t('routing.values')}
          mode={condition.kind === 'tag' ? 'tags' : 'multiple'}
          placeholder={condition.kind === 'ticket' ? t('rules.any') : t('routing.values')}
          value={condition.values}
          options={options[condition.kind]}
          maxCount={50}
          optionFilterProp="label"
          onChange={(values: string[]) => onChange({ ...condition, values })}
        />
      );
    case 'hours':
      return <Hours condition={condition} onChange={onChange} />;
    default:
      return null;
  }
}

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

function Hours({ condition, onChange }: ConditionValuesProps) {
  const { t } = useText();
  const { day } = useRoutingText();
  return (
    <div className="routing-values routing-hours">
      <Select
        aria-label={t('routing.days')}
        mode="multiple"
        placeholder={t('routing.everyDay')}
        value={condition.days}
        options={weekdays.map((name) => ({ value: name, label: day(name) }))}
        onChange={(days) => onChange({ ...condition, days: weekdays.filter((name) => days.includes(name)) })}
      />
      <label className="row small">
        {t('routing.from')}
        <Input type="time" value={condition.from ?? ''} onChange={(e) => onChange({ ...condition, from: e.target.value || null })} />
      </label>
      <label className="row small" title={t('routing.toHint')}>
        {t('routing.to')}
        <Input type="time" value={condition.to === '24:00' ? '' : (condition.to ?? '')} onChange={(e) => onChange({ ...condition, to: e.target.value || null })} />
      </label>
      <Select
        aria-label={t('routing.zone')}
        allowClear
        showSearch
        placeholder={t('routing.houseZone')}
        value={condition.zone ?? null}
        options={zones}
        onChange={(zone: string | null | undefined) => onChange({ ...condition, zone: zone ?? null })}
      />
    </div>
  );
}
