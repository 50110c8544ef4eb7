import { Button, Select } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import type { FieldError, RoutingCondition, RoutingConditionKind } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { fieldErrorText } from '../../shared/ui/useProblemText';
import { ConditionValues } from './ConditionValues';
import { conditionKinds, freshCondition } from './queries';
import './routing.css';

const MOST = 20;

interface ConditionsEditorProps {
  value?: RoutingCondition[];
  onChange?: (conditions: RoutingCondition[]) => void;
  /** What the service said is wrong with the conditions. */
  errors: readonly FieldError[];
}

/** What a rule asks of a caller, one line for each condition. */
export function ConditionsEditor({ value: conditions = [], onChange, errors }: ConditionsEditorProps) {
  const { t } = useText();
  const change = (at: number, to: RoutingCondition) => onChange?.(conditions.map((one, i) => (i === at ? to : one)));
  const kinds = conditionKinds.map((kind) => ({ value: kind, label: t(`routingKind.${kind}`) }));
  return (
    <div className="stack">
      <p className="soft small">{t('routing.conditionsHint')}</p>
      <ol className="stack" aria-label={t('routing.conditions')}>
        {conditions.map((one, at) => {
          const faults = errors.filter((e) => e.field.startsWith(`conditions[${at}]`));
          return (
            // Conditions have no names of their own, and nothing within them is kept beside their values.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              <div className="routing-condition" role="group" aria-label={t('routing.condition', { n: at + 1 })}>
                <Select<RoutingConditionKind>
                  aria-label={t('routing.condition', { n: at + 1 })}
                  value={one.kind}
                  options={kinds}
                  status={faults.length > 0 ? 'error' : ''}
                  onChange={(kind) => change(at, { ...freshCondition(kind), negated: one.negated })}
                />
                <Select<'so' | 'not'>
                  aria-label={`${t('routing.condition', { n: at + 1 })}: ${t('routing.holds')}`}
                  value={one.negated ? 'not' : 'so'}
                  options={[
                    { value: 'so', label: t('routing.holds') },
                    { value: 'not', label: t('routing.holdsNot') },
                  ]}
                  onChange={(held) => change(at, { ...one, negated: held === 'not' })}
                />
                <button type="button" className="icon-button" aria-label={t('routing.removeCondition', { n: at + 1 })} onClick={() => onChange?.(conditions.filter((_, i) => i !== at))}>
                  <Trash2 size={14} aria-hidden="true" />
                </button>
                <ConditionValues condition={one} onChange={(to) => change(at, to)} />
                {faults.length > 0 && (
                  <p className="routing-fault small" role="alert">
                    {[...new Set(faults.map(fieldErrorText))].join(' ')}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <Button
        className="routing-add"
        icon={<Plus size={14} aria-hidden="true" />}
        disabled={conditions.length >= MOST}
        onClick={() => onChange?.([...conditions, freshCondition(conditionKinds.find((kind) => conditions.every((c) => c.kind !== kind)) ?? 'tag')])}
      >
        {t('routing.addCondition')}
      </Button>
    </div>
  );
}
