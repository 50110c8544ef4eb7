import { Button, Checkbox, Dropdown, Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { Braces, Plus, Trash2 } from 'lucide-react';
import { useId, useRef } from 'react';
import type { ScriptQuestion, ScriptQuestionKind, ScriptStep } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { addChoice, addQuestion, changeChoice, changeQuestion, freeAnswers, removeChoice, removeQuestion } from './edits';
import { fieldNames, placeholder } from './fields';
import { choicesOf } from './flow';

const kinds: ScriptQuestionKind[] = ['text', 'one-of', 'several-of', 'yes-no', 'number', 'date'];
const END = '';

interface StepFieldsProps {
  step: ScriptStep;
  steps: readonly ScriptStep[];
  /** What the service said is wrong, by the field's path within the step. */
  faultOf: (path: string) => string | null;
  onChange: (change: Partial<ScriptStep>) => void;
}

/** What is said, asked and decided in one step. */
export function StepFields({ step, steps, faultOf, onChange }: StepFieldsProps) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="step-fields">
      <Field id={`${id}-title`} label={t('scripts.stepTitle')} fault={faultOf('title') ?? faultOf('key')}>
        <Input id={`${id}-title`} maxLength={100} value={step.title} onChange={(e) => onChange({ title: e.target.value })} />
      </Field>
      <Field id={`${id}-text`} label={t('scripts.text')} fault={faultOf('text')}>
        <SaidText id={`${id}-text`} value={step.text} onChange={(text) => onChange({ text })} />
      </Field>
      {step.questions.map((question, i) => (
        <QuestionFields
          key={question.key}
          n={i}
          question={question}
          faultOf={(path) => faultOf(`questions[${i}].${path}`)}
          onChange={(change) => onChange({ questions: changeQuestion(step, i, change) })}
          onRemove={() => onChange({ questions: removeQuestion(step, i) })}
        />
      ))}
      <Button size="small" icon={<Plus size={14} aria-hidden="true" />} disabled={step.questions.length >= 20} onClick={() => onChange({ questions: addQuestion(step) })}>
        {t('scripts.addQuestion')}
      </Button>
      <Ways step={step} steps={steps} faultOf={faultOf} onChange={onChange} />
    </div>
  );
}

function Field({ id, label, fault, children }: { id: string; label: string; fault?: string | null; children: React.ReactNode }) {
  return (
    <div className="step-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {fault && <p className="script-fault" role="alert">{fault}</p>}
    </div>
  );
}

/** A plain field for Markdown, and the customer's and the call's fields to put into it. */
function SaidText({ id, value, onChange }: { id: string; value: string; onChange: (value: string) => void }) {
  const { t } = useText();
  const area = useRef<TextAreaRef>(null);
  const insert = (text: string) => {
    const field = area.current?.resizableTextArea?.textArea;
    const from = field?.selectionStart ?? value.length;
    onChange(value.slice(0, from) + text + value.slice(field?.selectionEnd ?? from));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + text.length, from + text.length);
    });
  };
  return (
    <>
      <Input.TextArea id={id} ref={area} autoSize={{ minRows: 4, maxRows: 16 }} maxLength={10_000} value={value} onChange={(e) => onChange(e.target.value)} />
      <Dropdown
        trigger={['click']}
        menu={{ items: fieldNames.map((name) => ({ key: name, label: t(`scripts.field.${name}`), onClick: () => insert(placeholder(name)) })) }}
      >
        <Button type="text" size="small" className="step-insert" icon={<Braces size={14} aria-hidden="true" />}>{t('scripts.insert')}</Button>
      </Dropdown>
    </>
  );
}

interface QuestionFieldsProps {
  n: number;
  question: ScriptQuestion;
  faultOf: (path: string) => string | null;
  onChange: (change: Partial<ScriptQuestion>) => void;
  onRemove: () => void;
}

