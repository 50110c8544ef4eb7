import type { Dayjs } from 'dayjs';

export type Span = 'week' | 'month';

/** What a day is called in the URL. */
export const dayKey = (day: Dayjs) => day.format('YYYY-MM-DD');

/** The Monday of the day's week. */
const monday = (day: Dayjs) => day.startOf('day').subtract((day.day() + 6) % 7, 'day');

const daysFrom = (first: Dayjs, count: number) => Array.from({ length: count }, (_, i) => first.add(i, 'day'));

/** The days to show: the week from Monday on, or the month in whole weeks. */
export function daysOf(span: Span, day: Dayjs): Dayjs[] {
  if (span === 'week') return daysFrom(monday(day), 7);
  const first = monday(day.startOf('month'));
  const last = monday(day.endOf('month')).add(6, 'day');
  return daysFrom(first, last.diff(first, 'day') + 1);
}

/** The day to look at one span before or after; of a month it is the first, so that no month is passed over. */
export const step = (span: Span, day: Dayjs, by: 1 | -1) => (span === 'week' ? day.add(7 * by, 'day') : day.startOf('month').add(by, 'month'));

/** By the day on which each is due in the reader's zone, in the order they came. */
export function byDay<T extends { dueAt: string }>(items: readonly T[], parse: (iso: string) => Dayjs): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = dayKey(parse(item.dueAt));
    const day = found.get(key);
    if (day) day.push(item);
    else found.set(key, [item]);
  }
  return found;
}

/** Dates as their reader writes them. */
export const dateText = (language: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options);
