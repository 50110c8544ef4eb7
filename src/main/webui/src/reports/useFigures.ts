import { useText } from '../shared/i18n/useText';
import { queueLabelIn } from '../shared/directory';
import type { Report, ReportFigure, ReportHeading, ReportRow } from '../shared/api/types';

export type Value = number | undefined;

export const valueOf = (row: Pick<ReportRow, 'values'>, figure: ReportFigure): Value => (row.values as Record<string, number>)[figure.key];

/** Figures, groups and intervals in the reader's words. */
export function useFigures(report: Report) {
  const text = useText();
  const { t, language, word, number, percent } = text;
  const group = report.group;
  return {
    // An agent is offered calls, a queue callers.
    label: (figure: ReportFigure) => word(report.name === 'agents' ? 'reportAgentFigure' : 'reportFigure', figure.key, word('reportFigure', figure.key)),
    meaning: (figure: ReportFigure) => word(`reportMeaning.${report.name}`, figure.key, figure.formula),
    value: (figure: ReportFigure, value: Value) => {
      if (value === undefined) return '–';
      if (figure.unit === 'count') return number(value);
      return figure.unit === 'percent' ? percent(value) : longTime(value);
    },
    heading: (heading: ReportHeading) => {
      if (group === 'all') return t('report.everything');
      if (group === 'team') return heading.label || t('report.noTeam');
      return group === 'queue' ? queueLabelIn({ name: heading.key, label: heading.label, labelZh: heading.labelZh ?? null }, language) : heading.label || heading.key;
    },
    when: (from: string) => intervalText(from, report.interval, report.timeZone, language),
  };
}

/** `0:42`, `12:05`, `26:12:40`: hours go on beyond a day. */
export function longTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** What an interval is called, by the clocks of the house. */
export function intervalText(from: string, interval: string, timeZone: string, language: string): string {
  const options: Intl.DateTimeFormatOptions =
    interval === 'month'
      ? { year: 'numeric', month: 'short' }
      : interval === 'day' || interval === 'week'
        ? { month: 'short', day: 'numeric', weekday: 'short' }
        : { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { hourCycle: 'h23', timeZone, ...options }).format(new Date(from));
}
