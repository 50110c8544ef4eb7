import { ListTree, Settings2 } from 'lucide-react';
import { MoveMenu } from '../coaching/MoveMenu';
import { mayCoach, roomsOf, useMe } from '../session/session';
import { queueLabelIn, useDirectory } from '../shared/directory';
import { useGo, useOpenId } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { DetailDrawer, Section } from '../shared/ui/DetailDrawer';
import { Empty, Skeleton } from '../shared/ui/Loaded';
import { RecordLink } from '../shared/ui/RecordLink';
import { AgentRows } from './AgentRows';
import { AgentStates } from './AgentStates';
import { AlarmStrip } from './Alarms';
import { useBoard } from './boardStore';
import { CallWith } from './CallWith';
import { alarmsOf, narrowed } from './figures';
import { DayFigures, NowFigures } from './QueueFigures';
import type { BoardQueue } from './messages';
import { QueueChart, QueueCsv, QueueTable } from './QueueChart';
import { CallSince } from './Since';

/** One queue beside the board: who waits, who serves it, and its day in large. */
export function QueuePanel() {
  const name = useOpenId() ?? '';
  const { t, language } = useText();
  const go = useGo();
  const me = useMe();
  const loaded = useBoard((s) => s.seq !== null);
  const queue = useBoard((s) => s.queues.find((q) => q.name === name));
  const title = queue ? queueLabelIn(queue, language) : name;
  const settings = queue && roomsOf(me).has('queues') && (
    <RecordLink to={`/admin/queues/${encodeURIComponent(name)}`}>
      <span className="row board-settings">
        <Settings2 size={14} aria-hidden="true" /> {t('board.settings')}
      </span>
    </RecordLink>
  );
  return (
    <DetailDrawer key={name} wide title={title} label={title} above={t('room.board')} actions={settings} onClose={() => void go('/board')}>
      {queue ? <Details queue={queue} /> : loaded ? <Empty icon={ListTree} title={t('board.noQueue')} hint={t('board.noQueueHint')} /> : <Skeleton lines={8} />}
    </DetailDrawer>
  );
}

function Details({ queue }: { queue: BoardQueue }) {
  const { t, number } = useText();
  const alarms = alarmsOf(useBoard((s) => s.alarms), queue.name);
  const agents = narrowed(useBoard((s) => s.agents), queue.name);
  return (
    <div className="board-details">
      <AlarmStrip alarms={alarms} />
      <NowFigures waiting={queue.waitingCount} longestSince={queue.longestSince} figures={queue.today} queue={queue} />
      <DayFigures figures={queue.today} />
      <Section title={t('board.waiting')} extra={<span className="faint tabular">{number(queue.waitingCount)}</span>}>
        <Waiters queue={queue} />
      </Section>
      <Section title={t('board.agents')} extra={<AgentStates agents={agents} />}>
        {agents.length === 0 ? <p className="soft">{t('board.noAgentsHere')}</p> : <AgentRows agents={agents} label={t('board.agents')} inQueue />}
      </Section>
      <Section title={t('board.today')} extra={queue.intervals.length > 0 && <QueueCsv queue={queue} />}>
        <QueueChart queue={queue} tall />
        {queue.intervals.length > 0 && <QueueTable queue={queue} />}
      </Section>
    </div>
  );
}

function Waiters({ queue }: { queue: BoardQueue }) {
  const { t } = useText();
  const { agentName } = useDirectory();
  const may = mayCoach(useMe());
  if (queue.waiting.length === 0) return <p className="soft">{t('board.nobodyWaits')}</p>;
  const more = queue.waitingCount - queue.waiting.length;
  return (
    <ol className="board-waiters">
      {queue.waiting.map(({ call, since, ringing }) => (
        <li key={call.id}>
          <b className="board-since">
            <CallSince since={since} />
          </b>
          <CallWith call={call} />
          {call.priority > 0 && <span className="tag board-priority">{t('board.priority', { n: call.priority })}</span>}
          {ringing.length > 0 && <span className="soft clip board-rings">{t('board.rings', { who: ringing.map(agentName).join(t('common.listSeparator')) })}</span>}
          {may && <MoveMenu callId={call.id} queue={queue.name} who={call.customers[0]?.name ?? call.from ?? t('desk.withheld')} />}
        </li>
      ))}
      {more > 0 && <li className="soft">{t('board.moreWaiting', { count: more })}</li>}
    </ol>
  );
}
