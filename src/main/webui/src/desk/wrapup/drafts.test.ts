import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WrapUpDrafts } from './drafts';

const save = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
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
});
