import { Button } from 'antd';
import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Markdown } from '../knowledge/Markdown';
import type { ScriptStep } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import type { Fields } from './fields';
import { Filled, useGapText } from './Filled';
import { fillIn } from './fillIn';
import { answered, back, backTo, faultsAt, forward, stepAt, valuesOf, type Fault, type Passage } from './passage';
import { QuestionField } from './QuestionField';
import './script.css';

interface ScriptPlayerProps {
  name: string;
  language: string;
  steps: readonly ScriptStep[];
  passage: Passage;
  fields: Fields;
  /** Nothing is answered before somebody talks; the text can be read. */
  disabled?: boolean;
  /** How saving goes. */
  status?: React.ReactNode;
  /** A step is to be kept at once, a stroke in a moment. */
  onChange: (passage: Passage, atOnce: boolean) => void;
}

const typingOnMac = (target: EventTarget | null) =>
  /Mac/.test(navigator.platform) && target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(target.tagName);

/** Walks through a script: the present step with its questions, the way so far, on and back. On the desk and on trial alike. */
export function ScriptPlayer({ name, language, steps, passage, fields, disabled = false, status, onChange }: ScriptPlayerProps) {
  const { t } = useText();
  const gap = useGapText();
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [faults, setFaults] = useState<Map<string, Fault>>(new Map());
  const step = stepAt(steps, passage);
  const plugins = useMemo(() => [fillIn(fields, gap)], [fields, gap]);

  const move = (to: Passage) => {
    if (to === passage) return;
    setFaults(new Map());
    onChange(to, true);
    // Who goes on by key reads on from the new step's title.
    requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }));
  };
  const next = () => {
    if (!step || passage.done) return;
    const found = faultsAt(step, passage);
    setFaults(found);
    if (found.size === 0) move(forward(steps, passage));
    else requestAnimationFrame(() => section.current?.querySelector<HTMLElement>('.script-wrong :is(input, textarea)')?.focus());
  };
  const previous = () => {
    if (passage.done || passage.trail.length > 1) move(back(passage));
  };

  useEffect(() => {
    if (disabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || typingOnMac(event.target) || document.querySelector('[role=dialog]')) return;
      if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
      // Else the browser would leave the page.
      event.preventDefault();
      if (event.key === 'ArrowRight') next();
      else previous();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  if (!step) return null;
  const last = passage.trail.length - 1;
  return (
    <section ref={section} className="script" aria-label={t('scripts.script')}>
      <header className="section-head">
        <h2 className="clip" title={name} lang={language}>{name}</h2>
        <span className="small soft script-status" role="status">{status}</span>
      </header>
      {(last > 0 || passage.done) && (
        <ol className="script-trail" aria-label={t('scripts.trail')}>
          {passage.trail.map((key, i) => {
            const title = <Filled text={steps.find((s) => s.key === key)?.title ?? ''} fields={fields} />;
            const here = i === last && !passage.done;
            return (
              <li key={key}>
                {here || disabled ? (
                  <span className={here ? 'script-here' : 'soft'} aria-current={here ? 'step' : undefined}>{title}</span>
                ) : (
                  <button type="button" className="plain-button" onClick={() => move(backTo(passage, key))}>{title}</button>
                )}
              </li>
            );
          })}
          {passage.done && <li><span className="script-here" aria-current="step">{t('scripts.end')}</span></li>}
        </ol>
      )}
      {passage.done ? (
        <h3 ref={heading} tabIndex={-1} className="script-title script-done">
          <Check size={15} aria-hidden="true" /> {t('scripts.done')}
        </h3>
      ) : (
        <form
          lang={language}
          onSubmit={(e) => {
            e.preventDefault();
            if (!disabled) next();
          }}
        >
          <h3 ref={heading} tabIndex={-1} className="script-title"><Filled text={step.title} fields={fields} /></h3>
          <Markdown text={step.text} plugins={plugins} />
          {step.questions.map((question) => (
            <QuestionField
              key={`${step.key}/${question.key}`}
              question={question}
              values={valuesOf(passage, step.key, question.key)}
              fields={fields}
              fault={faults.get(question.key)}
              disabled={disabled}
              onChange={(values) => {
                if (faults.has(question.key)) setFaults(new Map([...faults].filter(([key]) => key !== question.key)));
                onChange(answered(passage, step.key, question.key, values), false);
              }}
            />
          ))}
          {/* So that Enter in a field goes on, as the button below does. */}
          <button type="submit" hidden>{t('scripts.next')}</button>
        </form>
      )}
      <div className="row script-actions">
        <Button size="small" icon={<ArrowLeft size={14} aria-hidden="true" />} disabled={disabled || (!passage.done && last === 0)} onClick={previous}>
          {t('scripts.back')}
        </Button>
        {!passage.done && (
          <Button size="small" type="primary" icon={<ArrowRight size={14} aria-hidden="true" />} iconPlacement="end" disabled={disabled} onClick={next}>
            {t('scripts.next')}
          </Button>
        )}
        {disabled ? (
          <span className="soft small">{t('scripts.whenTalking')}</span>
        ) : (
          <span className="soft small script-keys"><kbd>Alt</kbd> <kbd>←</kbd> <kbd>→</kbd></span>
        )}
      </div>
    </section>
  );
}
