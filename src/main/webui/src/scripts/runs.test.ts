import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../shared/api/problem';
import type { CallScriptRun, ScriptStep } from '../shared/api/types';
import { answered, begin, forward, valuesOf } from './passage';
import { ScriptRuns } from './runs';

const ask = (key: string) => ({ key, kind: 'text' as const, label: key, required: false, choices: [] });
const steps: ScriptStep[] = [
  { key: 'a', title: 'a', text: 'a', questions: [ask('x'), ask('y')], branches: [], next: 'b' },
  { key: 'b', title: 'b', text: 'b', questions: [], branches: [], next: null },
];
const held = (more: Partial<CallScriptRun> = {}): CallScriptRun => ({
  script: { scriptId: 's', number: 1, name: 's', language: 'en', steps }, trail: [], done: false, answers: [], agents: [], savedAt: null, version: 0, ...more,
});

const save = vi.fn<ConstructorParameters<typeof ScriptRuns>[0]['save']>();
const load = vi.fn<ConstructorParameters<typeof ScriptRuns>[0]['load']>();
const runs = () => new ScriptRuns({ save, load });
const run = (all: ScriptRuns) => all.run('c', 's');
const write = (all: ScriptRuns, question: string, value: string, atOnce = false) => {
  const passage = run(all)?.passage ?? begin(steps);
  all.change('c', 's', answered(passage, 'a', question, [value]), atOnce);
};

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  load.mockReset();
  save.mockReset().mockImplementation(async (_, kept, passage) => held({ ...passage, version: kept.version + 1 }));
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is answered on a call', () => {
  it('is saved once, a moment after the last stroke, and at once with a step', async () => {
    const all = runs();
    all.seed('c', held());
    write(all, 'x', 'L');
    write(all, 'x', 'Leak');
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(run(all)?.status).toBe('saved');
    all.change('c', 's', forward(steps, run(all)?.passage ?? begin(steps)), true);
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls.map(([, kept, { trail }]) => [kept.version, trail])).toEqual([[0, ['a']], [1, ['a', 'b']]]);
  });

  it('goes on where the service says it was', () => {
    const all = runs();
    all.seed('c', held({ trail: ['a', 'b'], version: 4 }));
    expect(run(all)?.passage.trail).toEqual(['a', 'b']);
    all.seed('c', held({ trail: ['a'], version: 3 }));
    expect(run(all)?.passage.trail).toEqual(['a', 'b']);
  });

  it('waits out a fault of the network and says so', async () => {
    save.mockRejectedValueOnce(new ProblemError(0, 'unreachable')).mockRejectedValueOnce(new ProblemError(503, 'busy'));
    const all = runs();
    all.seed('c', held());
    write(all, 'x', 'Leak', true);
    await vi.advanceTimersByTimeAsync(1);
    expect(run(all)?.status).toBe('failed');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(run(all)?.status).toBe('saved');
    expect(save).toHaveBeenCalledTimes(3);
  });

  it('goes out as soon as the network is back', async () => {
    save.mockRejectedValueOnce(new ProblemError(0, 'unreachable'));
    const all = runs();
    all.seed('c', held());
    write(all, 'x', 'Leak', true);
    await vi.advanceTimersByTimeAsync(1);
    all.retry();
    await vi.advanceTimersByTimeAsync(1);
    expect(run(all)?.status).toBe('saved');
  });

  it('outlives a reload during a fault', async () => {
    save.mockRejectedValue(new ProblemError(0, 'unreachable'));
    const before = runs();
    before.seed('c', held());
    write(before, 'x', 'Leak', true);
    await vi.advanceTimersByTimeAsync(1);
    save.mockReset().mockImplementation(async (_, kept, passage) => held({ ...passage, version: kept.version + 1 }));
    const after = runs();
    after.seed('c', held());
    await vi.advanceTimersByTimeAsync(1);
    expect(valuesOf(run(after)?.passage ?? begin(steps), 'a', 'x')).toEqual(['Leak']);
    expect(run(after)?.status).toBe('saved');
    expect(sessionStorage.length).toBe(0);
  });

  it('is put together with what somebody else answered meanwhile', async () => {
    save.mockRejectedValueOnce(new ProblemError(412, 'stale'));
    load.mockResolvedValue(held({ trail: ['a'], answers: [{ step: 'a', question: 'y', values: ['theirs'] }], agents: ['1002'], version: 7 }));
    const all = runs();
    all.seed('c', held());
    write(all, 'x', 'mine', true);
    await vi.advanceTimersByTimeAsync(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls.at(-1)?.[1].version).toBe(7);
    expect(save.mock.calls.at(-1)?.[2].answers).toEqual([
      { step: 'a', question: 'y', values: ['theirs'] },
      { step: 'a', question: 'x', values: ['mine'] },
    ]);
    expect(run(all)).toMatchObject({ mixed: true, status: 'saved' });
  });

  it('that was saved though the answer was lost is nobody else’s', async () => {
    save.mockRejectedValueOnce(new ProblemError(412, 'stale'));
    load.mockResolvedValue(held({ trail: ['a'], answers: [{ step: 'a', question: 'x', values: ['mine'] }], version: 1 }));
    const all = runs();
    all.seed('c', held());
    write(all, 'x', 'mine', true);
    await vi.advanceTimersByTimeAsync(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(run(all)).toMatchObject({ mixed: false, status: 'saved' });
  });

  it('that is refused stays on the page and is told', async () => {
    save.mockRejectedValueOnce(new ProblemError(403, 'forbidden'));
    const all = runs();
    all.seed('c', held());
    write(all, 'x', 'Leak', true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(run(all)).toMatchObject({ status: 'refused', error: { code: 'forbidden' } });
    expect(valuesOf(run(all)?.passage ?? begin(steps), 'a', 'x')).toEqual(['Leak']);
  });

  it('changed while it was being saved is saved again', async () => {
    const all = runs();
    all.seed('c', held());
    let taken = () => {};
    save.mockImplementationOnce((_, kept, passage) => new Promise((resolve) => { taken = () => resolve(held({ ...passage, version: kept.version + 1 })); }));
    write(all, 'x', 'one', true);
    await vi.advanceTimersByTimeAsync(1);
    write(all, 'x', 'two', true);
    await vi.advanceTimersByTimeAsync(1);
    expect(save).toHaveBeenCalledTimes(1);
    taken();
    await vi.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls.at(-1)?.[2].answers[0]?.values).toEqual(['two']);
    expect(run(all)?.status).toBe('saved');
  });
});
