import { Button } from 'antd';
import { CircleDot, ClipboardList, History, PhoneCall, Play, Ticket, type LucideIcon } from 'lucide-react';
import i18next from 'i18next';
import { useState } from 'react';
import { CallRecordings } from '../calls/CallRecordings';
import { roomsOf, useMe, type Room } from '../session/session';
import type { TicketView, TimelineEntry } from '../shared/api/types';
import { useDirectory, useQueues } from '../shared/directory';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { Empty, Failure, Skeleton } from '../shared/ui/Loaded';
import { When } from '../shared/ui/When';
import { useSubject } from '../tickets/subject';
import { useTimeline } from './queries';
import { timelineKey, timelineParams } from './timelineText';

const icons: Record<TimelineEntry['type'], LucideIcon> = {
  call: PhoneCall,
  ticket: Ticket,
  'follow-up': ClipboardList,
};

const paths: Partial<Record<TimelineEntry['type'], string>> = { call: '/calls', ticket: '/tickets', 'follow-up': '/follow-ups' };
const kinds = ['all', 'call', 'ticket', 'follow-up'] as const;
const rooms: Record<(typeof kinds)[number], Room | null> = { all: null, call: 'calls', ticket: 'tickets', 'follow-up': 'follow-ups' };

export function Timeline({ customerId }: { customerId: string }) {
  const { t } = useText();
  const mine = roomsOf(useMe());
  const timeline = useTimeline(customerId);
  const [kind, setKind] = useState<(typeof kinds)[number]>('all');
  if (timeline.isPending) return <Skeleton lines={5} />;
  if (timeline.error && !timeline.data) return <Failure error={timeline.error} retry={() => void timeline.refetch()} />;
  if (timeline.entries.length === 0) return <Empty icon={History} title={t('customers.noHistory')} hint={t('customers.noHistoryHint')} />;
  const shown = timeline.entries.filter((e) => kind === 'all' || e.type === kind);
  return (
    <>
      <div className="timeline-filters" role="group" aria-label={t('customers.timelineFilter')}>
        {kinds.filter((k) => rooms[k] === null || mine.has(rooms[k])).map((k) => (
          <button
            key={k}
            type="button"
            aria-pressed={kind === k}
            className={`choice${kind === k ? ' choice-current' : ''}`}
            onClick={() => setKind(k)}
          >
            {k === 'all' ? t('common.all') : t(`timelineType.${k}`)}
          </button>
        ))}
      </div>
      <ol>
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {shown.length === 0 && <p className="soft small">{t('list.noMatch')}</p>}
      {timeline.hasNextPage && (
        <Button type="link" size="small" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t } = useText();
  const go = useGo();
  const { queueLabel } = useQueues();
  const { agentName } = useDirectory();
  const [playing, setPlaying] = useState(false);
  const Icon = icons[entry.type] ?? CircleDot;
  const path = paths[entry.type];
  const line = (i18next.t as (k: string, p: object) => string)(timelineKey(entry), timelineParams(entry.params, { queueLabel, agentName }));
  const subject = useSubject();
  const below = entry.type === 'ticket' ? subject(entry.params as unknown as TicketView) : null;
  const recorded = entry.type === 'call' && Number(entry.params?.['recordings'] ?? 0) > 0;
  return (
    <li className="timeline-item">
      <span className="timeline-icon">
        <Icon size={14} aria-hidden="true" />
      </span>
      <span className="timeline-text">
        {path && entry.refId ? (
          <button type="button" className="plain-button" onClick={() => go(`${path}/${entry.refId ?? ''}`, { search: {} })}>
            {line}
          </button>
        ) : (
          line
        )}
        {entry.actor && <span className="soft small"> · {entry.actor}</span>}
      </span>
      <span className="small faint">
        <When at={entry.at} />
      </span>
      {below && <p className="timeline-more timeline-note small">{below}</p>}
      {recorded && entry.refId && (
        <div className="timeline-more">
          {playing ? (
            <CallRecordings callId={entry.refId} compact />
          ) : (
            <button type="button" className="plain-button timeline-play small soft" onClick={() => setPlaying(true)}>
              <Play size={11} aria-hidden="true" /> {t('recording.player')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
