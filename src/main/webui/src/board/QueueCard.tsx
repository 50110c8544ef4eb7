import { queueLabelIn } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { useOpenId } from '../shared/go';
import { AgentStates } from './AgentStates';
import { AlarmMarks } from './Alarms';
import { useBoard } from './boardStore';
import { alarmsOf, narrowed } from './figures';
import { DayFigures, NowFigures } from './QueueFigures';
import type { BoardQueue } from './messages';
import { QueueChart } from './QueueChart';
import { QueueLink } from './QueueLink';

/** A queue at a glance; its name opens the details. */
export function QueueCard({ queue }: { queue: BoardQueue }) {
  const { t, language } = useText();
  const open = useOpenId() === queue.name;
  const agents = useBoard((s) => s.agents);
  const alarms = alarmsOf(useBoard((s) => s.alarms), queue.name);
  const label = queueLabelIn(queue, language);
  return (
    <article className={`board-card${alarms.length > 0 ? ' board-card-alarm' : ''}${open ? ' board-card-open' : ''}`} aria-label={label}>
      <header className="board-card-head">
        <h3 className="clip" title={t('board.openQueue', { queue: label })}>
          <QueueLink name={queue.name}>{label}</QueueLink>
        </h3>
        <AlarmMarks alarms={alarms} />
      </header>
      <NowFigures waiting={queue.waitingCount} longestSince={queue.longestSince} figures={queue.today} queue={queue} />
      <DayFigures figures={queue.today} />
      <AgentStates agents={narrowed(agents, queue.name)} />
      <QueueChart queue={queue} />
    </article>
  );
}
