import { Outlet } from '@tanstack/react-router';
import { ListTree, MonitorUp, ShieldOff } from 'lucide-react';
import { useText } from '../shared/i18n/useText';
import { Empty, Skeleton } from '../shared/ui/Loaded';
import { AgentsPanel } from './AgentsPanel';
import { AgentStates } from './AgentStates';
import { AlarmAnnouncer, AlarmStrip } from './Alarms';
import { useBoard } from './boardStore';
import { useBoardFeed } from './feed';
import { longestOf, sum } from './figures';
import { DayFigures, NowFigures } from './QueueFigures';
import { LiveBanners, LiveMark } from './Liveness';
import { QueueCard } from './QueueCard';
import './board.css';

/** Queues and agents as they are now, and today's figures; everything moves by itself. */
export function BoardPage() {
  const { t } = useText();
  useBoardFeed();
  const refused = useBoard((s) => s.connection === 'refused');
  const loaded = useBoard((s) => s.seq !== null);
  return (
    <>
      <div className="board-page">
        {!refused && <LiveBanners />}
        <div className="board">
          <header className="board-head">
            <h1>{t('room.board')}</h1>
            {loaded && !refused && <LiveMark />}
            <span className="grow" />
            {/* In a tab of its own: this one keeps the desk and its calls. */}
            <a href="/board/wall" target="_blank" rel="noreferrer" className="board-wall-link">
              <MonitorUp size={14} aria-hidden="true" /> {t('board.wall')}
            </a>
          </header>
          {refused ? <Empty icon={ShieldOff} title={t('board.refused')} hint={t('board.refusedHint')} /> : loaded ? <Live /> : <Skeleton lines={10} />}
        </div>
      </div>
      <AlarmAnnouncer />
      <Outlet />
    </>
  );
}

function Live() {
  const { t } = useText();
  const queues = useBoard((s) => s.queues);
  const agents = useBoard((s) => s.agents);
  const alarms = useBoard((s) => s.alarms);
  const today = sum(queues.map((q) => q.today));
  return (
    <>
      <AlarmStrip alarms={alarms} />
      {queues.length === 0 ? (
        <Empty icon={ListTree} title={t('board.empty')} hint={t('board.emptyHint')} />
      ) : (
        <>
          {queues.length > 1 && (
            <section className="board-total" aria-label={t('board.total')}>
              <h2>{t('board.total')}</h2>
              <NowFigures waiting={queues.reduce((all, q) => all + q.waitingCount, 0)} longestSince={longestOf(queues)} figures={today} />
              <DayFigures figures={today} />
              <AgentStates agents={agents} />
            </section>
          )}
          <div className="board-cards">
            {queues.map((queue) => (
              <QueueCard key={queue.name} queue={queue} />
            ))}
          </div>
        </>
      )}
      <AgentsPanel />
    </>
  );
}
