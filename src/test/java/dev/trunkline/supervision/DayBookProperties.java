package dev.trunkline.supervision;

import static dev.trunkline.supervision.Given.DAY;
import static dev.trunkline.supervision.Given.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.report.Stay;
import dev.trunkline.report.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is seen of calls, how often and in which order: the figures are those of how each ended up. */
class DayBookProperties {

    @Property(tries = 500)
    void figures_are_those_of_the_final_states(@ForAll("states") List<Contribution> states, @ForAll Random random) {
        List<Contribution> seen = new ArrayList<>(states);
        states.forEach(state -> {
            if (random.nextBoolean()) {
                seen.add(state);
            }
        });
        Collections.shuffle(seen, random);
        Map<String, Contribution> last = new HashMap<>();
        DayBook book = new DayBook(DAY);
        for (Contribution state : seen) {
            book.put(state);
            last.put(state.callId(), state);
            if (random.nextInt(5) == 0) {
                book.of(SUPPORT);
            }
        }
        assertCounted(book, List.copyOf(last.values()));
    }

    @Property(tries = 500)
    void a_recount_gives_the_figures_of_what_is_stored(
            @ForAll("states") List<Contribution> seen, @ForAll("states") List<Contribution> other) {
        Map<String, Contribution> stored = new HashMap<>();
        other.forEach(state -> stored.put(state.callId(), ended(state)));
        DayBook book = new DayBook(DAY);
        seen.stream().filter(state -> stored.containsKey(state.callId())).forEach(book::put);
        book.recount(stored.values(), List.of());
        assertCounted(book, List.copyOf(stored.values()));
        book.recount(stored.values(), List.of());
        assertCounted(book, List.copyOf(stored.values()));
    }

    @Property(tries = 300)
    void every_stay_counts_on_one_day_alone(@ForAll("states") List<Contribution> states) {
        Map<String, Contribution> last = new HashMap<>();
        states.forEach(state -> last.put(state.callId(), state));
        int counted = 0;
        for (int days = -2; days <= 2; days++) {
            DayBook book = new DayBook(Day.of(Given.NOON.plusSeconds(days * 86_400L), Given.SHANGHAI));
            states.forEach(book::put);
            counted += book.of(SUPPORT).today().offered();
        }
        assertThat(counted).isEqualTo((int) last.values().stream()
                .flatMap(call -> call.stays().stream())
                .filter(stay -> stay.queue().equals("support"))
                .count());
    }

    /** Few calls with many states each, around both midnights and noon. */
    @Provide
    Arbitrary<List<Contribution>> states() {
        Arbitrary<Instant> joined = Arbitraries.of(DAY.from(), Given.NOON, DAY.to())
                .flatMap(around ->
                        Arbitraries.longs().between(-2_000_000, 2_000_000).map(around::plusMillis));
        Arbitrary<Stay> stay = Combinators.combine(
                        Arbitraries.of("support", "sales"),
                        joined,
                        Arbitraries.longs().between(0, 60_000),
                        Arbitraries.of(VisitOutcome.class).injectNull(0.2))
                .as((queue, at, waited, outcome) -> new Stay(queue, at, outcome == null ? null : waited, outcome));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(true, false),
                        stay.list().ofMaxSize(3))
                .as((n, over, stays) -> new Contribution("call " + n, over, stays))
                .list()
                .ofMaxSize(25);
    }

    private static Contribution ended(Contribution state) {
        return new Contribution(state.callId(), true, state.stays());
    }

    /** Counts once more, one stay after the other, with nothing of the book's. */
    private static void assertCounted(DayBook book, List<Contribution> calls) {
        int offered = 0;
        int answered = 0;
        int inTime = 0;
        int abandoned = 0;
        int shortly = 0;
        int overflowed = 0;
        long waited = 0;
        for (Contribution call : calls) {
            for (Stay stay : call.stays()) {
                boolean today =
                        !stay.joinedAt().isBefore(DAY.from()) && stay.joinedAt().isBefore(DAY.to());
                if (!today || !stay.queue().equals("support")) {
                    continue;
                }
                long ms = stay.waitedMs() == null ? 0 : stay.waitedMs();
                offered++;
                answered += stay.outcome() == VisitOutcome.ANSWERED ? 1 : 0;
                inTime += stay.outcome() == VisitOutcome.ANSWERED && ms <= 20_000 ? 1 : 0;
                waited += stay.outcome() == VisitOutcome.ANSWERED ? ms : 0;
                abandoned += stay.outcome() == VisitOutcome.ABANDONED && ms >= 5_000 ? 1 : 0;
                shortly += stay.outcome() == VisitOutcome.ABANDONED && ms < 5_000 ? 1 : 0;
                overflowed += stay.outcome() == VisitOutcome.OVERFLOWED ? 1 : 0;
            }
        }
        Tally counted = new Tally(offered, answered, inTime, abandoned, shortly, overflowed, waited);
        QueueDay day = book.of(SUPPORT);
        assertThat(day.today()).isEqualTo(counted);
        assertThat(day.intervals().values().stream().reduce(Tally.NONE, Tally::plus))
                .isEqualTo(counted);
    }
}
