import { Link } from '@tanstack/react-router';
import { ListTree, Maximize, ShieldOff, Undo2, WifiOff, TriangleAlert } from 'lucide-react';
import { useNow } from '../../shared/clock/clock';
import { useUrlSearch } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { cssVariables } from '../../shared/theme/theme';
import { Empty, Skeleton } from '../../shared/ui/Loaded';
import { AlarmAnnouncer } from '../Alarms';
import { useBoard } from '../boardStore';
import { useBoardFeed } from '../feed';
import { useNotLive, usePbxTrouble } from '../Liveness';
import { chosenQueues, columnsFor } from './wall';
import { WallTile } from './WallTile';
import '../board.css';
import './wall.css';

/** For the wall: nothing but queues in figures that can be read across the room. `?queues=support,sales` chooses, `?theme=light` lightens. */
export function WallPage() {
  const { t } = useText();
  const { queues: asked, theme } = useUrlSearch();
  useBoardFeed();
  const connection = useBoard((s) => s.connection);
  const loaded = useBoard((s) => s.seq !== null);
  const { shown, unknown } = chosenQueues(useBoard((s) => s.queues), asked);
  const notLive = useNotLive();
  const pbx = usePbxTrouble();
  const dark = theme !== 'light';
  const style = { ...cssVariables(dark), colorScheme: dark ? 'dark' : 'light', '--wall-columns': columnsFor(shown.length) } as React.CSSProperties;
  return (
    <div className="wall" style={style}>
      <WallBar notLive={notLive} pbx={pbx} unknown={shown.length > 0 ? unknown : []} />
      {connection === 'refused' ? (
        <Empty icon={ShieldOff} title={t('board.refused')} hint={t('board.refusedHint')} />
      ) : !loaded ? (
        <Skeleton lines={8} />
      ) : shown.length === 0 ? (
        <Empty
          icon={ListTree}
          title={unknown.length > 0 ? t('wall.noQueues', { names: unknown.join(t('common.listSeparator')) }) : t('board.empty')}
          hint={unknown.length > 0 ? t('wall.noQueuesHint') : t('board.emptyHint')}
        />
      ) : (
        <main className={`wall-tiles${notLive || pbx ? ' wall-stale' : ''}`}>
          {shown.map((queue) => (
            <WallTile key={queue.name} queue={queue} />
          ))}
        </main>
      )}
      <AlarmAnnouncer />
    </div>
  );
}

/** A line at the top: what keeps the board from being live, the time of day, and the ways out for who comes near with a mouse. */
function WallBar({ notLive, pbx, unknown }: { notLive: string | null; pbx: string | null; unknown: readonly string[] }) {
  const { t, time, timeSeconds } = useText();
  const now = useNow();
  return (
    <header className="wall-bar">
      <h1 className="visually-hidden">{t('board.wall')}</h1>
      <div className="grow" role="status">
        {notLive ? (
          <span className="wall-trouble">
            <WifiOff aria-hidden="true" /> {t('board.notLive', { time: timeSeconds(notLive) })}
          </span>
        ) : (
          pbx && (
            <span className="wall-trouble">
              <TriangleAlert aria-hidden="true" /> {pbx}
            </span>
          )
        )}
        {unknown.length > 0 && <p className="soft">{t('wall.noQueues', { names: unknown.join(t('common.listSeparator')) })}</p>}
      </div>
      <nav className="wall-ways">
        <Link to={'/board' as never} className="icon-button" aria-label={t('wall.leave')} title={t('wall.leave')}>
          <Undo2 size={18} aria-hidden="true" />
        </Link>
        <button type="button" className="icon-button" aria-label={t('wall.fullScreen')} title={t('wall.fullScreen')} onClick={() => void document.documentElement.requestFullscreen?.()}>
          <Maximize size={18} aria-hidden="true" />
        </button>
      </nav>
      <time className="wall-clock">{time(new Date(now).toISOString())}</time>
    </header>
  );
}
