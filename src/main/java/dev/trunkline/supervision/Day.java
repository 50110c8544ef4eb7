package dev.trunkline.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One day of the house, from midnight to midnight in its time zone: 23 or 25 hours long where clocks are changed.
 *
 * @param from its first instant
 * @param to the first instant of the next
 */
record Day(LocalDate date, ZoneId zone, Instant from, Instant to) {
    private static final Duration INTERVAL = Duration.ofMinutes(15);

    /** The day to which the instant belongs. */
    static Day of(Instant at, ZoneId zone) {
        LocalDate date = at.atZone(zone).toLocalDate();
        return new Day(
                date,
                zone,
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** When the quarter of an hour began to which the instant belongs. */
    Instant interval(Instant at) {
        long past = Duration.between(from, at).toMillis();
        return from.plusMillis(past - Math.floorMod(past, INTERVAL.toMillis()));
    }
}
