package dev.trunkline.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call.Direction;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.QueuePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AfterCallRulesTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant END = START.plusSeconds(90);
    private static final UUID CUSTOMER = UUID.fromString("019aa000-0000-7000-8000-000000000001");
    private static final QueuePolicy SUPPORT = new QueuePolicy("support", 5000, true, "repair", true, 60);
    private static final QueuePolicy QUIET = new QueuePolicy("support", 5000, false, "repair", false, 60);

    @Test
    void anAnsweredQueueCallLeavesATicketForTheLastAgentAndDoesItsCallbacks() {
        assertThat(AfterCallRules.of(inbound(Outcome.ANSWERED, "1001", "1002"), SUPPORT, END))
                .containsExactly(
                        new AfterCall.Reached("c1", "+8613800138000", END),
                        new AfterCall.OpenTicket(
                                "c1",
                                "repair",
                                "ticket.call-answered",
                                Map.of("queue", "support", "from", "+8613800138000"),
                                "support",
                                "1002",
                                CUSTOMER));
    }

    @ParameterizedTest
    @CsvSource({"ABANDONED", "OVERFLOWED", "NO_ANSWER", "BUSY", "FAILED", "INTERRUPTED"})
    void aCallThatNobodyTookLeavesACallback(Outcome outcome) {
        assertThat(AfterCallRules.of(inbound(outcome), SUPPORT, END))
                .containsExactly(new AfterCall.CallBack(
                        "c1", "+8613800138000", "support", END, END.plusSeconds(3600), CUSTOMER));
    }

    @Test
    void aPbxWhoseClockIsAheadDefersNoCallback() {
        Instant now = END.minusSeconds(600);
        assertThat(AfterCallRules.of(inbound(Outcome.ABANDONED), SUPPORT, now))
                .containsExactly(new AfterCall.CallBack(
                        "c1", "+8613800138000", "support", END, now.plusSeconds(3600), CUSTOMER));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"SHORT_ABANDONED", "CALLBACK", "CLOSED", "VOICEMAIL", "MACHINE", "DROPPED"})
    void otherOutcomesLeaveNothing(Outcome outcome) {
        assertThat(AfterCallRules.of(inbound(outcome), SUPPORT, END)).isEmpty();
    }

    @Test
    void anInterruptedTalkIsNotMissed() {
        assertThat(AfterCallRules.of(inbound(Outcome.INTERRUPTED, "1001"), SUPPORT, END))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void aQueueThatWantsNothingGetsNothingAndAnUnknownOneToo(Outcome outcome) {
        assertThat(AfterCallRules.of(inbound(outcome), QUIET, END))
                .noneMatch(work -> !(work instanceof AfterCall.Reached));
        assertThat(AfterCallRules.of(inbound(outcome), null, END))
                .noneMatch(work -> !(work instanceof AfterCall.Reached));
    }

    @Test
    void withheldOrMissingNumbersCannotBeCalledBack() {
        assertThat(AfterCallRules.of(call(Direction.INBOUND, Outcome.ABANDONED, null, null, true), SUPPORT, END))
                .isEmpty();
        assertThat(AfterCallRules.of(call(Direction.INBOUND, Outcome.ABANDONED, "123", null, true), SUPPORT, END))
                .isEmpty();
        assertThat(AfterCallRules.of(call(Direction.INBOUND, Outcome.ABANDONED, null, null, false), SUPPORT, END))
                .isEmpty();
    }

    @Test
    void aNumberWithoutNormalFormIsKnownAsItCame() {
        assertThat(AfterCallRules.of(call(Direction.INBOUND, Outcome.ABANDONED, "12345", null, false), SUPPORT, END))
                .singleElement()
                .isInstanceOfSatisfying(
                        AfterCall.CallBack.class,
                        back -> assertThat(back.phone()).isEqualTo("12345"));
    }

    @Test
    void anAnsweredOutboundCallReachesTheNumberDialled() {
        EndedCall call = new EndedCall(
                "c2",
                Direction.OUTBOUND,
                Outcome.ANSWERED,
                null,
                "1001",
                null,
                "13800138000",
                "+8613800138000",
                false,
                List.of("1001"),
                START,
                END,
                null,
                null);
        assertThat(AfterCallRules.of(call, null, END))
                .containsExactly(new AfterCall.Reached("c2", "+8613800138000", END));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void internalCallsLeaveNothing(Outcome outcome) {
        assertThat(AfterCallRules.of(call(Direction.INTERNAL, outcome, "1001", null, false), SUPPORT, END))
                .isEmpty();
    }

    private static EndedCall inbound(Outcome outcome, String... agents) {
        return call(Direction.INBOUND, outcome, "13800138000", "+8613800138000", false, agents);
    }

    private static EndedCall call(
            Direction direction,
            Outcome outcome,
            @Nullable String from,
            @Nullable String fromE164,
            boolean withheld,
            String... agents) {
        return new EndedCall(
                "c1",
                direction,
                outcome,
                "support",
                from,
                fromE164,
                "4008001000",
                null,
                withheld,
                List.of(agents),
                START,
                END,
                CUSTOMER,
                null);
    }
}
