import i18next from 'i18next';
import type { TimelineEntry } from '../shared/api/types';
import { clockTime } from '../shared/format/duration';
import { phoneText } from '../shared/format/phone';

const coded = (prefix: string, code: unknown) => {
  const key = `${prefix}.${String(code)}`;
  return i18next.exists(key) ? (i18next.t as (k: string) => string)(key) : String(code);
};

/** The entry's parameters as words: codes translated, durations and numbers in the reader's habit. */
export function timelineParams(
  params: Record<string, unknown>,
  names: { queueLabel: (q: string) => string; agentName: (e: string) => string },
): Record<string, string> {
  const said: Record<string, string> = {};
  for (const [key, value] of Object.entries(params ?? {})) {
    if (value === null || value === undefined) said[key] = '';
    else if (key.endsWith('Ms') && typeof value === 'number') said[key] = clockTime(value);
    else if (key === 'queue') said[key] = names.queueLabel(String(value));
    else if (key === 'agent') said[key] = names.agentName(String(value));
    else if (key === 'phone' || key === 'from' || key === 'to') said[key] = phoneText(String(value), i18next.language);
    else if (key === 'outcome' || key === 'disposition' || key === 'direction') said[key] = coded(key, value);
    else if (key === 'status') said[key] = coded('ticketStatus', value);
    else if (key === 'kind') said[key] = coded('followUpKind', value);
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') said[key] = String(value);
  }
  return said;
}

/** Key of the words for an entry: the exact one, else that of its family, else the plain name of its type. */
export function timelineKey(entry: Pick<TimelineEntry, 'key' | 'type'>): string {
  const family = entry.key.slice(0, entry.key.lastIndexOf('.'));
  const keys = [`timeline.${entry.key}`, `timeline.${family}.any`];
  return keys.find((key) => i18next.exists(key)) ?? `timelineType.${entry.type}`;
}

/** The kinds chosen after a press on one: none stands for all, and so do all of them. */
export function toggled<K extends string>(chosen: readonly K[], kind: K, offered: readonly K[]): readonly K[] {
  const next = offered.filter((one) => (one === kind ? !chosen.includes(kind) : chosen.includes(one)));
  return next.length === offered.length ? [] : next;
}
