import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../shared/api/problem';
import { WrapUpDrafts } from './drafts';

const save = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  save.mockReset().mockResolvedValue(undefined);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('wrap-up drafts', () => {
  it('save once, a moment after the last stroke', async () => {
    const drafts = new WrapUpDrafts(save);
    drafts.change('c1', { notes: 'L' });
    drafts.change('c1', { notes: 'Leak' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).toHaveBeenCalledExactlyOnceWith('c1', { disposition: null, notes: 'Leak' }, false);
    expect(drafts.status('c1')).toBe('saved');
  });

  it('are not overwritten by what the service held before', () => {
    const drafts = new WrapUpDrafts(save);
    drafts.change('c1', { notes: 'mine' });
    drafts.seed('c1', { disposition: 'other', notes: 'older' });
    expect(drafts.draft('c1').notes).toBe('mine');
  });

  it('go out whole and at once when the agent is done', async () => {
    const drafts = new WrapUpDrafts(save);
    drafts.change('c1', { notes: 'Leak', disposition: 'resolved' });
    await drafts.finish('c1');
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).toHaveBeenCalledExactlyOnceWith('c1', { disposition: 'resolved', notes: 'Leak' }, true);
    expect(drafts.status('c1')).toBe('done');
  });

  it('say so when saving fails, and keep the words', async () => {
    save.mockRejectedValueOnce(new Error('away'));
    const drafts = new WrapUpDrafts(save);
    drafts.change('c1', { notes: 'Leak' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(drafts.status('c1')).toBe('failed');
    expect(drafts.draft('c1').notes).toBe('Leak');
  });

  it('are tried again by themselves, at once when the network is back', async () => {
    save.mockRejectedValueOnce(new Error('away')).mockRejectedValueOnce(new Error('away'));
    const drafts = new WrapUpDrafts(save);
    drafts.change('c1', { notes: 'Leak' });
    await vi.advanceTimersByTimeAsync(800 + 2000);
    expect(drafts.status('c1')).toBe('failed');
    drafts.retry();
    await vi.advanceTimersByTimeAsync(1);
    expect(drafts.status('c1')).toBe('saved');
    expect(save).toHaveBeenCalledTimes(3);
  });

  it('are left alone when the service will not take them', async () => {
    save.mockRejectedValue(new ProblemError(422, 'validation'));
    const drafts = new WrapUpDrafts(save);
    drafts.change('c1', { notes: 'Leak' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(drafts.status('c1')).toBe('refused');
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('are there again after a reload, as long as they are not saved', async () => {
    save.mockRejectedValueOnce(new Error('away'));
    const before = new WrapUpDrafts(save);
    before.change('c1', { notes: 'Leak' });
    before.change('c2', { notes: 'Rent' });
    await vi.advanceTimersByTimeAsync(800);
    const after = new WrapUpDrafts(save);
    after.seed('c1', { disposition: 'other', notes: 'older' });
    after.seed('c2', { disposition: null, notes: 'of the service' });
    expect([after.draft('c1').notes, after.draft('c2').notes]).toEqual(['Leak', 'of the service']);
    await vi.advanceTimersByTimeAsync(1);
    expect(save).toHaveBeenLastCalledWith('c1', { disposition: null, notes: 'Leak' }, false);
  });

  it('go out one after the other, so that the newest has the last word', async () => {
    const answers: (() => void)[] = [];
    save.mockImplementation(() => new Promise<void>((answer) => answers.push(answer)));
    const drafts = new WrapUpDrafts(save);
    drafts.change('c1', { notes: 'L' });
    await vi.advanceTimersByTimeAsync(800);
    drafts.change('c1', { notes: 'Leak' });
    const finished = drafts.finish('c1');
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).toHaveBeenCalledExactlyOnceWith('c1', { disposition: null, notes: 'L' }, false);
    answers[0]?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(save).toHaveBeenLastCalledWith('c1', { disposition: null, notes: 'Leak' }, true);
    answers[1]?.();
    await finished;
    await vi.advanceTimersByTimeAsync(5000);
    expect(drafts.status('c1')).toBe('done');
    expect(save).toHaveBeenCalledTimes(2);
  });
});
