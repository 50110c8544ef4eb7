import { useQuery } from '@tanstack/react-query';
import type { CallScriptRun, CallView, ScriptQuestion } from '../shared/api/types';
import { useDirectory, useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { Section } from '../shared/ui/DetailDrawer';
import type { Fields } from './fields';
import { Filled } from './Filled';
import { valuesOf } from './passage';
import { callScriptQuery } from './queries';
import './script.css';

/** What was answered in the scripts of a call; nothing where nothing was. */
export function CallScriptAnswers({ call }: { call: CallView }) {
  const { t, language, phone } = useText();
  const { queueLabel } = useQueues();
  const { data } = useQuery(callScriptQuery(call.id, language, call.queue ?? null));
  const answered = data?.scripts?.filter((run) => run.version > 0 && run.answers.length > 0) ?? [];
  if (answered.length === 0) return null;
  const fields: Fields = { 'customer.name': call.customerName, 'call.queue': queueLabel(call.queue), 'call.from': phone(call.fromE164 ?? call.from) };
  return (
    <Section title={t('scripts.script')}>
      {answered.map((run) => (
        <Answers key={run.script.scriptId} run={run} fields={fields} />
      ))}
    </Section>
  );
}

function Answers({ run, fields }: { run: CallScriptRun; fields: Fields }) {
  const { t, at } = useText();
  const { agentName } = useDirectory();
  const answerText = useAnswerText();
  const { script } = run;
  return (
    <div className="script-answers">
      <p>
        <span lang={script.language}>{script.name}</span> <span className="soft small">{t('scripts.publishedAs', { version: script.number })}</span>
      </p>
      {script.steps.map((step) => {
        const given = step.questions.flatMap((question): [ScriptQuestion, readonly string[]][] => {
          const values = valuesOf(run, step.key, question.key);
          return values.length > 0 ? [[question, values]] : [];
        });
        return (
          given.length > 0 && (
            <section key={step.key} lang={script.language}>
              <h3><Filled text={step.title} fields={fields} /></h3>
              <dl className="facts">
                {given.map(([question, values]) => (
                  <div key={question.key} className="fact">
                    <dt><Filled text={question.label} fields={fields} /></dt>
                    <dd className="call-notes">{answerText(question, values)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        );
      })}
      {run.savedAt && (
        <p className="soft small">{t('scripts.answeredBy', { who: run.agents.map(agentName).join(t('common.listSeparator')), at: at(run.savedAt) })}</p>
      )}
    </div>
  );
}

/** An answer in the reader's words. */
function useAnswerText() {
  const { t, language } = useText();
  return (question: ScriptQuestion, values: readonly string[]): string => {
    const [first = ''] = values;
    switch (question.kind) {
      case 'yes-no':
        return t(first === 'yes' ? 'common.yes' : 'common.no');
      case 'one-of':
      case 'several-of':
        return values.map((value) => question.choices.find((c) => c.key === value)?.label ?? value).join(t('common.listSeparator'));
      case 'date':
        return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${first}T00:00:00Z`));
      default:
        return first;
    }
  };
}
