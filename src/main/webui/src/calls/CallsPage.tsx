import { Outlet } from '@tanstack/react-router';
import { AudioLines, Phone } from 'lucide-react';
import { DialButton } from '../desk/control/DialNumber';
import { useMe } from '../session/session';
import type { CallCounted, CallOutcome, CallView } from '../shared/api/types';
import { useDirectory, useQueues } from '../shared/directory';
import { useUrlSearch, type UrlSearch } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { List } from '../shared/ui/list/List';
import { dayRange } from '../shared/ui/list/listState';
import type { Column, View } from '../shared/ui/list/types';
import { DirectionMark, OutcomeMark } from '../shared/ui/states';
import { When } from '../shared/ui/When';
import { colleaguesOf, numberToDial, otherNumber } from './ends';
import { useWho } from './who';

const outcomes: CallOutcome[] = [
  'answered', 'abandoned', 'short-abandoned', 'no-answer', 'busy', 'overflowed', 'voicemail', 'closed', 'failed', 'interrupted',
];

/** What reports count calls as; their figures lead here. */
const counted: CallCounted[] = [
  'offered', 'answered', 'answered-in-time', 'abandoned', 'short-abandoned', 'overflowed', 'transferred', 'resolved',
  'agent-offered', 'agent-answered', 'agent-missed', 'agent-resolved', 'handled', 'handled-outbound', 'handed-over',
];

/** The exact span a report's figure leads here with. */
function during(search: UrlSearch): [since?: string, until?: string] {
  const span = search['during']?.split('/') ?? [];
  return span.length === 2 && span.every((time) => !Number.isNaN(Date.parse(time))) ? [span[0], span[1]] : [];
}

export function CallsPage() {
  const { t, phone, duration, at } = useText();
  const me = useMe();
  const search = useUrlSearch();
  const { agentName, users } = useDirectory();
  const { queueLabel, options: queueOptions } = useQueues();
  const who = useWho();
  /** Said once: not again where the number stands for the name. */
  const number = (c: CallView) => {
    if (c.withheld) return '';
    const text = c.direction === 'internal' ? colleaguesOf(c, me.extension).join(' → ') : phone(otherNumber(c));
    return text === who(c) ? '' : text;
  };
  const columns: Column<CallView>[] = [
    {
      key: 'who',
      title: t('calls.who'),
      width: 'minmax(150px, 1.6fr)',
      render: (c) => (
        <>
          <DirectionMark direction={c.direction} iconOnly />
          <span className="clip" title={c.fromName ?? undefined}>
            {who(c)}
          </span>
        </>
      ),
    },
    { key: 'number', title: t('calls.number'), width: 'minmax(176px, 0.9fr)', wideOnly: true, render: (c) => <><span className="tabular soft">{number(c)}</span><DialButton number={numberToDial(c, me.extension)} customerId={c.customerId ?? null} /></> },
    { key: 'queue', phone: 'below', renderPhone: (c) => queueLabel(c.queue) || null, title: t('calls.queue'), width: 'minmax(80px, 0.8fr)', wideOnly: true, render: (c) => <span className="clip">{queueLabel(c.queue) || '–'}</span> },
    { key: 'agent', title: t('calls.agent'), width: 'minmax(90px, 0.9fr)', wideOnly: true, render: (c) => <span className="clip">{c.agents.map(agentName).join(', ') || '–'}</span> },
    { key: 'outcome', phone: 'state', title: t('calls.outcome'), width: 'minmax(116px, 132px)', render: (c) => <OutcomeMark outcome={c.outcome} /> },
    { key: 'wait', title: t('calls.wait'), width: '60px', wideOnly: true, end: true, render: (c) => duration(c.waitMs) },
    { key: 'talk', phone: 'below', renderPhone: (c) => (c.talkMs ? duration(c.talkMs) : null), title: t('calls.talk'), width: '60px', end: true, wideOnly: true, render: (c) => duration(c.talkMs) },
    {
      key: 'recording',
      title: t('calls.recording'),
      width: '72px',
      wideOnly: true,
      render: (c) => (c.recordings.some((r) => r.state === 'ready') ? <AudioLines size={14} aria-label={t('calls.recorded')} className="soft" /> : null),
    },
    { key: 'started', phone: 'aside', title: t('calls.started'), width: 'minmax(104px, 132px)', sort: 'startedAt', end: true, render: (c) => <When at={c.startedAt} /> },
  ];
  const [since, until] = during(search);
  const views: View[] = [
    { label: t('calls.viewToday'), search: { from: 'today', to: 'today' } },
    ...(me.extension ? [{ label: t('calls.viewMine'), search: { agent: 'me' } }] : []),
    { label: t('calls.viewMissed'), search: { outcome: 'abandoned' } },
    { label: t('common.all'), search: {} },
  ];
  return (
    <>
      <List<CallView>
        name="calls"
        title={t('room.calls')}
        path="/api/v1/calls"
        base="/calls"
        columns={columns}
        rowId={(c) => c.id}
        searchHint={t('calls.searchHint')}
        views={views}
        filters={[
          ...(search['counted'] ? [{ kind: 'select' as const, key: 'counted', label: t('calls.counted'), options: counted.map((one) => ({ value: one, label: t(`counted.${one}`) })) }] : []),
          ...(since && until ? [{ kind: 'select' as const, key: 'during', label: t('calls.during'), options: [{ value: `${since}/${until}`, label: t('calls.fromTo', { from: at(since), to: at(until) }) }] }] : []),
          { kind: 'dates', key: 'dates', label: t('calls.dates'), from: 'from', to: 'to' },
          { kind: 'select', key: 'queue', label: t('calls.queue'), options: queueOptions },
          {
            kind: 'select',
            key: 'agent',
            label: t('calls.agent'),
            options: [
              ...(me.extension ? [{ value: 'me', label: t('common.me') }] : []),
              ...users.flatMap((u) => (u.extension ? [{ value: u.extension, label: u.name }] : [])),
            ],
          },
          { kind: 'select', key: 'outcome', label: t('calls.outcome'), options: outcomes.map((o) => ({ value: o, label: t(`outcome.${o}`) })) },
          {
            kind: 'select',
            key: 'direction',
            label: t('calls.direction'),
            options: (['inbound', 'outbound', 'internal'] as const).map((d) => ({ value: d, label: t(`direction.${d}`) })),
          },
          { kind: 'select', key: 'recovered', label: t('calls.recovered'), options: [{ value: 'true', label: t('calls.recoveredOnly') }, { value: 'false', label: t('calls.seenOnly') }] },
        ]}
        toQuery={({ q, from, to, queue, agent, outcome, direction, customer, recovered, counted: figure }) => ({ ...dayRange(from, to), ...(since && until ? { from: since, to: until } : {}), counted: figure, q, queue, agent, outcome, direction, customer, recovered })}
        empty={{ icon: Phone, title: t('calls.empty'), hint: t('calls.emptyHint') }}
      />
      <Outlet />
    </>
  );
}
