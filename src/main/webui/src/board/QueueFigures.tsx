import { useText } from '../shared/i18n/useText';
import { CallSince } from './Since';
import { ServiceLevel } from './ServiceLevel';
import type { BoardQueue, Figures } from './messages';

interface NowProps {
  waiting: number;
  longestSince: string | null;
  figures: Figures;
  queue?: BoardQueue;
}

/** What a supervisor looks at first: who waits, how long, and how well it goes today. */
export function NowFigures({ waiting, longestSince, figures, queue }: NowProps) {
  const { t, number, duration } = useText();
  return (
    <dl className="board-now tabular">
      <div>
        <dt>{t('board.waiting')}</dt>
        <dd key={waiting} className={waiting === 0 ? 'faint' : 'board-fresh'}>
          {number(waiting)}
        </dd>
      </div>
      <div>
        <dt>{t('board.longest')}</dt>
        <dd>{longestSince ? <CallSince since={longestSince} /> : <span className="faint">–</span>}</dd>
      </div>
      <div>
        <dt>{t('board.serviceLevel')}</dt>
        <dd>
          <ServiceLevel figures={figures} queue={queue} />
        </dd>
      </div>
      <div>
        <dt title={t('board.answerTimeLong')}>{t('board.answerTime')}</dt>
        <dd>{duration(figures.averageAnswerMs)}</dd>
      </div>
    </dl>
  );
}

/** What became of today's callers. */
export function DayFigures({ figures }: { figures: Figures }) {
  const { t, number } = useText();
  const all = [
    [t('board.offered'), figures.offered],
    [t('board.answered'), figures.answered],
    [t('board.abandoned'), figures.abandoned],
    [t('board.short'), figures.shortAbandoned],
    [t('board.overflowed'), figures.overflowed],
  ] as const;
  return (
    <dl className="board-day tabular">
      {all.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd key={value} className="board-fresh">
            {number(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
