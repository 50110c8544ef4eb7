import { afterEach, describe, expect, it } from 'vitest';
import { freshDue, useReminders } from './reminders';

const facts = (id: string, secondsAgo: number) => ({ id, kind: 'callback' as const, version: 0, dueAt: new Date(Date.now() - secondsAgo * 1000).toISOString() });
afterEach(() => useReminders.getState().clear());

describe('reminders', () => {
  it('call away only for what became due just now', () => {
    expect(freshDue(facts('a', 2))?.id).toBe('a');
    expect(freshDue(facts('a', 3600))).toBeNull();
    expect(freshDue({ id: 'a' })).toBeNull();
  });

  it('follow what becomes of it: a caller who tries again is still due, what is done or moved is not', () => {
    const { add, heard } = useReminders.getState();
    const due = facts('a', 5);
    add(due);
    heard('b', { status: 'done' });
    heard('a', { ...due, status: 'open', version: 4, attempts: 2 });
    expect(useReminders.getState().due).toMatchObject([{ id: 'a', version: 4, attempts: 2 }]);
    heard('a', { ...due, status: 'open', dueAt: new Date(Date.now() + 900_000).toISOString() });
    expect(useReminders.getState().due).toEqual([]);
    add(due);
    heard('a', { ...due, status: 'done' });
    expect(useReminders.getState().due).toEqual([]);
  });

  it('are one for each follow-up, newest first, and bounded', () => {
    const { add, drop } = useReminders.getState();
    for (let i = 0; i < 30; i++) add(facts(`f${i}`, 0));
    add(facts('f29', 0));
    expect(useReminders.getState().due).toHaveLength(20);
    expect(useReminders.getState().due[0]?.id).toBe('f29');
    drop('f29');
    drop('nobody');
    expect(useReminders.getState().due[0]?.id).toBe('f28');
  });
});
