import { Button } from 'antd';
import { CircleDot, ClipboardList, History, PhoneCall, Pin, Play, StickyNote, Ticket, type LucideIcon } from 'lucide-react';
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
import { NoteEntry } from './notes/NoteEntry';
import { useTimeline, type TimelineKind } from './queries';
import { timelineKey, timelineParams, toggled } from './timelineText';

const icons: Record<TimelineKind, LucideIcon> = {
  call: PhoneCall,
  ticket: Ticket,
  'follow-up': ClipboardList,
  note: StickyNote,
};

const paths: Partial<Record<TimelineKind, string>> = { call: '/calls', ticket: '/tickets', 'follow-up': '/follow-ups' };
const kinds: readonly TimelineKind[] = ['call', 'ticket', 'follow-up', 'note'];
const rooms: Record<TimelineKind, Room> = { call: 'calls', ticket: 'tickets', 'follow-up': 'follow-ups', note: 'customers' };

export function Timeline({ customerId }: { customerId: string }) {
  const { t } = useText();
  const mine = roomsOf(useMe());
  const [chosen, setChosen] = useState<readonly TimelineKind[]>([]);
  const timeline = useTimeline(customerId, chosen);
  const offered = kinds.filter((kind) => mine.has(rooms[kind]));
  const nothingAtAll = chosen.length === 0 && timeline.data && timeline.entries.length === 0;
  if (nothingAtAll) return <Empty icon={History} title={t('customers.noHistory')} hint={t('customers.noHistoryHint')} />;
  return (
    <>
      <div className="timeline-filters" role="group" aria-label={t('customers.timelineFilter')}>
        <Choice label={t('common.all')} current={chosen.length === 0} choose={() => setChosen([])} />
        {offered.map((kind) => (
          <Choice key={kind} label={t(`timelineType.${kind}`)} current={chosen.includes(kind)} choose={() => setChosen(toggled(chosen, kind, offered))} />
        ))}
      </div>
      {timeline.isPending ? (
        <Skeleton lines={5} />
      ) : timeline.error && !timeline.data ? (
        <Failure error={timeline.error} retry={() => void timeline.refetch()} />
      ) : (
        <>
          <ol className={timeline.isPlaceholderData ? 'timeline-old' : ''}>
            {timeline.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} customerId={customerId} />
            ))}
          </ol>
          {timeline.entries.length === 0 && <p className="soft small">{t('list.noMatch')}</p>}
          {timeline.hasNextPage && (
            <Button type="link" size="small" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
              {t('common.more')}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function Choice({ label, current, choose }: { label: string; current: boolean; choose: () => void }) {
  return (
    <button type="button" aria-pressed={current} className={`choice${current ? ' choice-current' : ''}`} onClick={choose}>
      {label}
    </button>
  );
}

function Entry({ entry, customerId }: { entry: TimelineEntry; customerId: string }) {
  const { t } = useText();
  const go = useGo();
  const { queueLabel } = useQueues();
  const { agentName } = useDirectory();
  const [playing, setPlaying] = useState(false);
  const [reading, setReading] = useState(false);
  const Icon = icons[entry.type] ?? CircleDot;
  const path = paths[entry.type];
  const line = (i18next.t as (k: string, p: object) => string)(timelineKey(entry), timelineParams(entry.params, { queueLabel, agentName }));
  const subject = useSubject();
  const note = entry.type === 'note' ? entry.params : null;
  const below = entry.type === 'ticket' ? subject(entry.params as unknown as TicketView) : note && !reading ? String(note['text'] ?? '') : null;
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
        ) : note && entry.refId ? (
          <button type="button" className="plain-button" aria-expanded={reading} onClick={() => setReading(!reading)}>
            {line}
          </button>
        ) : (
          line
        )}
        {note?.['pinned'] === true && <Pin size={11} className="timeline-pin" aria-label={t('notes.pinned')} />}
        {entry.actor && <span className="soft small"> · {entry.actor}</span>}
      </span>
      <span className="small faint">
        <When at={entry.at} />
      </span>
      {below && <p className="timeline-more timeline-note small">{below}</p>}
      {reading && entry.refId && (
        <div className="timeline-more">
          <NoteEntry customerId={customerId} noteId={entry.refId} />
        </div>
      )}
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
