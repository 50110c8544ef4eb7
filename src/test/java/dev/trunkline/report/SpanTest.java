package dev.trunkline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.shared.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-30, HOUR, 23",
        "2026-10-25, 2026-10-26, HOUR, 25",
        "2026-10-25, 2026-10-26, QUARTER, 100",
        "2026-03-29, 2026-03-30, DAY, 1",
        "2026-11-01, 2026-12-01, DAY, 30",
        "2026-11-01, 2026-12-01, WEEK, 6",
        "2026-01-01, 2027-01-01, MONTH, 12",
        "2026-11-23T08:10:00Z, 2026-11-23T09:00:00Z, HALF, 2",
    })
    void it_is_divided_by_the_clocks_of_the_house(String from, String to, Interval interval, int intervals) {
        assertThat(Span.of(from, to, interval, BERLIN).size()).isEqualTo(intervals);
    }

    @Test
    void a_week_begins_on_monday() {
        Span span = Span.of("2026-11-20", "2026-11-25", Interval.WEEK, BERLIN);
        assertThat(span.bounds())
                .containsExactly(
                        Instant.parse("2026-11-19T23:00:00Z"),
                        Instant.parse("2026-11-22T23:00:00Z"),
                        Instant.parse("2026-11-24T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2026-11-23, DAY, not-blank",
                "2026-11-23, -, DAY, not-blank",
                "yesterday, 2026-11-23, DAY, time",
                "2026-13-01, 2026-11-23, DAY, time",
                "2026-11-23, 2026-11-23, DAY, not-after-from",
                "2026-11-24, 2026-11-23, DAY, not-after-from",
                "1999-01-01, 2026-11-23, DAY, range",
                "2026-11-23, +999999999-12-31T23:59:59Z, DAY, range",
            })
    void what_makes_no_sense_is_refused_by_name(String from, String to, Interval interval, String code) {
        assertThatThrownBy(() -> Span.of(from, to, interval, BERLIN))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.errors().getFirst().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "2016-11-23, 2026-11-23, MONTH, 366",
        "2025-11-22, 2026-11-24, DAY, 366",
        "2026-10-01, 2026-11-02, HOUR, 31",
    })
    void longer_than_the_limit_is_refused_with_the_limit(String from, String to, Interval interval, int days) {
        assertThatThrownBy(() -> Span.of(from, to, interval, BERLIN)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("span-too-long");
            assertThat(problem.detail()).contains(days + " days");
        });
    }

    @Test
    void the_limit_itself_is_allowed() {
        assertThat(Span.of("2026-01-01", "2027-01-02", Interval.DAY, BERLIN).size())
                .isEqualTo(366);
        assertThat(Span.of("2026-10-01", "2026-11-01", Interval.HOUR, BERLIN).size())
                .isEqualTo(31 * 24 + 1);
    }

    @Property(tries = 500)
    void intervals_follow_each_other_without_gap_and_none_is_longer_than_it_may_be(
            @ForAll("zones") ZoneId zone,
            @ForAll Interval interval,
            @ForAll @IntRange(max = 365) int day,
            @ForAll @IntRange(max = 86_399) int second,
            @ForAll @IntRange(min = 1, max = 30 * 86_400) int length) {
        Instant from = LocalDate.of(2026, 1, 1)
                .plusDays(day)
                .atStartOfDay(zone)
                .plusSeconds(second)
                .toInstant();
        Instant to = from.plusSeconds(length);
        List<Instant> bounds = Span.of(from, to, interval, zone).bounds();
        assertThat(bounds.getFirst()).isEqualTo(from);
        assertThat(bounds.getLast()).isEqualTo(to);
        for (int i = 1; i < bounds.size(); i++) {
            assertThat(bounds.get(i)).isAfter(bounds.get(i - 1));
            if (i < bounds.size() - 1) {
                assertThat(interval.floor(bounds.get(i), zone)).isEqualTo(bounds.get(i));
            }
            assertThat(Duration.between(bounds.get(i - 1), bounds.get(i))).isLessThanOrEqualTo(longest(interval));
        }
    }

    @Property(tries = 300)
    void every_midnight_begins_an_interval(
            @ForAll("zones") ZoneId zone, @ForAll Interval interval, @ForAll @IntRange(max = 360) int day) {
        if (interval == Interval.WEEK || interval == Interval.MONTH) {
            return;
        }
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
        Instant from = date.atStartOfDay(zone).toInstant();
        Instant next = date.plusDays(1).atStartOfDay(zone).toInstant();
        Instant to = date.plusDays(2).atStartOfDay(zone).toInstant();
        assertThat(Span.of(from, to, interval, zone).bounds()).contains(from, next, to);
    }

    /** Clocks changed by an hour and by half an hour, at night and at midnight, and never. */
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu")
                .map(ZoneId::of);
    }

    private static Duration longest(Interval interval) {
        return switch (interval) {
            case QUARTER -> Duration.ofMinutes(15);
            case HALF -> Duration.ofMinutes(30);
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofHours(25);
            case WEEK -> Duration.ofHours(7 * 24 + 1);
            case MONTH -> Duration.ofHours(31 * 24 + 1);
        };
    }
}
