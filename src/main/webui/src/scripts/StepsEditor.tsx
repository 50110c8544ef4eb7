import { Button } from 'antd';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { FieldError, ScriptStep } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { fieldErrorText } from '../shared/ui/useProblemText';
import { changeStep, insertStep, moveStep, removeStep } from './edits';
import { FlowPicture } from './FlowPicture';
import { StepFields } from './StepFields';

interface StepsEditorProps {
  value?: ScriptStep[];
  onChange?: (steps: ScriptStep[]) => void;
  /** What the service said is wrong with the steps. */
  errors: readonly FieldError[];
}

/** The steps of a script: the picture and the list to choose one from, and the fields of the chosen one. */
export function StepsEditor({ value: steps = [], onChange, errors }: StepsEditorProps) {
  const { t } = useText();
  const [key, setKey] = useState(steps[0]?.key);
  const [seen, setSeen] = useState(errors);
  if (seen !== errors) {
    // What is wrong is shown where it is.
    setSeen(errors);
    const wrong = steps[Number(/^steps\[(\d+)]/.exec(errors[0]?.field ?? '')?.[1] ?? -1)];
    if (wrong) setKey(wrong.key);
  }
  const at = Math.max(0, steps.findIndex((s) => s.key === key));
  const step = steps[at];
  if (!step) return null;
  const faultOf = (path: string) => {
    const found = errors.find((e) => e.field === `steps[${at}].${path}`);
    return found ? fieldErrorText(found) : null;
  };
  const name = (one: ScriptStep, i: number) => one.title || t('scripts.step', { n: i + 1 });
  const move = (by: 1 | -1) => onChange?.(moveStep(steps, at, by));
  return (
    <div className="steps-editor">
      <FlowPicture steps={steps} chosen={step.key} onChoose={setKey} />
      <p className="soft small">{t('scripts.flowHint')}</p>
      <ol className="steps-list" aria-label={t('scripts.steps')}>
        {steps.map((one, i) => (
          <li key={one.key}>
            <button type="button" className={`choice${one === step ? ' choice-current' : ''}`} aria-pressed={one === step} onClick={() => setKey(one.key)}>
              <span className="tabular faint">{i + 1}</span> {name(one, i)}
              {errors.some((e) => e.field.startsWith(`steps[${i}]`)) && <span className="script-fault"> !</span>}
            </button>
          </li>
        ))}
      </ol>
      <section className="step-card" aria-label={name(step, at)}>
        <header className="row">
          <h3 className="grow clip">{t('scripts.step', { n: at + 1 })}</h3>
          <Button type="text" size="small" aria-label={t('scripts.up')} disabled={at === 0} icon={<ArrowUp size={14} aria-hidden="true" />} onClick={() => move(-1)} />
          <Button type="text" size="small" aria-label={t('scripts.down')} disabled={at === steps.length - 1} icon={<ArrowDown size={14} aria-hidden="true" />} onClick={() => move(1)} />
          <Button
            type="text"
            size="small"
            danger
            aria-label={`${t('scripts.remove')}: ${name(step, at)}`}
            disabled={steps.length === 1}
            icon={<Trash2 size={14} aria-hidden="true" />}
            onClick={() => {
              setKey(steps[at === 0 ? 1 : at - 1]?.key);
              onChange?.(removeStep(steps, at));
            }}
          />
        </header>
        <StepFields key={step.key} step={step} steps={steps} faultOf={faultOf} onChange={(change) => onChange?.(changeStep(steps, at, change))} />
      </section>
      <Button
        icon={<Plus size={14} aria-hidden="true" />}
        disabled={steps.length >= 50}
        onClick={() => {
          const more = insertStep(steps, at);
          setKey(more[at + 1]?.key);
          onChange?.(more);
        }}
      >
        {t('scripts.addStep')}
      </Button>
    </div>
  );
}
