import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import { byDay, dayKey, daysOf, step } from './calendar';

describe('the calendar', () => {
  it('begins weeks on Monday', () => {
    expect(daysOf('week', dayjs('2026-11-22')).map(dayKey)).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']);
    expect(daysOf('week', dayjs('2026-11-23')).map(dayKey)[0]).toBe('2026-11-23');
  });

  it('shows months in whole weeks, none twice and none left out', () => {
    for (let month = 0; month < 24; month++) {
      const first = dayjs('2026-01-01').add(month, 'month');
      const days = daysOf('month', first.add(9, 'day'));
      const keys = days.map(dayKey);
      expect(days.length % 7).toBe(0);
      expect(days[0]?.day()).toBe(1);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).toContain(dayKey(first));
      expect(keys).toContain(dayKey(first.endOf('month')));
    }
  });

  it('passes over no month, however long', () => {
    expect(dayKey(step('month', dayjs('2026-01-31'), 1))).toBe('2026-02-01');
    expect(dayKey(step('month', dayjs('2026-03-31'), -1))).toBe('2026-02-01');
    expect(dayKey(step('week', dayjs('2026-12-30'), 1))).toBe('2027-01-06');
  });

  it('puts each on the reader’s day', () => {
    const late = dayjs('2026-11-24T23:59:59').toISOString();
    const early = dayjs('2026-11-25T00:00:00').toISOString();
    expect([...byDay([{ dueAt: late }, { dueAt: early }], dayjs).keys()]).toEqual(['2026-11-24', '2026-11-25']);
  });
});
