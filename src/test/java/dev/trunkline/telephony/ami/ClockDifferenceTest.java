package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockDifferenceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ClockDifference clocks = new ClockDifference();

    @Test
    void before_the_first_answer_nothing_is_known() {
        assertThat(clocks.best()).isEmpty();
        assertThat(clocks.ahead()).isZero();
    }

    @Test
    void an_answer_bounds_the_difference_from_both_sides() {
        clocks.heard(NOON, NOON.plusMillis(600_010), NOON.plusMillis(20));
        assertThat(clocks.ahead()).isEqualTo(Duration.ofMinutes(10));
        assertThat(clocks.best().orElseThrow().within()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void the_quickest_answer_is_believed() {
        clocks.heard(NOON, NOON.plusMillis(400), NOON.plusMillis(500));
        clocks.heard(
                NOON.plusSeconds(5),
                NOON.plusSeconds(5).plusMillis(1),
                NOON.plusSeconds(5).plusMillis(2));
        clocks.heard(
                NOON.plusSeconds(10),
                NOON.plusSeconds(10).plusMillis(90),
                NOON.plusSeconds(10).plusMillis(100));
        assertThat(clocks.ahead()).isZero();
        assertThat(clocks.best().orElseThrow().within()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void a_clock_that_was_set_is_noticed_at_once() {
        clocks.heard(NOON, NOON.plusMillis(1), NOON.plusMillis(2));
        clocks.heard(
                NOON.plusSeconds(5),
                NOON.plusSeconds(65).plusMillis(10),
                NOON.plusSeconds(5).plusMillis(20));
        assertThat(clocks.ahead()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_pbx_behind_us_is_ahead_by_less_than_nothing() {
        clocks.heard(NOON, NOON.minusSeconds(30), NOON);
        assertThat(clocks.ahead()).isEqualTo(Duration.ofSeconds(-30));
    }

    @Test
    void old_answers_count_no_more() {
        clocks.heard(NOON, NOON, NOON);
        for (int i = 1; i <= 12; i++) {
            clocks.heard(
                    NOON.plusSeconds(i),
                    NOON.plusSeconds(i).plusMillis(5),
                    NOON.plusSeconds(i).plusMillis(10));
        }
        assertThat(clocks.best().orElseThrow().within()).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void our_own_clock_set_back_between_asking_and_hearing_says_nothing() {
        clocks.heard(NOON, NOON, NOON.minusSeconds(1));
        assertThat(clocks.best()).isEmpty();
    }
}
