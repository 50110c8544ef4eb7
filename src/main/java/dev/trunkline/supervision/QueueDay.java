package dev.trunkline.supervision;

import dev.trunkline.acd.QueueGoal;
import dev.trunkline.report.Stay;
import dev.trunkline.report.Tally;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A queue's day.
 *
 * @param intervals what each quarter of an hour gave, by its beginning; those in which nobody joined are left out
 */
record QueueDay(Tally today, SortedMap<Instant, Tally> intervals) {

    /** Counts the stays that began on the day. */
    static QueueDay of(Stream<Stay> stays, QueueGoal goal, Day day) {
        SortedMap<Instant, Tally> intervals = new TreeMap<>();
        stays.filter(stay -> day.contains(stay.joinedAt()))
                .forEach(stay -> intervals.merge(day.interval(stay.joinedAt()), Tally.of(stay, goal), Tally::plus));
        Tally today = intervals.values().stream().reduce(Tally.NONE, Tally::plus);
        return new QueueDay(today, Collections.unmodifiableSortedMap(intervals));
    }
}
