import { queueLabelIn } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';
import { Mark } from '../../shared/ui/Mark';
import { AgentStates } from '../AgentStates';
import { AlarmMarks } from '../Alarms';
import { useBoard } from '../boardStore';
import { alarmsOf, byState, levelOf, narrowed } from '../figures';
import type { AlarmKind, BoardQueue } from '../messages';
import { levelLooks } from '../ServiceLevel';
import { CallSince } from '../Since';

/** One queue on the wall. What is alarming is red, framed and named with a sign. */
export function WallTile({ queue }: { queue: BoardQueue }) {
  const { t, language, number, percent } = useText();
  const alarms = alarmsOf(useBoard((s) => s.alarms), queue.name);
  const agents = narrowed(useBoard((s) => s.agents), queue.name);
  const raised = (kind: AlarmKind) => (alarms.some((alarm) => alarm.kind === kind) ? ' wall-raised' : '');
  const { serviceLevel } = queue.today;
  const level = levelOf(serviceLevel, queue.serviceLevelTarget);
  const [tone, shape] = levelLooks[level];
  const counts = byState(agents);
  const label = queueLabelIn(queue, language);
  return (
    <section className={`wall-tile${alarms.length > 0 ? ' wall-alarm' : ''}`} aria-label={label}>
      <header className="wall-head">
        <h2 className="clip">{label}</h2>
        <AlarmMarks alarms={alarms} />
      </header>
      <dl className="wall-figures tabular">
        <div className={`wall-waiting${raised('waiting')}`}>
          <dt>{t('board.waiting')}</dt>
          <dd style={{ '--digits': String(queue.waitingCount).length } as React.CSSProperties}>{number(queue.waitingCount)}</dd>
        </div>
        <div className={`wall-figure${raised('longest-wait')}`}>
          <dt>{t('board.longest')}</dt>
          <dd>{queue.longestSince ? <CallSince since={queue.longestSince} /> : '–'}</dd>
        </div>
        <div className={`wall-figure wall-level-${level}${raised('service-level')}`}>
          <dt>{t('board.serviceLevel')}</dt>
          <dd>
            <Mark tone={tone} shape={shape} label={serviceLevel === null ? '–' : percent(serviceLevel)} />
            <span className="visually-hidden">{t(`board.level.${level}`)}</span>
          </dd>
        </div>
        <div className="wall-figure">
          <dt>{t('wall.agents')}</dt>
          <dd>{t('wall.agentsOf', { available: number(counts.available), all: number(agents.length - counts.offline) })}</dd>
        </div>
      </dl>
      <AgentStates agents={agents} />
    </section>
  );
}
