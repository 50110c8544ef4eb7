package dev.trunkline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.acd.QueueGoal;
import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.report.Report.Heading;
import dev.trunkline.report.Report.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However what was counted is divided and in whichever order it comes, the sums are the same. */
class FoldProperties {
    private static final Span DAY = Span.of("2026-11-23", "2026-11-24", Interval.HOUR, ZoneOffset.UTC);
    private static final QueueGoal GOAL = new QueueGoal("support", "Support", null, 5_000, 20, 80, null, null, false);
    private static final List<Heading> QUEUES = List.of(heading("support"), heading("sales"));

    record Counted(int hour, Stay stay) {}

    @Property(tries = 300)
    void totals_are_the_sums_of_rows_and_of_intervals(@ForAll("stays") List<Counted> stays, @ForAll Random random) {
        Fold<QueueCount> fold = fold(stays);
        for (String sum :
                List.of("offered", "answered", "answeredInTime", "abandoned", "shortAbandoned", "overflowed")) {
            long total = fold.total().get(sum).longValue();
            assertThat(sum(fold.rows(QUEUES), sum)).isEqualTo(total);
            assertThat(sum(fold.intervals(), sum)).isEqualTo(total);
            assertThat(sum(fold.totals(QUEUES), sum)).isEqualTo(total);
        }
        List<Counted> shuffled = new ArrayList<>(stays);
        Collections.shuffle(shuffled, random);
        assertThat(fold(shuffled).rows(QUEUES)).isEqualTo(fold.rows(QUEUES));
        assertThat(fold.regrouped(queue -> "").total()).isEqualTo(fold.total());
    }

    @Property(tries = 300)
    void stays_of_one_kind_together_are_those_stays_one_by_one(@ForAll("stays") List<Counted> stays) {
        Tally each = stays.stream().map(one -> Tally.of(one.stay(), GOAL)).reduce(Tally.NONE, Tally::plus);
        Tally together =
                stays.stream().map(Counted::stay).collect(Collectors.groupingBy(FoldProperties::kind)).values().stream()
                        .map(kind -> {
                            Stay one = kind.getFirst();
                            long ms = waited(one);
                            return Tally.of(
                                    kind.size(),
                                    one.outcome(),
                                    ms <= 20_000,
                                    ms < 5_000,
                                    kind.stream()
                                            .mapToLong(FoldProperties::waited)
                                            .sum());
                        })
                        .reduce(Tally.NONE, Tally::plus);
        assertThat(together).isEqualTo(each);
    }

    @Property(tries = 200)
    void what_becomes_of_callers_adds_up_and_shares_are_shares(@ForAll("stays") List<Counted> stays) {
        for (Row row : fold(stays).rows(QUEUES)) {
            Map<String, Number> values = row.values();
            assertThat(List.of("answered", "abandoned", "shortAbandoned", "overflowed").stream()
                            .mapToInt(figure -> values.get(figure).intValue())
                            .sum())
                    .isLessThanOrEqualTo(values.get("offered").intValue());
            if (values.containsKey("serviceLevel")) {
                assertThat(values.get("serviceLevel").doubleValue()).isBetween(0.0, 100.0);
            }
            assertThat(values.containsKey("averageAnswerMs"))
                    .isEqualTo(values.get("answered").intValue() > 0);
        }
    }

    @Provide
    Arbitrary<List<Counted>> stays() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.of("support", "sales"),
                        Arbitraries.longs()
                                .between(0, 60_000)
                                .edgeCases(edges -> edges.add(4_999L, 5_000L, 20_000L, 20_001L)),
                        Arbitraries.of(VisitOutcome.class).injectNull(0.1))
                .as((hour, queue, waited, outcome) ->
                        new Counted(hour, new Stay(queue, Instant.EPOCH, outcome == null ? null : waited, outcome)))
                .list()
                .ofMaxSize(40);
    }

    private static Fold<QueueCount> fold(List<Counted> stays) {
        Fold<QueueCount> fold = new Fold<>(DAY, QueueCount.of(Handling.NONE));
        stays.forEach(one -> fold.add(
                one.hour(),
                one.stay().queue(),
                QueueCount.of(Tally.of(one.stay(), GOAL), waited(one.stay()), 0, 0, 0)));
        return fold;
    }

    private static String kind(Stay stay) {
        return stay.outcome() + " " + (waited(stay) <= 20_000) + " " + (waited(stay) < 5_000);
    }

    private static long waited(Stay stay) {
        return stay.waitedMs() == null ? 0 : stay.waitedMs();
    }

    private static long sum(List<Row> rows, String figure) {
        return rows.stream()
                .mapToLong(row -> row.values().get(figure).longValue())
                .sum();
    }

    private static Heading heading(String queue) {
        return new Heading(queue, queue, null, List.of(queue));
    }
}
