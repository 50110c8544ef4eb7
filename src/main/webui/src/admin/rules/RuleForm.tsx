import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select, Switch } from 'antd';
import { answer, api, ifMatch } from '../../shared/api/client';
import type { TicketRuleView } from '../../shared/api/types';
import { useQueues } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';
import { RecordForm } from '../../shared/ui/form/RecordForm';
import { ticketPriorities, ticketTypes } from '../../tickets/queries';
import { assigns, callers, directions, outcomes, ruleQuery } from './queries';

type RuleFields = Omit<TicketRuleView, 'id' | 'updatedAt' | 'version'>;

const usual: RuleFields = {
  name: '', position: 10, enabled: true, directions: ['inbound'], outcomes: [], queues: [], caller: 'anybody', minTalkSeconds: 0,
  opens: true, type: 'request', priority: 'normal', subject: null, dueMinutes: null, assign: 'agent',
};

const fieldsOf = ({ id: _id, updatedAt: _updatedAt, version: _version, ...fields }: TicketRuleView): RuleFields => ({
  ...fields, subject: fields.subject ?? null, dueMinutes: fields.dueMinutes ?? null,
});

interface RuleFormProps {
  rule?: TicketRuleView;
  onSaved: () => void;
  onCancel: () => void;
}

export function RuleForm({ rule, onSaved, onCancel }: RuleFormProps) {
  const { t } = useText();
  const client = useQueryClient();
  const { options } = useQueues();
  const any = { mode: 'multiple' as const, placeholder: t('rules.any'), optionFilterProp: 'label' };
  return (
    <RecordForm<RuleFields, TicketRuleView>
      initial={rule ? fieldsOf(rule) : usual}
      version={rule?.version ?? null}
      save={(values, version) => {
        const body = { ...values, subject: values.subject?.trim() || null };
        return rule
          ? answer(api.PATCH('/api/v1/ticket-rules/{id}', { params: { path: { id: rule.id }, header: ifMatch(version ?? rule.version) }, body }))
          : answer(api.POST('/api/v1/ticket-rules', { body }));
      }}
      {...(rule
        ? {
            reload: async () => {
              const newest = await client.fetchQuery({ ...ruleQuery(rule.id), staleTime: 0 });
              return { values: fieldsOf(newest), version: newest.version };
            },
          }
        : {})}
      onSaved={(saved) => {
        client.setQueryData(ruleQuery(saved.id).queryKey, saved);
        void client.invalidateQueries({ queryKey: ['list', 'ticket-rules'] });
        onSaved();
      }}
      onCancel={onCancel}
    >
      <Form.Item name="name" label={t('rules.name')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} autoFocus={!rule} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="position" label={t('rules.position')} tooltip={t('rules.positionHint')} rules={[{ required: true }]}>
          <InputNumber min={1} max={1000} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="enabled" label={t('rules.on')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </div>
      <fieldset className="form-group">
        <legend className="section-title">{t('rules.which')}</legend>
        <div className="form-pair">
          <Form.Item name="directions" label={t('calls.direction')}>
            <Select {...any} options={directions.map((x) => ({ value: x, label: t(`direction.${x}`) }))} />
          </Form.Item>
          <Form.Item name="outcomes" label={t('calls.outcome')}>
            <Select {...any} options={outcomes.map((x) => ({ value: x, label: t(`outcome.${x}`) }))} />
          </Form.Item>
          <Form.Item name="queues" label={t('calls.queue')}>
            <Select {...any} options={options} />
          </Form.Item>
          <Form.Item name="caller" label={t('rules.caller')}>
            <Select options={callers.map((x) => ({ value: x, label: t(`ruleCaller.${x}`) }))} />
          </Form.Item>
          <Form.Item name="minTalkSeconds" label={t('rules.minTalk')}>
            <InputNumber min={0} max={3600} suffix={t('common.secondsUnit')} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </fieldset>
      <fieldset className="form-group">
        <legend className="section-title">{t('rules.what')}</legend>
        <Form.Item name="opens" label={t('rules.opens')} valuePropName="checked" extra={t('rules.opensHint')}>
          <Switch />
        </Form.Item>
        <Form.Item noStyle shouldUpdate={(before: RuleFields, after: RuleFields) => before.opens !== after.opens}>
          {({ getFieldValue }) => (
            <div hidden={!getFieldValue('opens')}>
              <div className="form-pair">
                <Form.Item name="type" label={t('tickets.type')}>
                  <Select options={ticketTypes.map((x) => ({ value: x, label: t(`ticketType.${x}`) }))} />
                </Form.Item>
                <Form.Item name="priority" label={t('tickets.priority')}>
                  <Select options={ticketPriorities.map((x) => ({ value: x, label: t(`priority.${x}`) }))} />
                </Form.Item>
                <Form.Item name="assign" label={t('tickets.assignee')} tooltip={t('rules.assignHint')}>
                  <Select options={assigns.map((x) => ({ value: x, label: t(`ruleAssign.${x}`) }))} />
                </Form.Item>
                <Form.Item name="dueMinutes" label={t('rules.due')}>
                  <InputNumber min={1} max={43200} suffix={t('common.minutesUnit')} style={{ width: '100%' }} />
                </Form.Item>
              </div>
              <Form.Item name="subject" label={t('tickets.subject')} extra={t('rules.subjectHint', { from: '{{call.from}}', queue: '{{call.queue}}' })}>
                <Input maxLength={150} placeholder={t('rules.subjectUsual')} />
              </Form.Item>
            </div>
          )}
        </Form.Item>
      </fieldset>
    </RecordForm>
  );
}
