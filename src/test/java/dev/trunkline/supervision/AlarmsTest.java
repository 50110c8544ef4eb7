package dev.trunkline.supervision;

import static dev.trunkline.supervision.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.acd.QueueGoal;
import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.report.Stay;
import dev.trunkline.supervision.BoardAlarm.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alarms are raised at once and do not flap. */
class AlarmsTest {
    private static final QueueGoal WATCHED = new QueueGoal("support", "Support", null, 5_000, 20, 80, 2, 60, true);

    private Alarms alarms = Alarms.NONE;
    private Instant now = NOON;

    @Test
    void nothing_is_raised_at_the_limit() {
        look(2, 60, 80.0);
        assertThat(alarms.all()).isEmpty();
    }

    @Test
    void each_value_beyond_its_limit_raises_one_alarm() {
        look(3, 61, 79.9);
        assertThat(alarms.all())
                .containsExactly(
                        new BoardAlarm("support", Kind.WAITING, 2, 3, NOON, null),
                        new BoardAlarm("support", Kind.LONGEST_WAIT, 60, 61, NOON, null),
                        new BoardAlarm("support", Kind.SERVICE_LEVEL, 80, 79.9, NOON, null));
        List<BoardAlarm> raised = alarms.all();
        after(30).look(9, 99, 10.0);
        assertThat(alarms.all()).isEqualTo(raised);
    }

    @Test
    void an_alarm_is_over_when_it_was_calm_for_a_while_on_end() {
        look(3, 0, 100.0);
        after(1).look(2, 0, 100.0);
        after(9).look(2, 0, 100.0);
        assertThat(alarms.all()).hasSize(1);
        after(1).look(2, 0, 100.0);
        assertThat(alarms.all()).isEmpty();
    }

    @Test
    void a_value_that_sways_about_its_limit_makes_one_alarm() {
        for (int i = 0; i < 20; i++) {
            after(5).look(i % 2 == 0 ? 3 : 2, 0, 100.0);
            assertThat(alarms.all()).hasSize(1);
        }
        assertThat(alarms.all().getFirst().since()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void the_service_level_has_to_be_well_above_its_target_again() {
        look(0, 0, 79.0);
        after(60).look(0, 0, 80.5);
        after(60).look(0, 0, 80.5);
        assertThat(alarms.all()).hasSize(1);
        after(1).look(0, 0, 81.0);
        after(10).look(0, 0, 81.0);
        assertThat(alarms.all()).isEmpty();
    }

    @Test
    void a_setting_taken_away_takes_its_alarm_along() {
        look(3, 0, 100.0);
        alarms = alarms.next(List.of(), now);
        assertThat(alarms.all()).isEmpty();
    }

    @Test
    void readings_are_of_what_is_set_alone() {
        assertThat(Reading.of(Given.SUPPORT, queue(5, 0, 0), NOON)).isEmpty();
        assertThat(Reading.of(WATCHED, queue(5, 0, 0), NOON))
                .extracting(Reading::kind)
                .containsExactly(Kind.WAITING, Kind.LONGEST_WAIT, Kind.SERVICE_LEVEL);
    }

    @Test
    void the_longest_wait_is_told_in_seconds_of_the_pbx_clock() {
        Reading wait = Reading.of(WATCHED, queue(1, 0, 0), NOON.plusSeconds(61)).get(1);
        assertThat(wait.value()).isEqualTo(61);
        assertThat(wait.beyond()).isTrue();
        assertThat(Reading.of(WATCHED, queue(0, 0, 0), NOON.plusSeconds(61))
                        .get(1)
                        .value())
                .isZero();
    }

    @Test
    void the_service_level_of_few_calls_says_nothing() {
        assertThat(Reading.of(WATCHED, queue(0, 0, Reading.ENOUGH - 1), NOON)
                        .get(2)
                        .beyond())
                .isFalse();
        assertThat(Reading.of(WATCHED, queue(0, 0, Reading.ENOUGH), NOON).get(2).beyond())
                .isTrue();
        assertThat(Reading.of(WATCHED, queue(0, 9, 1), NOON).get(2).beyond()).isFalse();
    }

    @Test
    void who_waits_within_the_time_does_not_count_against_the_service_level() {
        assertThat(Reading.of(WATCHED, crowd(), NOON.plusSeconds(19)).get(2).beyond())
                .isFalse();
        assertThat(Reading.of(WATCHED, crowd(), NOON.plusSeconds(20)).get(2).beyond())
                .isTrue();
    }

    @Test
    void a_standing_alarm_has_the_limit_that_is_set_now() {
        look(3, 0, 100.0);
        alarms = alarms.next(List.of(new Reading("support", Kind.WAITING, 1, 3, true, false)), now);
        assertThat(alarms.all())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.limit()).isEqualTo(1));
    }

    /** Ten answered in time, and ten who joined at noon and wait. */
    private static BoardQueue crowd() {
        List<BoardQueue.Waiting> callers = IntStream.range(0, 10)
                .mapToObj(i -> new BoardQueue.Waiting(NOON, List.of(), Given.shown("c" + i)))
                .toList();
        Stream<Stay> stays = IntStream.range(0, 20)
                .mapToObj(i -> i < 10
                        ? Given.left("support", NOON, 1, VisitOutcome.ANSWERED)
                        : Stay.of("support", NOON, null, null));
        return BoardQueue.of(WATCHED, QueueDay.of(stays, WATCHED, Given.DAY), callers);
    }

    private AlarmsTest after(long seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    private void look(int waiting, double longest, double level) {
        alarms = alarms.next(
                List.of(
                        new Reading("support", Kind.WAITING, 2, waiting, waiting > 2, waiting <= 2),
                        new Reading("support", Kind.LONGEST_WAIT, 60, longest, longest > 60, longest <= 60),
                        new Reading("support", Kind.SERVICE_LEVEL, 80, level, level < 80, level >= 81)),
                now);
    }

    /** So many wait since noon, and so many were answered in time or gave up. */
    private static BoardQueue queue(int waiting, int answered, int abandoned) {
        Stream<Stay> stays = Stream.concat(
                IntStream.range(0, answered).mapToObj(i -> Given.left("support", NOON, 1, VisitOutcome.ANSWERED)),
                IntStream.range(0, abandoned).mapToObj(i -> Given.left("support", NOON, 30, VisitOutcome.ABANDONED)));
        List<BoardQueue.Waiting> callers = new ArrayList<>();
        for (int i = 0; i < waiting; i++) {
            callers.add(new BoardQueue.Waiting(NOON, List.of(), Given.shown("c" + i)));
        }
        return BoardQueue.of(WATCHED, QueueDay.of(stays, WATCHED, Given.DAY), callers);
    }
}
