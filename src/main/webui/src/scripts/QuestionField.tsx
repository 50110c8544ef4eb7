import { Button, Checkbox, DatePicker, Input, InputNumber, Radio } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import type { ScriptQuestion } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import type { Fields } from './fields';
import { Filled } from './Filled';
import type { Fault } from './passage';

interface QuestionFieldProps {
  question: ScriptQuestion;
  values: readonly string[];
  fields: Fields;
  fault: Fault | undefined;
  disabled: boolean;
  onChange: (values: readonly string[]) => void;
}

/** One question of a step, with the field its kind needs. */
export function QuestionField({ question, values, fields, fault, disabled, onChange }: QuestionFieldProps) {
  const { t } = useText();
  const id = useId();
  const grouped = question.kind === 'one-of' || question.kind === 'several-of' || question.kind === 'yes-no';
  const label = (
    <>
      <Filled text={question.label} fields={fields} />
      {!question.required && <span className="soft small"> {t('scripts.optional')}</span>}
    </>
  );
  const told = fault && (
    <p id={`${id}-fault`} className="script-fault" role="alert">
      {t(`scripts.fault.${fault}`)}
    </p>
  );
  const described = fault ? { 'aria-describedby': `${id}-fault` } : {};
  const className = `script-question${fault ? ' script-wrong' : ''}`;
  if (grouped) {
    return (
      <fieldset className={className} {...described}>
        <legend>{label}</legend>
        <div className="row script-choices">
          <Choices question={question} values={values} disabled={disabled} onChange={onChange} name={id} />
          {!question.required && values.length > 0 && question.kind !== 'several-of' && (
            <Button type="text" size="small" disabled={disabled} onClick={() => onChange([])}>
              {t('scripts.clear')}
            </Button>
          )}
        </div>
        {told}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label htmlFor={id}>{label}</label>
      <Typed id={id} question={question} values={values} disabled={disabled} onChange={onChange} described={described} />
      {told}
    </div>
  );
}

type Inner = Pick<QuestionFieldProps, 'question' | 'values' | 'disabled' | 'onChange'>;

function Choices({ question, values, disabled, onChange, name }: Inner & { name: string }) {
  const { t } = useText();
  const choices = question.kind === 'yes-no'
    ? (['yes', 'no'] as const).map((value) => ({ value: value as string, label: t(`common.${value}`) }))
    : question.choices.map(({ key, label }) => ({ value: key, label }));
  if (question.kind === 'several-of') {
    // In the order of the choices, however they were ticked.
    const chosen = (ticked: unknown[]) => onChange(choices.map((c) => c.value).filter((value) => ticked.includes(value)));
    return <Checkbox.Group options={choices} value={[...values]} disabled={disabled} onChange={chosen} />;
  }
  return <Radio.Group name={name} options={choices} value={values[0] ?? null} disabled={disabled} onChange={(e) => onChange([e.target.value as string])} />;
}

function Typed({ id, question, values, disabled, onChange, described }: Inner & { id: string; described: object }) {
  const value = values[0] ?? '';
  switch (question.kind) {
    case 'number':
      return <InputNumber<string> id={id} stringMode controls={false} value={value || null} disabled={disabled} onChange={(n) => onChange(n ? [n] : [])} {...described} />;
    case 'date':
      return (
        <DatePicker
          id={id}
          value={value ? dayjs(value) : null}
          disabled={disabled}
          onChange={(day) => onChange(day ? [day.format('YYYY-MM-DD')] : [])}
          {...described}
        />
      );
    default:
      return (
        <Input.TextArea
          id={id}
          value={value}
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={2000}
          disabled={disabled}
          onChange={(e) => onChange([e.target.value])}
          {...described}
        />
      );
  }
}
