package dev.trunkline.operation;

import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.telephony.JournalReport;
import dev.trunkline.telephony.PbxReport;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Judges the figures: what is not as it should be, the gravest first. A pure function of a reading and of the earlier ones
 * that it is compared with. The limits are those of the alert rules ({@code k8s/base/alerts.yaml}).
 */
final class Findings {
    /** As long as the harness and the alert rules allow. */
    private static final double LATE_MS = 1_000;

    private static final long CLOCKS_MS = 2_000;
    private static final long JOURNAL_MS = 300_000;
    private static final long OUTBOX_MS = 120_000;
    private static final long MANY_CALLS = 1_000;
    private static final double LATE_POPS = 0.05;
    private static final long FEW_POPS = 20;

    /**
     * What is compared.
     *
     * @param now the present
     * @param minute about a minute ago, for what is wrong at this moment
     * @param quarter about a quarter of an hour ago, for what should not happen at all
     */
    record Span(Reading now, Reading minute, Reading quarter) {
        long inMinute(Function<Reading, Long> counter) {
            return counter.apply(now) - counter.apply(minute);
        }

        long inQuarter(Function<Reading, Long> counter) {
            return counter.apply(now) - counter.apply(quarter);
        }
    }

    private Findings() {}

    static List<Finding> of(Span span) {
        return Stream.of(link(span), events(span), journal(span), storage(span), desks(span))
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(Finding::gravity).reversed())
                .toList();
    }

    /** The gravest of them. */
    static SystemState state(List<Finding> findings) {
        return findings.stream()
                .map(Finding::gravity)
                .max(Comparator.naturalOrder())
                .orElse(SystemState.OK);
    }

    private static Stream<Finding> link(Span span) {
        PbxReport.Connection events = span.now().pbx().events();
        PbxReport.Connection actions = span.now().pbx().actions();
        return switch (events.state()) {
            case REFUSED -> found(FindingCode.PBX_REFUSED, events);
            case DOWN -> found(FindingCode.PBX_DOWN, events);
            case CONNECTING -> Stream.empty();
            case UP ->
                actions.state() == LinkState.DOWN || actions.state() == LinkState.REFUSED
                        ? found(FindingCode.PBX_ACTIONS_DOWN, actions)
                        : Stream.empty();
        };
    }

    private static Stream<Finding> found(FindingCode code, PbxReport.Connection connection) {
        return Stream.of(Finding.of(code).since(connection.since()).detail(connection.detail()));
    }

    private static Stream<Finding> events(Span span) {
        PbxReport pbx = span.now().pbx();
        Double lag = span.now().lag().since(span.minute().lag()).quantileMs(0.99);
        long overflows = span.inQuarter(reading -> reading.pbx().buffer().overflows());
        long lost = span.inQuarter(reading -> reading.pbx().unpublished());
        long ahead = pbx.clockAheadMs() == null ? 0 : pbx.clockAheadMs();
        return Stream.of(
                        when(lag != null && lag > LATE_MS, FindingCode.EVENTS_LATE, lag == null ? 0 : lag.longValue()),
                        when(overflows > 0, FindingCode.EVENTS_OVERRUN, overflows),
                        when(lost > 0, FindingCode.EVENTS_LOST, lost),
                        when(Math.abs(ahead) > CLOCKS_MS, FindingCode.CLOCKS_DIFFER, ahead),
                        pbx.unstamped() > 0
                                ? Stream.of(Finding.of(FindingCode.EVENTS_UNSTAMPED))
                                : Stream.<Finding>empty())
                .flatMap(Function.identity());
    }

    private static Stream<Finding> journal(Span span) {
        JournalReport journal = span.now().journal();
        long bad = span.inQuarter(reading -> reading.journal().badLines());
        return switch (journal.state()) {
            case NONE ->
                span.now().pbx().simulated() ? Stream.empty() : Stream.of(Finding.of(FindingCode.JOURNAL_NONE));
            case UNREADABLE ->
                Stream.of(Finding.of(FindingCode.JOURNAL_UNREADABLE).detail(journal.detail()));
            case OK ->
                Stream.concat(
                        when(journal.lagMs() > JOURNAL_MS, FindingCode.JOURNAL_BEHIND, journal.lagMs()),
                        when(bad > 0, FindingCode.JOURNAL_BAD_LINES, bad));
        };
    }

    private static Stream<Finding> storage(Span span) {
        DatabaseReport database = span.now().database();
        long failures = span.inMinute(reading -> reading.calls().failures());
        long waiting = span.now().calls().waiting();
        long dropped = span.inQuarter(reading -> reading.calls().dropped());
        long oldest = span.now().outbox().oldestMs();
        return Stream.of(
                        database.up()
                                ? Stream.<Finding>empty()
                                : Stream.of(Finding.of(FindingCode.DATABASE_DOWN)
                                        .since(database.since())
                                        .detail(database.detail())),
                        when(waiting > MANY_CALLS || waiting > 0 && failures > 0, FindingCode.CALLS_UNWRITTEN, waiting),
                        when(dropped > 0, FindingCode.CALLS_DROPPED, dropped),
                        when(oldest > OUTBOX_MS, FindingCode.OUTBOX_STUCK, oldest))
                .flatMap(Function.identity());
    }

    private static Stream<Finding> desks(Span span) {
        long pops = span.inQuarter(reading -> reading.desks().pops());
        long late = span.inQuarter(reading -> reading.desks().popsLate());
        long incomplete = span.inQuarter(reading -> reading.desks().popsIncomplete());
        long slow = span.now().desks().slow();
        return Stream.of(
                        when(
                                pops >= FEW_POPS && late > LATE_POPS * pops,
                                FindingCode.POPS_LATE,
                                pops == 0 ? 0 : 100 * late / pops),
                        when(incomplete > 0, FindingCode.POPS_INCOMPLETE, incomplete),
                        when(slow > 0, FindingCode.DESKS_SLOW, slow))
                .flatMap(Function.identity());
    }

    private static Stream<Finding> when(boolean so, FindingCode code, long figure) {
        return so ? Stream.of(Finding.of(code).figure(figure)) : Stream.empty();
    }
}
