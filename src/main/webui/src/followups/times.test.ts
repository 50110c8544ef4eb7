import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import { dueOn, quickTimes } from './times';

const at = (text: string) => dayjs(text);
const offered = (now: string) => quickTimes(at(now)).map(({ key, at: time }) => `${key} ${time.format('DD HH:mm:ss')}`);

describe('the quick times', () => {
  it('are full five minutes, and nine in the morning', () => {
    // A Tuesday.
    expect(offered('2026-11-24T15:03:20')).toEqual(['inHour 24 16:05:00', 'tomorrow 25 09:00:00', 'nextWeek 01 09:00:00']);
    expect(offered('2026-11-24T15:05:00')[0]).toBe('inHour 24 16:05:00');
  });

  it('offer the afternoon in the morning, and Monday before a weekend', () => {
    expect(offered('2026-11-27T11:58:30')).toEqual(['inHour 27 13:00:00', 'afternoon 27 14:00:00', 'tomorrow 28 09:00:00', 'monday 30 09:00:00', 'nextWeek 04 09:00:00']);
    expect(offered('2026-11-28T18:00:00')).toContain('monday 30 09:00:00');
    expect(offered('2026-11-29T18:00:00').map((o) => o.split(' ')[0])).toEqual(['inHour', 'tomorrow', 'nextWeek']);
  });

  it('are all still to come, at any minute of a day', () => {
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const now = at('2026-11-24T00:00:59').add(minute, 'minute');
      for (const { at: time } of quickTimes(now)) expect(time.isAfter(now), now.format()).toBe(true);
    }
  });
});

describe('what is set for a day', () => {
  const now = at('2026-11-24T15:03:20');
  const on = (day: string | undefined) => dueOn(day, now, dayjs)?.format('YYYY-MM-DD HH:mm') ?? null;
  it('is due at nine, or within the hour today', () => {
    expect(on('2026-11-26')).toBe('2026-11-26 09:00');
    expect(on('2026-11-24')).toBe('2026-11-24 16:05');
  });
  it.each([undefined, '', '2026-11-23', 'soon', '2026-13-40', '<b>'])('is nothing for %s', (day) => expect(on(day)).toBeNull());
});
