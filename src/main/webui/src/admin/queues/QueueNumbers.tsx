import { Button, Form, Input, Select } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { countryOptions } from '../../shared/format/countries';
import { useText } from '../../shared/i18n/useText';

/** The numbers that lead to the queue. */
export function QueueNumbers({ usual }: { usual: string }) {
  const { t, language } = useText();
  const choices = useMemo(() => countryOptions(language), [language]);
  return (
    <Form.List name="dids">
      {(numbers, { add, remove }) => (
        <fieldset className="form-group">
          <legend className="section-title">{t('queues.dids')}</legend>
          {numbers.map(({ key, name }, at) => (
            <div key={key} className="queue-number">
              <Form.Item name={[name, 'number']} label={at === 0 ? t('queues.number') : undefined} rules={[{ required: true, whitespace: true }]}>
                <Input inputMode="tel" maxLength={21} aria-label={t('queues.number')} />
              </Form.Item>
              <Form.Item name={[name, 'region']} label={at === 0 ? t('queues.region') : undefined} rules={[{ required: true }]}>
                <Select showSearch={{ optionFilterProp: 'label' }} options={choices} aria-label={t('queues.region')} />
              </Form.Item>
              <Form.Item name={[name, 'label']} label={at === 0 ? t('queues.numberNote') : undefined}>
                <Input maxLength={100} aria-label={t('queues.numberNote')} />
              </Form.Item>
              <button type="button" className={`icon-button${at === 0 ? ' queue-number-first' : ''}`} aria-label={t('queues.removeNumber')} onClick={() => remove(name)}>
                <Trash2 size={14} aria-hidden="true" />
              </button>
            </div>
          ))}
          <p className="soft queue-numbers-hint">{t('queues.numbersHint')}</p>
          <Button type="dashed" icon={<Plus size={14} aria-hidden="true" />} onClick={() => add({ number: '', region: usual })}>
            {t('queues.addNumber')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
