/** A made-up report for whatever is asked. Development and tests only. */
import { http, HttpResponse } from 'msw';
import type { Report, ReportFigure, ReportName } from '../shared/api/types';
import { base, problem } from './answers';
import { queues, users } from './data';

const HOUR = 3_600_000;

const figure = (key: string, unit: ReportFigure['unit'], counted: string | null = null): ReportFigure => ({ key, unit, formula: key, counted });

const figures: Record<ReportName, ReportFigure[]> = {
  queues: [
    figure('offered', 'count', 'offered'), figure('answered', 'count', 'answered'), figure('answeredInTime', 'count', 'answered-in-time'), figure('abandoned', 'count', 'abandoned'),
    figure('shortAbandoned', 'count', 'short-abandoned'), figure('overflowed', 'count', 'overflowed'), figure('serviceLevel', 'percent', 'answered-in-time'),
    figure('averageAnswerMs', 'duration', 'answered'), figure('longestWaitMs', 'duration', 'offered'), figure('averageHandleMs', 'duration', 'answered'), figure('firstCallResolution', 'percent', 'resolved'),
  ],
  agents: [
    figure('offered', 'count', 'agent-offered'), figure('answered', 'count', 'agent-answered'), figure('missed', 'count', 'agent-missed'), figure('handled', 'count', 'handled'),
    figure('averageHandleMs', 'duration', 'handled'), figure('averageWrapMs', 'duration', 'handled'), figure('transferRate', 'percent', 'handed-over'), figure('occupancy', 'percent'), figure('signedInMs', 'duration'),
  ],
};

function valuesOf(name: ReportName, n: number, times = 1): Record<string, number> {
  const offered = (14 + ((n * 7) % 11)) * times;
  const abandoned = (n % 3) * times;
  const answered = offered - abandoned - times;
  return name === 'queues'
    ? {
        offered, answered, answeredInTime: answered - 2 * times, abandoned, shortAbandoned: times, overflowed: 0, serviceLevel: Math.round((1000 * (answered - 2 * times)) / (offered - times)) / 10,
        averageAnswerMs: 9_000 + n * 700, longestWaitMs: 41_000 + n * 3_000, averageHandleMs: 214_000 + n * 5_000, firstCallResolution: 78.2,
      }
    : { offered, answered, missed: abandoned, handled: answered, averageHandleMs: 231_000, averageWrapMs: 32_000, transferRate: 8.3, occupancy: 71.4, signedInMs: 8 * HOUR };
}

export function reportOf(name: ReportName, query: URLSearchParams): Report {
  const from = new Date(`${query.get('from') ?? ''}T00:00:00`);
  const to = new Date(`${query.get('to') ?? ''}T00:00:00`);
  const step = query.get('interval') === 'hour' ? HOUR : 24 * HOUR;
  const over = name === 'queues' ? queues.map((q) => q.name) : users.flatMap((u) => (u.extension ? [u.extension] : []));
  const groups =
    name === 'queues'
      ? queues.map((q) => ({ key: q.name, label: q.label, labelZh: q.labelZh ?? null, over: [q.name] }))
      : users.flatMap((u) => (u.extension ? [{ key: u.extension, label: u.name, labelZh: null, over: [u.extension] }] : []));
  const spans = Array.from({ length: Math.max(1, Math.min(40, Math.round((to.getTime() - from.getTime()) / step))) }, (_, i) => ({
    from: new Date(from.getTime() + i * step).toISOString(), to: new Date(from.getTime() + (i + 1) * step).toISOString(),
  }));
  return {
    name, from: from.toISOString(), to: to.toISOString(), interval: query.get('interval') ?? 'day', group: (query.get('group') ?? 'queue') as Report['group'],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, at: new Date().toISOString(), figures: figures[name], over, groups,
    rows: spans.flatMap((span, i) => groups.map((group, n) => ({ group: group.key, ...span, values: valuesOf(name, i + n) }))),
    intervals: spans.map((span, i) => ({ group: '', ...span, values: valuesOf(name, i, groups.length) })),
    totals: groups.map((group, n) => ({ group: group.key, from: from.toISOString(), to: to.toISOString(), values: valuesOf(name, n, spans.length) })),
    total: valuesOf(name, 1, spans.length * groups.length),
  };
}

export const reportHandlers = [
  http.get(`${base}/reports/:name`, ({ params, request }) => {
    const name = params['name'];
    if (name !== 'queues' && name !== 'agents') return problem(404, 'not-found');
    if (request.headers.get('accept')?.startsWith('text/csv')) return new HttpResponse('from,to,queue,name,offered\r\n', { headers: { 'content-type': 'text/csv' } });
    return HttpResponse.json(reportOf(name, new URL(request.url).searchParams));
  }),
];
