import { Popover } from 'antd';
import { useText } from '../shared/i18n/useText';
import { Mark, type Shape, type Tone } from '../shared/ui/Mark';
import { useBoard } from './boardStore';
import { levelOf, type Level } from './figures';
import type { BoardQueue, Figures } from './messages';

/** Never colour alone: each level has its own sign. */
export const levelLooks: Record<Level, readonly [Tone, Shape]> = { good: ['green', 'check'], near: ['amber', 'half'], below: ['red', 'alert'], none: ['grey', 'dash'] };

interface ServiceLevelProps {
  figures: Figures;
  /** What is asked of the queue; without it, as for all queues together, nothing is judged. */
  queue?: Pick<BoardQueue, 'serviceLevelSeconds' | 'serviceLevelTarget'> | undefined;
}

/** The day's service level beside its target; pointing at it or going there by keyboard tells how it is reckoned. */
export function ServiceLevel({ figures, queue }: ServiceLevelProps) {
  const { t, word, percent, number } = useText();
  const formula = useBoard((s) => s.formula);
  const { serviceLevel, answeredInTime, offered, shortAbandoned } = figures;
  const text = serviceLevel === null ? '–' : percent(serviceLevel);
  const level = queue ? levelOf(serviceLevel, queue.serviceLevelTarget) : 'none';
  const [tone, shape] = levelLooks[level];
  const reckoned = (
    <div className="board-formula">
      <p>{word('boardFormula', formula)}</p>
      {serviceLevel !== null && (
        <p className="tabular">{t('board.formulaFigures', { inTime: number(answeredInTime), offered: number(offered), short: number(shortAbandoned), level: text })}</p>
      )}
      {queue && <p className="soft">{t('board.inTime', { seconds: queue.serviceLevelSeconds, target: percent(queue.serviceLevelTarget) })}</p>}
    </div>
  );
  return (
    <Popover content={reckoned} title={t('board.serviceLevel')} trigger={['hover', 'focus']}>
      <button type="button" className={`plain-button board-level board-level-${level}`}>
        {queue ? <Mark tone={tone} shape={shape} label={text} /> : <span>{text}</span>}
        {queue && <span className="visually-hidden">{t(`board.level.${level}`)}</span>}
      </button>
    </Popover>
  );
}
