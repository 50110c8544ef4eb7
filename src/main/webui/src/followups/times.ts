import type { Dayjs } from 'dayjs';

export type QuickKey = 'inHour' | 'afternoon' | 'tomorrow' | 'monday' | 'nextWeek';

export interface QuickTime {
  key: QuickKey;
  at: Dayjs;
}

const MINUTES = 5;

/** The next five minutes that begin, as people agree on times. */
const roundUp = (at: Dayjs) => {
  const over = at.minute() % MINUTES;
  const even = over === 0 && at.second() === 0 && at.millisecond() === 0 ? at : at.add(MINUTES - over, 'minute');
  return even.startOf('minute');
};

const atNine = (day: Dayjs) => day.hour(9).startOf('hour');

/** Times that are agreed on most, soonest first; all of them later than now, in the reader's zone. */
export function quickTimes(now: Dayjs): QuickTime[] {
  const found: QuickTime[] = [{ key: 'inHour', at: roundUp(now.add(1, 'hour')) }];
  if (now.hour() < 12) found.push({ key: 'afternoon', at: now.hour(14).startOf('hour') });
  found.push({ key: 'tomorrow', at: atNine(now.add(1, 'day')) });
  const weekday = now.day();
  if (weekday === 5 || weekday === 6) found.push({ key: 'monday', at: atNine(now.add(8 - weekday, 'day')) });
  return [...found, { key: 'nextWeek', at: atNine(now.add(7, 'day')) }];
}

/** When something set for a day is due: at nine, or within the hour where that is past. Null for no day. */
export function dueOn(day: string | undefined, now: Dayjs, parse: (text: string) => Dayjs): Dayjs | null {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = parse(day);
  // A day that the calendar does not have would be taken for one that it has.
  if (!at.isValid() || at.format('YYYY-MM-DD') !== day) return null;
  const nine = atNine(at);
  return nine.isAfter(now) ? nine : at.isSame(now, 'day') ? roundUp(now.add(1, 'hour')) : null;
}
