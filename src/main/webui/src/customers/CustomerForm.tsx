import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select, Switch } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { chooseCustomer } from '../desk/agent';
import { answer, api, ifMatch } from '../shared/api/client';
import type { CustomerView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { RecordForm } from '../shared/ui/form/RecordForm';
import { AlreadyThere } from './duplicates/AlreadyThere';
import { customerQuery, inputOf, type CustomerInput } from './queries';

interface CustomerFormProps {
  customer?: CustomerView;
  prefill?: { phone?: string; name?: string };
  /** The call this new customer was met on. */
  callId?: string;
  /** Takes a customer who is there already instead of making another. */
  onExisting?: (customer: { id: string; name: string }) => void;
  onSaved: (customer: CustomerView) => void;
  onCancel: () => void;
  onDirty?: (dirty: boolean) => void;
}

export function CustomerForm({ customer, prefill, callId, onExisting, onSaved, onCancel, onDirty }: CustomerFormProps) {
  const { t } = useText();
  const client = useQueryClient();
  const initial: CustomerInput = customer
    ? inputOf(customer)
    : {
        kind: 'person',
        name: prefill?.name ?? '',
        tags: [],
        vip: false,
        note: null,
        contacts: [{ name: prefill?.name ?? '', phones: [{ raw: prefill?.phone ?? '', label: null }] }],
      };

  const save = async (values: CustomerInput, version: number | null) => {
    const input = tidy(values);
    const saved = customer
      ? await answer(api.PATCH('/api/v1/customers/{id}', { params: { path: { id: customer.id }, header: ifMatch(version ?? customer.version) }, body: input }))
      : await answer(api.POST('/api/v1/customers', { body: input }));
    if (callId) await chooseCustomer(callId, saved.id).catch(() => undefined);
    return saved;
  };

  return (
    <RecordForm<CustomerInput, CustomerView>
      initial={initial}
      version={customer?.version ?? null}
      save={save}
      {...(customer
        ? {
            reload: async () => {
              const newest = await client.fetchQuery({ ...customerQuery(customer.id), staleTime: 0 });
              return { values: inputOf(newest), version: newest.version };
            },
          }
        : {})}
      onSaved={(saved) => {
        client.setQueryData(customerQuery(saved.id).queryKey, saved);
        void client.invalidateQueries({ queryKey: ['list', 'customers'] });
        void client.invalidateQueries({ queryKey: ['timeline', saved.id] });
        onSaved(saved);
      }}
      onCancel={onCancel}
      {...(onDirty ? { onDirty } : {})}
      submitLabel={customer ? t('common.save') : t('customers.create')}
    >
      {!customer && <AlreadyThere onExisting={onExisting} />}
      <Form.Item name="kind" label={t('customers.kind')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'person', label: t('customers.person') },
            { value: 'company', label: t('customers.company') },
          ]}
        />
      </Form.Item>
      <Form.Item name="name" label={t('customers.name')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} autoFocus={!customer} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="tags" label={t('customers.tags')}>
          <Select mode="tags" tokenSeparators={[',', '，', ';']} maxCount={20} open={false} suffixIcon={null} placeholder={t('customers.tagsHint')} />
        </Form.Item>
        <Form.Item name="vip" label={t('customers.vip')} valuePropName="checked">
          <Switch aria-label={t('customers.vip')} />
        </Form.Item>
      </div>
      <Form.List name="contacts">
        {(contacts, { add, remove }) => (
          <>
            {contacts.map(({ key, name }) => (
              <fieldset key={key} className="form-group">
                <legend className="visually-hidden">{t('customers.contact')}</legend>
                <Form.Item noStyle shouldUpdate={(a: CustomerInput, b: CustomerInput) => a.kind !== b.kind}>
                  {({ getFieldValue }) =>
                    getFieldValue('kind') === 'company' || contacts.length > 1 ? (
                      <div className="form-pair">
                        <Form.Item name={[name, 'name']} label={t('customers.contactName')}>
                          <Input maxLength={200} />
                        </Form.Item>
                        <Form.Item name={[name, 'title']} label={t('customers.contactTitle')}>
                          <Input maxLength={120} />
                        </Form.Item>
                      </div>
                    ) : null
                  }
                </Form.Item>
                <Phones contact={name} />
                <Form.Item name={[name, 'email']} label={t('customers.email')}>
                  <Input maxLength={254} inputMode="email" />
                </Form.Item>
                {contacts.length > 1 && (
                  <Button type="text" size="small" danger icon={<Trash2 size={14} aria-hidden="true" />} onClick={() => remove(name)}>
                    {t('customers.removeContact')}
                  </Button>
                )}
              </fieldset>
            ))}
            <Button type="dashed" icon={<Plus size={14} aria-hidden="true" />} onClick={() => add({ name: '', phones: [{ raw: '' }] })}>
              {t('customers.addContact')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="note" label={t('customers.note')} style={{ marginTop: 14 }}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
    </RecordForm>
  );
}

function Phones({ contact }: { contact: number }) {
  const { t } = useText();
  return (
    <Form.List name={[contact, 'phones']}>
      {(phones, { add, remove }) => (
        <div className="customer-phones">
          {phones.map(({ key, name }, at) => (
            <div key={key} className="form-line">
              <Form.Item name={[name, 'raw']} label={at === 0 ? t('customers.phone') : undefined}>
                <Input inputMode="tel" maxLength={40} aria-label={t('customers.phone')} />
              </Form.Item>
              <Form.Item name={[name, 'label']} label={at === 0 ? t('customers.phoneLabel') : undefined}>
                <Input maxLength={40} aria-label={t('customers.phoneLabel')} />
              </Form.Item>
              <button type="button" className={`icon-button${at === 0 ? ' customer-phone-first' : ''}`} aria-label={t('customers.removePhone')} onClick={() => remove(name)}>
                <Trash2 size={14} aria-hidden="true" />
              </button>
            </div>
          ))}
          <Button type="link" size="small" className="customer-add-phone" onClick={() => add({ raw: '' })}>
            {t('customers.addPhone')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

/** Leaves out empty lines; a person's only contact carries the person's own name. */
export function tidy(values: CustomerInput): CustomerInput {
  const blankToNull = (text: string | null | undefined) => text?.trim() || null;
  const contacts = values.contacts
    .map((c) => ({
      ...c,
      name: c.name?.trim() || values.name.trim(),
      title: blankToNull(c.title),
      email: blankToNull(c.email),
      phones: (c.phones ?? []).filter((p) => p?.raw?.trim()).map((p) => ({ raw: p.raw.trim(), label: blankToNull(p.label) })),
    }))
    .filter((c, at) => at === 0 || c.phones.length > 0 || c.email || c.name !== values.name.trim());
  const first = contacts[0];
  if (values.kind === 'person' && contacts.length === 1 && first) first.name = values.name.trim();
  return { ...values, name: values.name.trim(), note: blankToNull(values.note), contacts };
}
