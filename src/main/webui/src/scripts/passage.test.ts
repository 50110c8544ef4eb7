import { describe, expect, it } from 'vitest';
import type { ScriptStep } from '../shared/api/types';
import { answered, back, backTo, begin, faultsAt, followed, forward, merged, nextOf, sendable, stepAt, valuesOf, type Passage } from './passage';

const step = (key: string, next: string | null, more: Partial<ScriptStep> = {}): ScriptStep => ({ key, title: key, text: key, questions: [], branches: [], next, ...more });
const yesNo = (key: string, required = true) => ({ key, kind: 'yes-no' as const, label: key, required, choices: [] });

const steps: ScriptStep[] = [
  step('hello', 'bye', { questions: [yesNo('leaks')], branches: [{ question: 'leaks', value: 'yes', next: 'tap' }] }),
  step('tap', 'bye', {
    questions: [yesNo('solved', false), { key: 'cups', kind: 'number', label: 'cups', required: false, choices: [] }],
    branches: [{ question: 'solved', value: 'no', next: 'hello' }],
  }),
  step('bye', null),
];

const say = (passage: Passage, question: string, value: string) => answered(passage, passage.trail.at(-1) ?? '', question, [value]);

describe('a way through a script', () => {
  it('waits for what has to be answered, then goes where the answer leads', () => {
    const start = begin(steps);
    expect(forward(steps, start)).toBe(start);
    expect(faultsAt(steps[0] as ScriptStep, start)).toEqual(new Map([['leaks', 'unanswered']]));
    expect(forward(steps, say(start, 'leaks', 'yes')).trail).toEqual(['hello', 'tap']);
    expect(forward(steps, say(start, 'leaks', 'no')).trail).toEqual(['hello', 'bye']);
  });

  it('ends, and can be taken up again', () => {
    const end = forward(steps, forward(steps, say(begin(steps), 'leaks', 'no')));
    expect(end.done).toBe(true);
    expect(forward(steps, end)).toBe(end);
    expect(back(end)).toMatchObject({ done: false, trail: ['hello', 'bye'] });
    expect(backTo(end, 'hello')).toMatchObject({ done: false, trail: ['hello'] });
    expect(back(begin(steps))).toEqual(begin(steps));
  });

  it('goes back in a circle to the step as it stands on the trail, and keeps the answers', () => {
    const tap = forward(steps, say(begin(steps), 'leaks', 'yes'));
    const again = forward(steps, say(tap, 'solved', 'no'));
    expect(again.trail).toEqual(['hello']);
    expect(valuesOf(again, 'tap', 'solved')).toEqual(['no']);
  });

  it('never leaves the script, whatever is answered', () => {
    for (let seed = 0; seed < 64; seed++) {
      let way = begin(steps);
      for (let i = 0; i < 40 && !way.done; i++) {
        const here = stepAt(steps, way);
        expect(here).toBeDefined();
        if (!here) break;
        for (const [n, q] of here.questions.entries()) if (q.kind === 'yes-no') way = answered(way, here.key, q.key, [(seed >> ((i + n) % 6)) & 1 ? 'yes' : 'no']);
        const next = nextOf(here, way);
        way = forward(steps, way);
        expect(next === null ? way.done : way.trail.at(-1) === next).toBe(true);
        expect(new Set(way.trail).size).toBe(way.trail.length);
        expect(followed(steps, way)).toEqual(way);
      }
    }
  });
});

describe('answers', () => {
  it('that are empty are none', () => {
    expect(say(say(begin(steps), 'leaks', 'yes'), 'leaks', '  ').answers).toEqual([]);
  });

  it('that are half written wait until they are whole', () => {
    const half = answered(say(begin(steps), 'leaks', 'yes'), 'tap', 'cups', ['12.']);
    expect(sendable(steps, half).answers).toEqual([{ step: 'hello', question: 'leaks', values: ['yes'] }]);
    expect(sendable(steps, answered(half, 'tap', 'cups', ['12.5'])).answers).toHaveLength(2);
  });

  it('of two people become one: what I changed is mine, the rest is theirs', () => {
    const base = forward(steps, say(begin(steps), 'leaks', 'yes'));
    const mine = answered(base, 'tap', 'cups', ['3']);
    const theirs = answered(answered(base, 'tap', 'cups', ['9']), 'tap', 'solved', ['yes']);
    const both = merged(steps, base, mine, theirs);
    expect(valuesOf(both, 'tap', 'cups')).toEqual(['3']);
    expect(valuesOf(both, 'tap', 'solved')).toEqual(['yes']);
    expect(both.trail).toEqual(['hello', 'tap']);
  });

  it('of two people that lead elsewhere take me back to where the ways part', () => {
    const base = forward(steps, say(begin(steps), 'leaks', 'yes'));
    const theirs = answered(base, 'hello', 'leaks', ['no']);
    expect(merged(steps, base, answered(base, 'tap', 'cups', ['3']), theirs).trail).toEqual(['hello']);
  });
});
