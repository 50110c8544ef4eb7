import type { ReportName, ReportGroup } from '../shared/api/types';
import type { UrlSearch } from '../shared/go';
import { dayAt } from '../shared/ui/list/listState';

export const intervals = ['15min', '30min', 'hour', 'day', 'week', 'month'] as const;
export type ReportInterval = (typeof intervals)[number];

export const groups: Record<ReportName, readonly ReportGroup[]> = { queues: ['queue', 'all'], agents: ['agent', 'team', 'all'] };

/** What of the URL makes a report; a view keeps these. */
export const reportKeys = ['report', 'from', 'to', 'interval', 'group', 'queue', 'agent', 'figure'];

export interface Asked {
  name: ReportName;
  query: { from: string; to: string; interval: ReportInterval; group: ReportGroup; queue?: string; agent?: string };
}

const DAY = 86_400_000;
const pad = (n: number) => String(n).padStart(2, '0');
const dateOf = (day: Date) => `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;

export const nameOf = (search: UrlSearch): ReportName => (search['report'] === 'agents' ? 'agents' : 'queues');

/** What the URL asks for, with what suits where it is silent; null where its days make no sense. Its last day is in it. */
export function askedBy(search: UrlSearch, nowMs: number): Asked | null {
  const name = nameOf(search);
  const from = dayAt(search['from'] ?? 'today', nowMs);
  const last = dayAt(search['to'] ?? search['from'] ?? 'today', nowMs);
  if (!from || !last || last < from) return null;
  const to = new Date(last);
  to.setDate(to.getDate() + 1);
  const days = Math.round((to.getTime() - from.getTime()) / DAY);
  const interval = intervals.find((one) => one === search['interval']) ?? (days <= 1 ? 'hour' : days <= 62 ? 'day' : 'month');
  const group = groups[name].find((one) => one === search['group']) ?? groups[name][0] ?? 'all';
  const only = search[name === 'queues' ? 'queue' : 'agent'];
  return { name, query: { from: dateOf(from), to: dateOf(to), interval, group, ...(only ? { [name === 'queues' ? 'queue' : 'agent']: only } : {}) } };
}

/** Where the calls behind a figure are listed. */
export function callsBehind(name: ReportName, counted: string, from: string, to: string, over: readonly string[]): UrlSearch {
  return { counted, during: `${from}/${to}`, [name === 'queues' ? 'queue' : 'agent']: over.join(',') };
}
