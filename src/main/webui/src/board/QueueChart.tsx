import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useNow } from '../shared/clock/clock';
import { useText } from '../shared/i18n/useText';
import { Bars } from '../shared/ui/chart/Bars';
import { asCsv, saveCsv } from '../shared/ui/csv';
import { useBoard } from './boardStore';
import { chartFrom, QUARTER, quarters } from './figures';
import type { BoardQueue, Interval } from './messages';

/** The queue's quarters of an hour up to the present; every queue's begin at the same time. */
function useQuarters(queue: BoardQueue): Interval[] {
  const queues = useBoard((s) => s.queues);
  const dayFrom = useBoard((s) => s.dayFrom);
  const lostAt = useBoard((s) => s.lostAt);
  const now = useNow(QUARTER);
  const until = lostAt ?? now;
  return quarters(queue.intervals, chartFrom(queues, dayFrom, until), until);
}

export function QueueChart({ queue, tall = false }: { queue: BoardQueue; tall?: boolean }) {
  const { t } = useText();
  const shown = useQuarters(queue);
  return (
    <Bars
      title={t('board.chart')}
      times={shown.map(({ from }) => Date.parse(from))}
      whole={{ label: t('board.offered'), values: shown.map((q) => q.offered) }}
      parts={[
        { label: t('board.answered'), values: shown.map((q) => q.answered) },
        { label: t('board.abandoned'), values: shown.map((q) => q.abandoned) },
      ]}
      tall={tall}
    />
  );
}

const columns = ['from', 'offered', 'answered', 'answeredInTime', 'abandoned', 'shortAbandoned', 'overflowed', 'averageAnswerMs', 'serviceLevel'] as const satisfies readonly (keyof Interval)[];

/** The quarters of an hour for other programs. */
export function QueueCsv({ queue }: { queue: BoardQueue }) {
  const { t } = useText();
  const day = useBoard((s) => s.day);
  return (
    <Button type="text" size="small" icon={<Download size={14} aria-hidden="true" />} onClick={() => saveCsv(`${queue.name}-${day}`, asCsv(columns, queue.intervals))}>
      {t('board.csv')}
    </Button>
  );
}

/** The same in figures, the newest first. */
export function QueueTable({ queue }: { queue: BoardQueue }) {
  const { t, time, number, percent, duration } = useText();
  return (
    <details className="board-table">
      <summary>{t('board.asTable')}</summary>
      <table className="tabular">
        <thead>
          <tr>
            <th scope="col">{t('board.quarter')}</th>
            <th scope="col">{t('board.offered')}</th>
            <th scope="col">{t('board.answered')}</th>
            <th scope="col">{t('board.abandoned')}</th>
            <th scope="col">{t('board.serviceLevel')}</th>
            <th scope="col">{t('board.answerTime')}</th>
          </tr>
        </thead>
        <tbody>
          {queue.intervals.toReversed().map((q) => (
            <tr key={q.from}>
              <th scope="row">{time(q.from)}</th>
              <td>{number(q.offered)}</td>
              <td>{number(q.answered)}</td>
              <td>{number(q.abandoned)}</td>
              <td>{q.serviceLevel === null ? '–' : percent(q.serviceLevel)}</td>
              <td>{duration(q.averageAnswerMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
