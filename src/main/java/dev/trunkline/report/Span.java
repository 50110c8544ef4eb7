package dev.trunkline.report;

import dev.trunkline.shared.problem.Problem;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time a report is about, and how it is divided.
 *
 * @param bounds where intervals begin, rising, and the end of the last: the first is the span's beginning, the last its end
 */
record Span(Interval interval, ZoneId zone, List<Instant> bounds) {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    Span {
        bounds = List.copyOf(bounds);
    }

    /**
     * The span between two times.
     *
     * @param from a time with offset, or a date: its first instant in the house
     * @param to likewise, not in the span any more
     * @throws Problem 422 when they are no times, or not in order, or too far apart for the interval
     */
    static Span of(@Nullable String from, @Nullable String to, Interval interval, ZoneId zone) {
        return of(instant("from", from, zone), instant("to", to, zone), interval, zone);
    }

    static Span of(Instant from, Instant to, Interval interval, ZoneId zone) {
        if (!to.isAfter(from)) {
            throw Problem.invalid("to", "not-after-from", "must be after from; a date stands for its first instant");
        }
        int most = interval.mostDays();
        if (to.isAfter(from.atZone(zone).plusDays(most).toInstant())) {
            throw Problem.of(
                    422,
                    "span-too-long",
                    "Not valid",
                    "to: with the interval %s a report covers at most %d days".formatted(interval.word(), most),
                    Map.of("interval", interval.word(), "days", most));
        }
        List<Instant> bounds = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = interval.next(at, zone)) {
            bounds.add(at);
        }
        bounds.add(to);
        return new Span(interval, zone, bounds);
    }

    Instant from() {
        return bounds.getFirst();
    }

    Instant to() {
        return bounds.getLast();
    }

    /** How many intervals there are. */
    int size() {
        return bounds.size() - 1;
    }

    Instant from(int n) {
        return bounds.get(n);
    }

    Instant to(int n) {
        return bounds.get(n + 1);
    }

    /**
     * What a query begins with: the bounds as {@code $1}, in which {@code width_bucket} finds an interval counting from 1,
     * the beginning as {@code $2}, the end as {@code $3}.
     */
    Tuple tuple() {
        OffsetDateTime[] array =
                bounds.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        return Tuple.tuple().addValue(array).addValue(array[0]).addValue(array[size()]);
    }

    private static Instant instant(String field, @Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(field, "not-blank", "must be given: a date or a time with offset");
        }
        try {
            Instant at = text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw Problem.invalid(field, "range", "must lie between the years 2000 and 2100");
            }
            return at;
        } catch (DateTimeParseException e) {
            throw Problem.invalid(field, "time", "must be a date or a time such as 2026-11-22T08:00:00Z");
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "range", "must lie between the years 2000 and 2100");
        }
    }
}