function QuestionFields({ n, question, faultOf, onChange, onRemove }: QuestionFieldsProps) {
  const { t } = useText();
  const name = t('scripts.question', { n: n + 1 });
  const choosing = question.kind === 'one-of' || question.kind === 'several-of';
  const fault = faultOf('label') ?? faultOf('key') ?? faultOf('choices');
  return (
    <fieldset className="step-question">
      <legend className="visually-hidden">{name}</legend>
      <div className="row">
        <Input aria-label={name} placeholder={name} maxLength={300} value={question.label} onChange={(e) => onChange({ label: e.target.value })} />
        <Select<ScriptQuestionKind>
          className="step-kind"
          aria-label={`${name}: ${t('scripts.kind')}`}
          value={question.kind}
          options={kinds.map((value) => ({ value, label: t(`scripts.questionKind.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
        <RemoveButton label={`${t('scripts.remove')}: ${name}`} onClick={onRemove} />
      </div>
      {fault && <p className="script-fault" role="alert">{fault}</p>}
      {choosing && (
        <ul className="step-choices" aria-label={t('scripts.choices')}>
          {question.choices.map((choice, i) => {
            const word = t('scripts.choice', { n: i + 1 });
            const wrong = faultOf(`choices[${i}].label`);
            return (
              <li key={choice.key}>
                <div className="row">
                  <Input size="small" aria-label={`${name}, ${word}`} placeholder={word} maxLength={200} value={choice.label} onChange={(e) => onChange({ choices: changeChoice(question, i, e.target.value) })} />
                  <RemoveButton label={`${t('scripts.remove')}: ${name}, ${word}`} disabled={question.choices.length <= 2} onClick={() => onChange({ choices: removeChoice(question, i) })} />
                </div>
                {wrong && <p className="script-fault" role="alert">{wrong}</p>}
              </li>
            );
          })}
          <li>
            <Button type="text" size="small" icon={<Plus size={14} aria-hidden="true" />} disabled={question.choices.length >= 20} onClick={() => onChange({ choices: addChoice(question) })}>
              {t('scripts.addChoice')}
            </Button>
          </li>
        </ul>
      )}
      <Checkbox checked={question.required} onChange={(e) => onChange({ required: e.target.checked })}>{t('scripts.required')}</Checkbox>
    </fieldset>
  );
}

/** Rules: with this answer to that step; and where it goes otherwise. */
function Ways({ step, steps, faultOf, onChange }: StepFieldsProps) {
  const { t } = useText();
  const free = freeAnswers(step);
  const targets = [...steps.map((s, i) => ({ value: s.key, label: s.title || t('scripts.step', { n: i + 1 }) })), { value: END, label: t('scripts.end') }];
  const target = (next: string | null | undefined, label: string, to: (next: string | null) => void) => (
    <Select className="grow" aria-label={label} value={next ?? END} options={targets} onChange={(value) => to(value === END ? null : value)} />
  );
  const answerWord = (question: string, value: string) => {
    const at = step.questions.findIndex((q) => q.key === question);
    const asked = step.questions[at];
    const word = asked?.kind === 'yes-no' ? t(value === 'yes' ? 'common.yes' : 'common.no') : asked?.choices.find((c) => c.key === value)?.label || value;
    return `${asked?.label || t('scripts.question', { n: at + 1 })} ${t('scripts.isAnswer')} ${word}`;
  };
  const answers = step.questions.flatMap((q) => choicesOf(q).map((value) => ({ value: `${q.key}=${value}`, label: answerWord(q.key, value) })));
  return (
    <fieldset className="step-ways">
      <legend>{t('scripts.branches')}</legend>
      {step.branches.map((branch, i) => {
        const rule = `${branch.question}=${branch.value}`;
        const change = (with_: Partial<typeof branch>) => onChange({ branches: step.branches.map((b, j) => (i === j ? { ...b, ...with_ } : b)) });
        const fault = faultOf(`branches[${i}].next`) ?? faultOf(`branches[${i}].value`) ?? faultOf(`branches[${i}].question`);
        return (
          <div key={rule} className="step-way">
            <Select
              className="grow"
              aria-label={t('scripts.branches')}
              value={rule}
              options={answers.filter((a) => a.value === rule || free.some((f) => `${f.question}=${f.value}` === a.value))}
              onChange={(picked) => {
                const [question = '', value = ''] = picked.split('=');
                change({ question, value });
              }}
            />
            <span className="soft small">{t('scripts.thenGo')}</span>
            {target(branch.next, `${answerWord(branch.question, branch.value)}: ${t('scripts.thenGo')}`, (next) => change({ next }))}
            <RemoveButton label={`${t('scripts.remove')}: ${answerWord(branch.question, branch.value)}`} onClick={() => onChange({ branches: step.branches.filter((b) => b !== branch) })} />
            {fault && <p className="script-fault" role="alert">{fault}</p>}
          </div>
        );
      })}
      <div className="step-way">
        <span className="step-otherwise">{t(step.branches.length > 0 ? 'scripts.afterOther' : 'scripts.afterAll')}</span>
        <span className="soft small">{t('scripts.thenGo')}</span>
        {target(step.next, `${t('scripts.afterOther')}: ${t('scripts.thenGo')}`, (next) => onChange({ next }))}
      </div>
      {faultOf('next') && <p className="script-fault" role="alert">{faultOf('next')}</p>}
      {answers.length > 0 && (
        <Button
          type="text"
          size="small"
          icon={<Plus size={14} aria-hidden="true" />}
          disabled={free.length === 0 || step.branches.length >= 20}
          onClick={() => free[0] && onChange({ branches: [...step.branches, { ...free[0], next: step.next ?? null }] })}
        >
          {t('scripts.addBranch')}
        </Button>
      )}
    </fieldset>
  );
}

function RemoveButton({ label, disabled, onClick }: { label: string; disabled?: boolean; onClick: () => void }) {
  return <Button type="text" size="small" aria-label={label} disabled={disabled ?? false} icon={<Trash2 size={14} aria-hidden="true" />} onClick={onClick} />;
}
