package dev.trunkline.supervision;

import static dev.trunkline.supervision.Given.DAY;
import static dev.trunkline.supervision.Given.MIDNIGHT;
import static dev.trunkline.supervision.Given.NOON;
import static dev.trunkline.supervision.Given.SUPPORT;
import static dev.trunkline.supervision.Given.left;
import static dev.trunkline.supervision.Given.waits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.acd.QueueGoal;
import dev.trunkline.call.Call;
import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.report.Stay;
import dev.trunkline.report.Tally;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call gives to a queue's day, and that seeing it again replaces what it gave. */
class DayBookTest {
    private final DayBook book = new DayBook(DAY);

    @ParameterizedTest
    @CsvSource({
        "ANSWERED, 20, 1, 1, 0, 0, 0",
        "ANSWERED, 20.001, 1, 0, 0, 0, 0",
        "ABANDONED, 4.999, 0, 0, 0, 1, 0",
        "ABANDONED, 5, 0, 0, 1, 0, 0",
        "OVERFLOWED, 0, 0, 0, 0, 0, 1",
    })
    void each_stay_counts_once(
            VisitOutcome outcome, double waited, int answered, int inTime, int abandoned, int shortly, int overflowed) {
        Tally tally = Tally.of(left("support", NOON, waited, outcome), SUPPORT);
        assertThat(tally)
                .isEqualTo(new Tally(
                        1, answered, inTime, abandoned, shortly, overflowed, answered * Math.round(waited * 1000)));
    }

    @Test
    void who_waits_is_offered_and_nothing_else_yet() {
        assertThat(Tally.of(waits("support", NOON), SUPPORT)).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void the_service_level_leaves_short_abandons_out() {
        for (int i = 0; i < 8; i++) {
            put("in time " + i, left("support", NOON, 10, VisitOutcome.ANSWERED));
        }
        put("late", left("support", NOON, 30, VisitOutcome.ANSWERED));
        put("gave up", left("support", NOON, 30, VisitOutcome.ABANDONED));
        put("at once", left("support", NOON, 1, VisitOutcome.ABANDONED));
        Tally today = today();
        assertThat(today.offered()).isEqualTo(11);
        assertThat(today.serviceLevel()).isEqualTo(80.0);
        assertThat(today.averageAnswerMs()).isEqualTo(Math.round((8 * 10_000 + 30_000) / 9.0));
    }

    @Test
    void nothing_to_divide_by_gives_no_figure() {
        assertThat(Tally.NONE.serviceLevel()).isNull();
        assertThat(Tally.NONE.averageAnswerMs()).isNull();
        put("at once", left("support", NOON, 1, VisitOutcome.ABANDONED));
        assertThat(today().serviceLevel()).isNull();
    }

    @Test
    void a_call_seen_again_replaces_what_it_gave() {
        put("c", waits("support", NOON));
        put("c", left("support", NOON, 300, VisitOutcome.ABANDONED));
        // Asterisk calls a time-out an abandon first.
        put("c", left("support", NOON, 300, VisitOutcome.OVERFLOWED), waits("sales", NOON.plusSeconds(300)));
        assertThat(today()).isEqualTo(new Tally(1, 0, 0, 0, 0, 1, 0));
        assertThat(book.of(Given.goal("sales")).today().offered()).isEqualTo(1);
        put("c");
        assertThat(today()).isEqualTo(Tally.NONE);
        assertThat(book.of(Given.goal("sales")).intervals()).isEmpty();
    }

    @Test
    void a_call_that_comes_back_to_a_queue_counts_twice() {
        put(
                "c",
                left("support", NOON, 300, VisitOutcome.OVERFLOWED),
                left("support", NOON.plusSeconds(900), 5, VisitOutcome.ANSWERED));
        assertThat(today().offered()).isEqualTo(2);
        assertThat(book.of(SUPPORT).intervals()).containsOnlyKeys(NOON, NOON.plusSeconds(900));
    }

    @Test
    void a_stay_counts_on_the_day_its_caller_joined() {
        Instant before = MIDNIGHT.minusSeconds(1);
        Stay yesterdays = left("support", before, 11, VisitOutcome.ANSWERED);
        put("over midnight", yesterdays, left("support", MIDNIGHT, 2, VisitOutcome.ANSWERED));
        put("yesterday", yesterdays);
        assertThat(today()).isEqualTo(new Tally(1, 1, 1, 0, 0, 0, 2_000));
        book.turnTo(Day.of(DAY.to(), Given.SHANGHAI));
        assertThat(today()).isEqualTo(Tally.NONE);
        put("next day", waits("support", DAY.to()));
        assertThat(today().offered()).isEqualTo(1);
    }

    @Test
    void another_goal_counts_the_day_anew() {
        put("c", left("support", NOON, 30, VisitOutcome.ANSWERED));
        assertThat(today().answeredInTime()).isZero();
        QueueGoal patient = new QueueGoal("support", "Support", null, 5_000, 30, 80, null, null, false);
        assertThat(book.of(patient).today().answeredInTime()).isEqualTo(1);
    }

    @Test
    void a_stored_end_is_the_last_word_and_what_goes_on_counts_as_it_is_now() {
        put("mended", left("support", NOON, 40, VisitOutcome.ABANDONED));
        put("lost", waits("support", NOON));
        book.put(new Contribution("not stored yet", true, List.of(left("support", NOON, 10, VisitOutcome.ANSWERED))));
        book.recount(
                List.of(
                        new Contribution("mended", true, List.of(left("support", NOON, 10, VisitOutcome.ANSWERED))),
                        new Contribution(
                                "never seen", true, List.of(left("support", NOON, 40, VisitOutcome.ABANDONED))),
                        new Contribution("behind", false, List.of())),
                List.of(new Contribution("behind", false, List.of(waits("support", NOON)))));
        assertThat(today()).isEqualTo(new Tally(4, 2, 2, 1, 0, 0, 20_000));
    }

    @Test
    void a_contribution_is_what_the_calls_visits_say() {
        Call call = Given.call(
                "c",
                NOON.plusSeconds(60),
                new Call.Visit("support", NOON, NOON.plusSeconds(7), VisitOutcome.ANSWERED, List.of()),
                new Call.Visit("sales", NOON.plusSeconds(30), null, null, List.of()));
        assertThat(Contribution.of(call))
                .isEqualTo(new Contribution(
                        "c",
                        true,
                        List.of(
                                left("support", NOON, 7, VisitOutcome.ANSWERED),
                                waits("sales", NOON.plusSeconds(30)))));
    }

    private void put(String call, Stay... stays) {
        book.put(new Contribution(call, false, List.of(stays)));
    }

    private Tally today() {
        return book.of(SUPPORT).today();
    }
}
