package dev.trunkline.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTest {
    @Test
    void a_day_goes_from_midnight_to_midnight_where_the_house_is() {
        assertThat(Given.DAY.date()).hasToString("2026-11-23");
        assertThat(Given.DAY.contains(Given.MIDNIGHT)).isTrue();
        assertThat(Given.DAY.contains(Given.MIDNIGHT.minusNanos(1))).isFalse();
        assertThat(Given.DAY.contains(Given.DAY.to())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T12:00:00Z, 23",
        "2026-10-25T12:00:00Z, 25",
        "2026-11-23T12:00:00Z, 24",
    })
    void a_day_is_as_long_as_the_clocks_make_it(Instant at, int hours) {
        Day day = Day.of(at, ZoneId.of("Europe/Berlin"));
        assertThat(Duration.between(day.from(), day.to())).isEqualTo(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T04:00:00Z, 2026-11-23T04:00:00Z",
        "2026-11-23T04:14:59.999Z, 2026-11-23T04:00:00Z",
        "2026-11-23T04:15:00Z, 2026-11-23T04:15:00Z",
        "2026-11-22T16:00:00Z, 2026-11-22T16:00:00Z",
    })
    void intervals_begin_at_the_quarters(Instant at, Instant from) {
        assertThat(Given.DAY.interval(at)).isEqualTo(from);
    }
}
