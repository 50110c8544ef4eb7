import type { SystemSample, SystemView } from '../../shared/api/types';
import { asCsv } from '../../shared/ui/csv';

export const SPAN_MS = 15 * 60_000;

/**
 * What is shown after news: the news, and the samples held with the newest one behind them. Null when samples are missing
 * in between: then all has to be read anew.
 */
export function merged(held: SystemView, news: SystemView): SystemView | null {
  const fresh = news.history.at(-1);
  const last = held.history.at(-1);
  if (!fresh || !last || fresh.at === last.at) return { ...news, history: last ? held.history : news.history };
  if (news.startedAt !== held.startedAt) return null;
  const gap = Date.parse(fresh.at) - Date.parse(last.at);
  if (gap <= 0 || gap > 1.9 * held.everyMs) return null;
  const kept = Math.floor(SPAN_MS / held.everyMs);
  return { ...news, history: [...held.history, fresh].slice(-kept) };
}

const columns = [
  'at', 'eventsPerSecond', 'lagP50Ms', 'lagP99Ms', 'waiting', 'pops', 'popP50Ms', 'popP99Ms', 'unwritten', 'databaseMs', 'pages',
] as const satisfies readonly (keyof SystemSample)[];

/** The samples as a table for other programs. */
export const samplesCsv = (history: readonly SystemSample[]): string => asCsv(columns, history);

/** One line of a chart out of the samples. */
export const valuesOf = (history: readonly SystemSample[], key: Exclude<keyof SystemSample, 'at'>): (number | null)[] =>
  history.map((sample) => sample[key] ?? null);
