package dev.trunkline.supervision;

import dev.trunkline.acd.QueueGoal;
import dev.trunkline.supervision.BoardAlarm.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A value that is held to a limit, as it is now.
 *
 * @param beyond whether it calls for an alarm
 * @param calm whether it is so far within the limit that an alarm may end
 */
record Reading(String queue, Kind kind, double limit, double value, boolean beyond, boolean calm) {
    /** Of fewer calls a share says nothing. */
    static final int ENOUGH = 10;

    /** How far above the target, in percent, the service level calms an alarm. */
    private static final double MARGIN = 1;

    /**
     * What a queue's settings hold to a limit.
     *
     * @param now by the PBX's clock, which stamps since when callers wait
     */
    static List<Reading> of(QueueGoal goal, BoardQueue queue, Instant now) {
        List<Reading> readings = new ArrayList<>();
        if (goal.alarmWaiting() != null) {
            readings.add(upTo(queue, Kind.WAITING, goal.alarmWaiting(), queue.waitingCount()));
        }
        if (goal.alarmLongestWaitSeconds() != null) {
            Instant since = queue.longestSince();
            double waited = since == null ? 0 : Duration.between(since, now).toMillis() / 1000.0;
            readings.add(upTo(queue, Kind.LONGEST_WAIT, goal.alarmLongestWaitSeconds(), waited));
        }
        if (goal.alarmServiceLevel()) {
            double target = goal.serviceLevelTarget();
            int counted = decided(goal, queue, now);
            boolean enough = counted >= ENOUGH;
            double value =
                    counted <= 0 ? 100 : Math.round(1000.0 * queue.today().answeredInTime() / counted) / 10.0;
            readings.add(new Reading(
                    queue.name(),
                    Kind.SERVICE_LEVEL,
                    target,
                    value,
                    enough && value < target,
                    !enough || value >= Math.min(100, target + MARGIN)));
        }
        return readings;
    }

    /** Calls that were answered in time or can be no more: who waits within the time speaks for nothing yet. */
    private static int decided(QueueGoal goal, BoardQueue queue, Instant now) {
        Instant late = now.minusSeconds(goal.serviceLevelSeconds());
        int young = (int) queue.waiting().stream()
                .filter(one -> one.since().isAfter(late))
                .count();
        return queue.today().offered() - queue.today().shortAbandoned() - young;
    }

    private static Reading upTo(BoardQueue queue, Kind kind, int limit, double value) {
        return new Reading(queue.name(), kind, limit, value, value > limit, value <= limit);
    }
}
