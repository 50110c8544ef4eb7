import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select, Switch } from 'antd';
import { useState } from 'react';
import { answer, api, ifMatch } from '../../shared/api/client';
import { ProblemError } from '../../shared/api/problem';
import type { FieldError, RoutingRuleView } from '../../shared/api/types';
import { useQueues } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';
import { RecordForm } from '../../shared/ui/form/RecordForm';
import { ConditionsEditor } from './ConditionsEditor';
import { routingRuleQuery } from './queries';

type Written = Omit<RoutingRuleView, 'id' | 'position' | 'updatedAt' | 'version'>;
type RuleFields = Omit<Written, 'refuse'> & { refuse: 'through' | 'busy' | 'rejected' };

const usual: RuleFields = { name: '', enabled: true, conditions: [], refuse: 'through', queue: null, priority: null, last: true };

const fieldsOf = (rule: RoutingRuleView): RuleFields => ({
  name: rule.name, enabled: rule.enabled, conditions: rule.conditions, refuse: rule.refuse ?? 'through', queue: rule.queue ?? null, priority: rule.priority ?? null, last: rule.last,
});

/** Who is refused goes nowhere. */
const bodyOf = ({ refuse, ...fields }: RuleFields): Written =>
  refuse === 'through' ? { ...fields, refuse: null, queue: fields.queue ?? null, priority: fields.priority ?? null } : { ...fields, refuse, queue: null, priority: null, last: true };

interface RoutingFormProps {
  rule?: RoutingRuleView;
  onSaved: () => void;
  onCancel: () => void;
}

export function RoutingForm({ rule, onSaved, onCancel }: RoutingFormProps) {
  const { t } = useText();
  const client = useQueryClient();
  const { options } = useQueues();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const save = async (fields: RuleFields, version: number | null) => {
    setErrors([]);
    const body = bodyOf(fields);
    try {
      return await (rule
        ? answer(api.PATCH('/api/v1/routing-rules/{id}', { params: { path: { id: rule.id }, header: ifMatch(version ?? rule.version) }, body }))
        : answer(api.POST('/api/v1/routing-rules', { body })));
    } catch (error) {
      if (error instanceof ProblemError) setErrors(error.errors.filter((e) => e.field.startsWith('conditions[')));
      throw error;
    }
  };
  return (
    <RecordForm<RuleFields, RoutingRuleView>
      initial={rule ? fieldsOf(rule) : usual}
      version={rule?.version ?? null}
      save={save}
      {...(rule
        ? {
            reload: async () => {
              const newest = await client.fetchQuery({ ...routingRuleQuery(rule.id), staleTime: 0 });
              return { values: fieldsOf(newest), version: newest.version };
            },
          }
        : {})}
      onSaved={(saved) => {
        client.setQueryData(routingRuleQuery(saved.id).queryKey, saved);
        void client.invalidateQueries({ queryKey: ['list', 'routing-rules'] });
        onSaved();
      }}
      onCancel={onCancel}
    >
      <div className="form-pair">
        <Form.Item name="name" label={t('rules.name')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} autoFocus={!rule} />
        </Form.Item>
        <Form.Item name="enabled" label={t('rules.on')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </div>
      <fieldset className="form-group">
        <legend className="section-title">{t('routing.which')}</legend>
        <Form.Item name="conditions" noStyle>
          <ConditionsEditor errors={errors} />
        </Form.Item>
      </fieldset>
      <fieldset className="form-group">
        <legend className="section-title">{t('routing.what')}</legend>
        <Form.Item name="refuse" label={t('routing.decision')}>
          <Select
            options={[
              { value: 'through', label: t('routing.through') },
              { value: 'busy', label: t('routing.refuseBusy') },
              { value: 'rejected', label: t('routing.refuseRejected') },
            ]}
          />
        </Form.Item>
        <Form.Item noStyle shouldUpdate={(before: RuleFields, after: RuleFields) => before.refuse !== after.refuse}>
          {({ getFieldValue }) => (
            <div hidden={getFieldValue('refuse') !== 'through'}>
              <div className="form-pair">
                <Form.Item name="queue" label={t('routing.queue')}>
                  <Select allowClear options={options} placeholder={t('routing.usualQueue')} />
                </Form.Item>
                <Form.Item name="priority" label={t('routing.priority')} extra={t('routing.priorityHint')}>
                  <InputNumber min={0} max={20} precision={0} placeholder={t('routing.noPriority')} style={{ width: '100%' }} />
                </Form.Item>
              </div>
              <Form.Item name="last" label={t('routing.last')} valuePropName="checked" extra={t('routing.lastHint')}>
                <Switch />
              </Form.Item>
            </div>
          )}
        </Form.Item>
      </fieldset>
    </RecordForm>
  );
}
