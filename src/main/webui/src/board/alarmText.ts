import { clockTime } from '../shared/format/duration';
import { queueLabelIn } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { useBoard } from './boardStore';
import { elapsed } from './figures';
import type { BoardAlarm, BoardQueue } from './messages';

/** What the alarm is about as it stands now; what it was when it was raised where that is not known any more. */
export function valueNow(alarm: BoardAlarm, queue: BoardQueue | undefined, nowMs: number, aheadMs = 0): number {
  if (!queue) return alarm.value;
  switch (alarm.kind) {
    case 'waiting':
      return queue.waitingCount;
    case 'longest-wait':
      // As long as the limit at least, or it would not stand: the two clocks differ by what the news took.
      return queue.longestSince ? Math.max(alarm.limit, Math.floor(elapsed(queue.longestSince, nowMs, aheadMs) / 1000)) : 0;
    case 'service-level':
      return queue.today.serviceLevel ?? alarm.value;
  }
}

/** The alarm in a sentence: where, what, and how far beyond what limit. */
export function useAlarmText() {
  const { t, language, number, percent } = useText();
  const queues = useBoard((s) => s.queues);
  const figure = (alarm: BoardAlarm, value: number) =>
    alarm.kind === 'waiting' ? number(value) : alarm.kind === 'longest-wait' ? clockTime(value * 1000) : percent(value);
  return (alarm: BoardAlarm, value = alarm.value) => {
    const queue = queues.find((q) => q.name === alarm.queue);
    return t(`alarm.${alarm.kind}`, {
      queue: queue ? queueLabelIn(queue, language) : alarm.queue,
      value: figure(alarm, value),
      limit: figure(alarm, alarm.limit),
    });
  };
}
