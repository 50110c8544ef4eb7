import { describe, expect, it } from 'vitest';
import type { ScriptStep } from '../shared/api/types';
import { addChoice, addQuestion, changeQuestion, changeStep, firstStep, freeAnswers, insertStep, moveStep, removeChoice, removeQuestion, removeStep } from './edits';

const targets = (steps: ScriptStep[]) => steps.flatMap((s) => [s.next, ...s.branches.map((b) => b.next)]).filter((x) => x !== null);
const sound = (steps: ScriptStep[]) => targets(steps).every((key) => steps.some((s) => s.key === key));
const three = insertStep(insertStep([firstStep()], 0), 0);

describe('the editor of a script', () => {
  it('puts a new step into the usual way', () => {
    expect(three.map((s) => [s.key, s.next])).toEqual([['s1', 's3'], ['s3', 's2'], ['s2', null]]);
  });

  it('closes the way over a step that is taken out', () => {
    expect(removeStep(three, 1).map((s) => [s.key, s.next])).toEqual([['s1', 's2'], ['s2', null]]);
    expect(removeStep([firstStep()], 0)).toHaveLength(1);
    const circle = changeStep(three, 1, { next: 's3' });
    expect(sound(removeStep(circle, 1))).toBe(true);
  });

  it('moves steps within the script only', () => {
    expect(moveStep(three, 0, 1).map((s) => s.key)).toEqual(['s3', 's1', 's2']);
    expect(moveStep(three, 0, -1)).toEqual(three);
  });

  it('gives new questions and choices names of their own', () => {
    let step = firstStep();
    for (let i = 0; i < 3; i++) step = { ...step, questions: addQuestion(step) };
    step = { ...step, questions: removeQuestion(step, 1) };
    expect(addQuestion(step).map((q) => q.key)).toEqual(['q1', 'q3', 'q2']);
    const [choosing] = changeQuestion(step, 0, { kind: 'one-of' });
    expect(choosing && addChoice({ ...choosing, choices: removeChoice(choosing, 0) }).map((c) => c.key)).toEqual(['c2', 'c1']);
  });

  it('forgets rules for answers that are no more', () => {
    const asks = changeStep([firstStep()], 0, { questions: [{ key: 'q1', kind: 'yes-no', label: 'q', required: true, choices: [] }] });
    const ruled = changeStep(asks, 0, { branches: [{ question: 'q1', value: 'yes', next: null }, { question: 'q1', value: 'yes', next: null }] });
    expect(ruled[0]?.branches).toHaveLength(1);
    expect(freeAnswers(ruled[0] as ScriptStep)).toEqual([{ question: 'q1', value: 'no' }]);
    expect(changeStep(ruled, 0, { questions: changeQuestion(ruled[0] as ScriptStep, 0, { kind: 'one-of' }) })[0]?.branches).toEqual([]);
  });

  it('stays sound whatever is done in whatever order', () => {
    for (let seed = 1; seed < 300; seed++) {
      let dice = seed;
      const roll = (n: number) => (dice = (dice * 48271) % 2147483647) % n;
      let steps = [firstStep()];
      for (let i = 0; i < 12; i++) {
        const at = roll(steps.length);
        const to = steps[roll(steps.length)]?.key ?? null;
        const act = roll(4);
        steps = act === 0 ? insertStep(steps, at) : act === 1 ? removeStep(steps, at) : act === 2 ? moveStep(steps, at, 1) : changeStep(steps, at, { next: to });
        expect(sound(steps)).toBe(true);
        expect(new Set(steps.map((s) => s.key)).size).toBe(steps.length);
      }
    }
  });
});
