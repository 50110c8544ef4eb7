import type { ScriptQuestion, ScriptQuestionKind, ScriptStep } from '../shared/api/types';
import { choicesOf } from './flow';

/** Changes of a script under the editor's hands; each leaves ways only to what is there. */

/** The first name of this kind that is free. Writers never see it. */
function free(prefix: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) if (!taken.includes(prefix + n)) return prefix + n;
}

const without = <T>(all: readonly T[], at: number): T[] => all.filter((_, i) => i !== at);
const replaced = <T>(all: readonly T[], at: number, one: T): T[] => all.map((old, i) => (i === at ? one : old));

export const firstStep = (): ScriptStep => ({ key: 's1', title: '', text: '', questions: [], branches: [], next: null });

/** A step after another one, into whose usual way it is put. */
export function insertStep(steps: readonly ScriptStep[], after: number): ScriptStep[] {
  const before = steps[after];
  const key = free('s', steps.map((s) => s.key));
  const made = { ...firstStep(), key, next: before?.next ?? null };
  return steps.flatMap((step, i) => (i === after ? [{ ...step, next: key }, made] : [step]));
}

/** Without a step; what led there leads to where it led. The last step stays. */
export function removeStep(steps: readonly ScriptStep[], at: number): ScriptStep[] {
  const gone = steps[at];
  if (!gone || steps.length === 1) return [...steps];
  const past = gone.next === gone.key ? null : (gone.next ?? null);
  const to = (next: string | null | undefined) => (next === gone.key ? past : (next ?? null));
  return without(steps, at).map((step) => ({ ...step, next: to(step.next), branches: step.branches.map((b) => ({ ...b, next: to(b.next) })) }));
}

/** With two neighbours changed; the first step is where calls begin. */
export function moveStep(steps: readonly ScriptStep[], at: number, by: 1 | -1): ScriptStep[] {
  const one = steps[at];
  const other = steps[at + by];
  return one && other ? replaced(replaced(steps, at, other), at + by, one) : [...steps];
}

export const changeStep = (steps: readonly ScriptStep[], at: number, change: Partial<ScriptStep>): ScriptStep[] =>
  steps.map((step, i) => (i === at ? fitted({ ...step, ...change }) : step));

/** Rules for answers that are no more are no more; rules about the same answer are one. */
function fitted(step: ScriptStep): ScriptStep {
  const seen = new Set<string>();
  const branches = step.branches.filter(({ question, value }) => {
    const asked = step.questions.find((q) => q.key === question);
    const rule = `${question}=${value}`;
    if (!asked || !choicesOf(asked).includes(value) || seen.has(rule)) return false;
    seen.add(rule);
    return true;
  });
  return { ...step, branches };
}

const chooses = (kind: ScriptQuestionKind) => kind === 'one-of' || kind === 'several-of';

export const addQuestion = (step: ScriptStep): ScriptQuestion[] => [
  ...step.questions,
  { key: free('q', step.questions.map((q) => q.key)), kind: 'text', label: '', required: false, choices: [] },
];

export const changeQuestion = (step: ScriptStep, at: number, change: Partial<ScriptQuestion>): ScriptQuestion[] =>
  step.questions.map((question, i) => {
    if (i !== at) return question;
    const changed = { ...question, ...change };
    if (!chooses(changed.kind)) return { ...changed, choices: [] };
    return changed.choices.length > 0 ? changed : { ...changed, choices: [{ key: 'c1', label: '' }, { key: 'c2', label: '' }] };
  });

export const removeQuestion = (step: ScriptStep, at: number): ScriptQuestion[] => without(step.questions, at);

export const addChoice = ({ choices }: ScriptQuestion) => [...choices, { key: free('c', choices.map((c) => c.key)), label: '' }];

export const changeChoice = ({ choices }: ScriptQuestion, at: number, label: string) => choices.map((c, i) => (i === at ? { ...c, label } : c));

export const removeChoice = ({ choices }: ScriptQuestion, at: number) => without(choices, at);

/** Answers that a rule can be made for and that have none yet. */
export function freeAnswers(step: ScriptStep): { question: string; value: string }[] {
  return step.questions
    .flatMap((q) => choicesOf(q).map((value) => ({ question: q.key, value })))
    .filter(({ question, value }) => !step.branches.some((b) => b.question === question && b.value === value));
}
