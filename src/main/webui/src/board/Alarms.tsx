import { TriangleAlert } from 'lucide-react';
import { useText } from '../shared/i18n/useText';
import { Mark } from '../shared/ui/Mark';
import { useAlarmText, valueNow } from './alarmText';
import { useBoard } from './boardStore';
import { QueueLink } from './QueueLink';
import { useBoardNow } from './Since';
import type { BoardAlarm } from './messages';

/** On top of the board: what is raised, how far it is by now, and since when. */
export function AlarmStrip({ alarms }: { alarms: readonly BoardAlarm[] }) {
  const { t } = useText();
  if (alarms.length === 0) return null;
  return (
    <ul className="board-alarms" aria-label={t('board.alarms')}>
      {alarms.map((alarm) => (
        <AlarmLine key={`${alarm.queue}/${alarm.kind}`} alarm={alarm} />
      ))}
    </ul>
  );
}

function AlarmLine({ alarm }: { alarm: BoardAlarm }) {
  const { t, time, full } = useText();
  const textOf = useAlarmText();
  const queue = useBoard((s) => s.queues.find((q) => q.name === alarm.queue));
  const aheadMs = useBoard((s) => s.pbx?.aheadMs);
  const now = useBoardNow(true);
  return (
    <li className="board-alarm">
      <TriangleAlert size={16} aria-hidden="true" />
      <span className="tabular">
        <QueueLink name={alarm.queue}>{textOf(alarm, valueNow(alarm, queue, now, aheadMs))}</QueueLink>{' '}
        <span className="board-alarm-since" title={full(alarm.since)}>
          {t('board.since', { time: time(alarm.since) })}
        </span>
      </span>
    </li>
  );
}

/** On the queue's own card: colour, sign and a word for each alarm. */
export function AlarmMarks({ alarms }: { alarms: readonly BoardAlarm[] }) {
  const { t } = useText();
  return alarms.map((alarm) => <Mark key={alarm.kind} tone="red" shape="alert" label={t(`alarm.short.${alarm.kind}`)} pill />);
}

/** Says to screen readers, once, what was raised and what is over. */
export function AlarmAnnouncer() {
  const { t } = useText();
  const textOf = useAlarmText();
  const news = useBoard((s) => s.news);
  const said = (over: boolean) =>
    news
      .filter((alarm) => Boolean(alarm.over) === over)
      .map((alarm) => t(over ? 'alarm.over' : 'alarm.raised', { what: textOf(alarm) }))
      .join(' ');
  return (
    <>
      <div className="visually-hidden" role="alert">
        {said(false)}
      </div>
      <div className="visually-hidden" role="status">
        {said(true)}
      </div>
    </>
  );
}
