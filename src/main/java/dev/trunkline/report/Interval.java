package dev.trunkline.report;

import dev.trunkline.shared.problem.Problem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Into what a report's span is divided. Intervals begin where the clocks on the wall of the house show a whole quarter,
 * hour, day …; where clocks are changed one is shorter or longer.
 */
enum Interval {
    QUARTER("15min", 15),
    HALF("30min", 30),
    HOUR("hour", 60),
    DAY("day", 0),
    WEEK("week", 0),
    MONTH("month", 0);

    private final String word;
    private final int minutes;

    Interval(String word, int minutes) {
        this.word = word;
        this.minutes = minutes;
    }

    String word() {
        return word;
    }

    /** The longest span it may divide. */
    int mostDays() {
        return minutes > 0 ? 31 : 366;
    }

    /** When the interval begins to which the instant belongs. */
    Instant floor(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return minutes > 0
                ? begin(local)
                : first(local.toLocalDate()).atStartOfDay(zone).toInstant();
    }

    /** When the next one begins after that to which the instant belongs. */
    Instant next(Instant at, ZoneId zone) {
        if (minutes > 0) {
            // Where clocks are changed by half an hour the next whole hour is nearer than an hour.
            Instant begun = floor(at, zone);
            Instant later = begun.plus(Duration.ofMinutes(minutes));
            Instant next = floor(later, zone);
            return next.isAfter(at) ? next : later;
        }
        LocalDate first = first(at.atZone(zone).toLocalDate());
        LocalDate next = switch (this) {
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            default -> first.plusDays(1);
        };
        return next.atStartOfDay(zone).toInstant();
    }

    /** @throws Problem 422 naming the words there are */
    static Interval parse(@Nullable String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "interval",
                        "unknown-word",
                        "must be one of "
                                + Arrays.stream(values()).map(Interval::word).collect(Collectors.joining(", "))));
    }

    private Instant begin(ZonedDateTime local) {
        return local.withMinute(local.getMinute() / minutes * minutes)
                .withSecond(0)
                .withNano(0)
                .toInstant();
    }

    private LocalDate first(LocalDate date) {
        return switch (this) {
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            default -> date;
        };
    }
}
