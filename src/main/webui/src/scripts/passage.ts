import type { ScriptAnswer, ScriptQuestion, ScriptStep } from '../shared/api/types';

/** How far a call came in a script: the same as the service keeps. Each step is on the trail once at most. */
export interface Passage {
  trail: readonly string[];
  done: boolean;
  /** Also of steps that are not on the trail any more: whoever comes back finds them. */
  answers: readonly ScriptAnswer[];
}

export type Fault = 'unanswered' | 'number' | 'date' | 'tooLong';

const LONGEST = 2000;
const none: readonly string[] = [];

export const begin = (steps: readonly ScriptStep[]): Passage => ({ trail: steps.slice(0, 1).map((s) => s.key), done: false, answers: [] });

/** The present step; the last one also when the script is done. */
export const stepAt = (steps: readonly ScriptStep[], { trail }: Passage): ScriptStep | undefined => steps.find((s) => s.key === trail.at(-1));

export const valuesOf = ({ answers }: Passage, step: string, question: string): readonly string[] =>
  answers.find((a) => a.step === step && a.question === question)?.values ?? none;

/** With another answer; an empty one is none. */
export function answered(passage: Passage, step: string, question: string, values: readonly string[]): Passage {
  const others = passage.answers.filter((a) => a.step !== step || a.question !== question);
  const said = values.filter((value) => value.trim() !== '');
  return { ...passage, answers: said.length > 0 ? [...others, { step, question, values: said }] : others };
}

/** The step that follows these answers; null for the end. The first branch that fits decides. */
export function nextOf(step: ScriptStep, passage: Passage): string | null {
  const branch = step.branches.find(({ question, value }) => valuesOf(passage, step.key, question).includes(value));
  return (branch ? branch.next : step.next) ?? null;
}

/** What is wrong with an answer as it stands, null for a good one and for none. */
export function faultOf({ kind }: ScriptQuestion, values: readonly string[]): Fault | null {
  const [first] = values;
  if (first === undefined) return null;
  if (kind === 'number' && !/^-?\d{1,15}(\.\d{1,6})?$/.test(first)) return 'number';
  if (kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(first)) return 'date';
  return first.length > LONGEST ? 'tooLong' : null;
}

/** What keeps the call from leaving the present step, by question. */
export function faultsAt(step: ScriptStep, passage: Passage): Map<string, Fault> {
  const faults = new Map<string, Fault>();
  for (const question of step.questions) {
    const values = valuesOf(passage, step.key, question.key);
    const fault = values.length === 0 && question.required ? 'unanswered' : faultOf(question, values);
    if (fault) faults.set(question.key, fault);
  }
  return faults;
}

/** One step on, or as it was while something keeps it. A way back leads to the step as it stands on the trail. */
export function forward(steps: readonly ScriptStep[], passage: Passage): Passage {
  const step = stepAt(steps, passage);
  if (!step || passage.done || faultsAt(step, passage).size > 0) return passage;
  const next = nextOf(step, passage);
  if (next === null) return { ...passage, done: true };
  const before = passage.trail.indexOf(next);
  return { ...passage, trail: before >= 0 ? passage.trail.slice(0, before + 1) : [...passage.trail, next] };
}

export const back = (passage: Passage): Passage =>
  passage.done ? { ...passage, done: false } : { ...passage, trail: passage.trail.slice(0, Math.max(1, passage.trail.length - 1)) };

/** Back to a step that was passed; as it was when it was not. */
export function backTo(passage: Passage, key: string): Passage {
  const at = passage.trail.indexOf(key);
  return at < 0 ? passage : { ...passage, done: false, trail: passage.trail.slice(0, at + 1) };
}

/** As far along the trail as the answers still lead. */
export function followed(steps: readonly ScriptStep[], passage: Passage): Passage {
  let way = { ...begin(steps), answers: passage.answers };
  for (const key of passage.trail.slice(1)) {
    const next = forward(steps, way);
    if (next.trail.at(-1) !== key || next.trail.length !== way.trail.length + 1) return way;
    way = next;
  }
  return passage.done ? forward(steps, way) : way;
}

/** What the service takes: half-written numbers and the like wait. */
export function sendable(steps: readonly ScriptStep[], passage: Passage): { trail: string[]; done: boolean; answers: ScriptAnswer[] } {
  const sound = ({ step, question, values }: ScriptAnswer) => {
    const asked = steps.find((s) => s.key === step)?.questions.find((q) => q.key === question);
    return asked !== undefined && faultOf(asked, values) === null;
  };
  return { trail: [...passage.trail], done: passage.done, answers: passage.answers.filter(sound) };
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((value, i) => value === b[i]);

export const sameAnswers = (a: Passage, b: Passage) =>
  a.answers.length === b.answers.length && a.answers.every(({ step, question, values }) => same(values, valuesOf(b, step, question)));

/**
 * Mine and theirs in one, both made from the same base: every answer I changed counts, all others are theirs. I stay where
 * I am as far as the answers lead there.
 */
export function merged(steps: readonly ScriptStep[], base: Passage, mine: Passage, theirs: Passage): Passage {
  let result: Passage = { ...mine, answers: theirs.answers };
  for (const { step, question } of [...base.answers, ...mine.answers]) {
    const now = valuesOf(mine, step, question);
    if (!same(now, valuesOf(base, step, question))) result = answered(result, step, question, now);
  }
  return followed(steps, result);
}
