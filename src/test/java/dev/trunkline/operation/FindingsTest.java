package dev.trunkline.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.operation.Findings.Span;
import dev.trunkline.telephony.JournalReport;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsTest {
    private final Figures figures = new Figures();

    @Test
    void where_all_is_well_nothing_is_found() {
        assertThat(found(it -> {})).isEmpty();
        assertThat(Findings.state(List.of())).isEqualTo(SystemState.OK);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(FindingCode.PBX_REFUSED, it -> it.events = LinkState.REFUSED),
                fault(FindingCode.PBX_DOWN, it -> it.events = LinkState.DOWN),
                fault(FindingCode.PBX_ACTIONS_DOWN, it -> it.actions = LinkState.DOWN),
                fault(FindingCode.EVENTS_LATE, it -> it.lag(1_500)),
                fault(FindingCode.EVENTS_OVERRUN, it -> it.overflows = 1),
                fault(FindingCode.EVENTS_LOST, it -> it.unpublished = 2),
                fault(FindingCode.EVENTS_UNSTAMPED, it -> it.unstamped = 1),
                fault(FindingCode.CLOCKS_DIFFER, it -> it.clockAheadMs = -600_000L),
                fault(FindingCode.JOURNAL_NONE, it -> it.journal = JournalReport.State.NONE),
                fault(FindingCode.JOURNAL_UNREADABLE, it -> it.journal = JournalReport.State.UNREADABLE),
                fault(FindingCode.JOURNAL_BEHIND, it -> it.journalLagMs = 301_000),
                fault(FindingCode.JOURNAL_BAD_LINES, it -> it.badLines = 3),
                fault(FindingCode.DATABASE_DOWN, it -> it.database = false),
                fault(FindingCode.CALLS_UNWRITTEN, it -> {
                    it.waiting = 1;
                    it.failures = 1;
                }),
                fault(FindingCode.CALLS_DROPPED, it -> it.dropped = 1),
                fault(FindingCode.OUTBOX_STUCK, it -> it.outboxOldestMs = 121_000),
                fault(FindingCode.POPS_LATE, it -> {
                    it.pops = 100;
                    it.popsLate = 6;
                }),
                fault(FindingCode.POPS_INCOMPLETE, it -> it.popsIncomplete = 1),
                fault(FindingCode.DESKS_SLOW, it -> it.slow = 1));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void each_fault_is_found_by_its_name(FindingCode code, Consumer<Figures> happens) {
        assertThat(found(happens)).extracting(Finding::code).containsExactly(code);
    }

    @Test
    void there_is_a_case_for_every_code() {
        Set<Object> tried = faults().map(fault -> fault.get()[0]).collect(Collectors.toSet());
        assertThat(tried).containsExactlyInAnyOrder((Object[]) FindingCode.values());
    }

    static Stream<Consumer<Figures>> harmless() {
        return Stream.of(
                it -> it.events = LinkState.CONNECTING,
                it -> it.lag(900),
                it -> it.clockAheadMs = 1_900L,
                it -> it.clockAheadMs = null,
                it -> it.waiting = 900,
                it -> it.failures = 3,
                it -> {
                    it.pops = 100;
                    it.popsLate = 5;
                },
                it -> {
                    it.pops = 2;
                    it.popsLate = 2;
                },
                it -> {
                    it.journal = JournalReport.State.NONE;
                    it.simulated = true;
                });
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void what_is_usual_is_not_found(Consumer<Figures> happens) {
        assertThat(found(happens)).isEmpty();
    }

    @Test
    void what_happened_earlier_is_over() {
        figures.overflows = 1;
        figures.popsIncomplete = 1;
        figures.dropped = 1;
        figures.lag(30_000);
        assertThat(found(it -> {})).isEmpty();
    }

    @Test
    void the_gravest_comes_first_and_says_what_the_machine_said() {
        List<Finding> found = found(it -> {
            it.overflows = 4;
            it.database = false;
            it.detail = "Connection refused";
        });
        assertThat(found)
                .extracting(Finding::code)
                .containsExactly(FindingCode.DATABASE_DOWN, FindingCode.EVENTS_OVERRUN);
        assertThat(found.getFirst().detail()).isEqualTo("Connection refused");
        assertThat(found.getFirst().since()).isEqualTo(Figures.NOON);
        assertThat(found.getLast().figure()).isEqualTo(4);
        assertThat(Findings.state(found)).isEqualTo(SystemState.WRONG);
    }

    private static Arguments fault(FindingCode code, Consumer<Figures> happens) {
        return arguments(code, happens);
    }

    private List<Finding> found(Consumer<Figures> happens) {
        Reading before = figures.reading();
        happens.accept(figures);
        return Findings.of(new Span(figures.reading(), before, before));
    }
}
