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
        assertThat(AfterCallRules.of(inbound(Outcome.ANSWERED, "1001", "1002"), SUPPORT, List.of(), END))
                .containsExactly(
                        new AfterCall.Reached("c1", "+8613800138000", START, END, List.of()),
                        new AfterCall.OpenTicket(
                                "c1",
                                null,
                                Ticket.Type.REPAIR,
                                Ticket.Priority.NORMAL,
                                null,
                                "ticket.call-answered",
                                Map.of("queue", "support", "from", "+8613800138000"),
                                "support",
                                TicketRule.Assign.AGENT,
                                true,
                                "1002",
                                CUSTOMER,
                                null));
    }

    @Test
    void aCallThatSomebodyOutsideTookLeavesNoTicketAndNoCallback() {
        assertThat(AfterCallRules.of(inbound(Outcome.ANSWERED), SUPPORT, List.of(), END))
                .containsExactly(new AfterCall.Reached("c1", "+8613800138000", START, END, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"ABANDONED", "OVERFLOWED", "NO_ANSWER", "BUSY", "FAILED", "INTERRUPTED"})
    void aCallThatNobodyTookLeavesACallback(Outcome outcome) {
        assertThat(AfterCallRules.of(inbound(outcome), SUPPORT, List.of(), END))
                .containsExactly(new AfterCall.CallBack(
                        "c1", "+8613800138000", "support", END, END.plusSeconds(3600), CUSTOMER));
    }

    @Test
    void aPbxWhoseClockIsAheadDefersNoCallback() {
        Instant now = END.minusSeconds(600);
        assertThat(AfterCallRules.of(inbound(Outcome.ABANDONED), SUPPORT, List.of(), now))
                .containsExactly(new AfterCall.CallBack(
                        "c1", "+8613800138000", "support", END, now.plusSeconds(3600), CUSTOMER));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"SHORT_ABANDONED", "CALLBACK", "CLOSED", "VOICEMAIL", "MACHINE", "DROPPED"})
    void otherOutcomesLeaveNothing(Outcome outcome) {
        assertThat(AfterCallRules.of(inbound(outcome), SUPPORT, List.of(), END)).isEmpty();
    }

    @Test
    void anInterruptedTalkIsNotMissed() {
        assertThat(AfterCallRules.of(inbound(Outcome.INTERRUPTED, "1001"), SUPPORT, List.of(), END))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void aQueueThatWantsNothingGetsNothingAndAnUnknownOneToo(Outcome outcome) {
        assertThat(AfterCallRules.of(inbound(outcome), QUIET, List.of(), END))
                .noneMatch(work -> !(work instanceof AfterCall.Reached));
        assertThat(AfterCallRules.of(inbound(outcome), null, List.of(), END))
                .noneMatch(work -> !(work instanceof AfterCall.Reached));
    }

    @Test
    void withheldOrMissingNumbersCannotBeCalledBack() {
        assertThat(AfterCallRules.of(
                        call(Direction.INBOUND, Outcome.ABANDONED, null, null, true), SUPPORT, List.of(), END))
                .isEmpty();
        assertThat(AfterCallRules.of(
                        call(Direction.INBOUND, Outcome.ABANDONED, "123", null, true), SUPPORT, List.of(), END))
                .isEmpty();
        assertThat(AfterCallRules.of(
                        call(Direction.INBOUND, Outcome.ABANDONED, null, null, false), SUPPORT, List.of(), END))
                .isEmpty();
    }

    @Test
    void aNumberWithoutNormalFormIsKnownAsItCame() {
        assertThat(AfterCallRules.of(
                        call(Direction.INBOUND, Outcome.ABANDONED, "12345", null, false), SUPPORT, List.of(), END))
                .singleElement()
                .isInstanceOfSatisfying(
                        AfterCall.CallBack.class,
                        back -> assertThat(back.phone()).isEqualTo("12345"));
    }

    @Test
    void aBetterAccountAddsWhatTheOneBeforeDidNotLeave() {
        List<AfterCall> missed = AfterCallRules.of(inbound(Outcome.ABANDONED), SUPPORT, List.of(), END);
        List<AfterCall> answered = AfterCallRules.of(inbound(Outcome.ANSWERED, "1001"), SUPPORT, List.of(), END);
        assertThat(AfterCallRules.added(inbound(Outcome.ABANDONED), List.of(), missed))
                .isEqualTo(missed);
        assertThat(AfterCallRules.added(inbound(Outcome.ABANDONED), missed, missed))
                .isEmpty();
        assertThat(AfterCallRules.added(inbound(Outcome.ANSWERED, "1001"), answered, answered))
                .containsExactly(new AfterCall.OwnTicket("c1", "1001"));
    }

    @Test
    void whoWasReachedIsNotCalledBackThoughTheEndWasTakenForLater() {
        List<AfterCall> left =
                List.of(new AfterCall.CallBack("c1", "+8613800138000", "support", END.plusSeconds(9), END, CUSTOMER));
        EndedCall answered = inbound(Outcome.ANSWERED, "1001");
        assertThat(AfterCallRules.added(answered, left, AfterCallRules.of(answered, QUIET, List.of(), END)))
                .containsExactly(
                        new AfterCall.Reached("c1", "+8613800138000", START, END.plusSeconds(9), List.of()),
                        new AfterCall.OwnTicket("c1", "1001"));
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
                60_000L,
                null,
                null);
        assertThat(AfterCallRules.of(call, null, List.of(), END))
                .containsExactly(new AfterCall.Reached("c2", "+8613800138000", START, END, List.of("1001")));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void internalCallsLeaveNothing(Outcome outcome) {
        assertThat(AfterCallRules.of(call(Direction.INTERNAL, outcome, "1001", null, false), SUPPORT, List.of(), END))
                .isEmpty();
    }

    /** The first rule that suits decides, for a ticket or against one; the queue's own setting comes last. */
    @Test
    void theFirstRuleThatSuitsDecides() {
        RuleInForce long1 = rule(300_000, true, "Long talk with {{call.from}} ({{call.queue}})");
        RuleInForce none = rule(30_000, false, null);
        EndedCall call = inbound(Outcome.ANSWERED, "1002");
        assertThat(AfterCallRules.of(call, SUPPORT, List.of(long1, none), END))
                .noneMatch(AfterCall.OpenTicket.class::isInstance);
        RuleInForce short1 = rule(60_000, true, "Talk with {{call.from}} ({{call.queue}})");
        assertThat(AfterCallRules.of(call, QUIET, List.of(long1, short1, none), END))
                .filteredOn(AfterCall.OpenTicket.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(AfterCall.OpenTicket.class, ticket -> {
                    assertThat(ticket.rule()).isEqualTo(short1.id());
                    assertThat(ticket.subject()).isEqualTo("Talk with +8613800138000 (support)");
                    assertThat(ticket.priority()).isEqualTo(Ticket.Priority.HIGH);
                    assertThat(ticket.dueAt()).isEqualTo(END.plusSeconds(600));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "INBOUND, ANSWERED, support, true, 60000, true",
        "OUTBOUND, ANSWERED, support, true, 60000, false",
        "INBOUND, ABANDONED, support, true, , false",
        "INBOUND, ANSWERED, sales, true, 60000, false",
        "INBOUND, ANSWERED, , true, 60000, false",
        "INBOUND, ANSWERED, support, false, 60000, false",
        "INBOUND, ANSWERED, support, true, 59999, false",
        "INBOUND, ANSWERED, support, true, , false",
    })
    void aRuleSuitsACallOfWhichEveryConditionHolds(
            Direction direction,
            Outcome outcome,
            @Nullable String queue,
            boolean known,
            @Nullable Long talkMs,
            boolean suits) {
        RuleInForce rule = new RuleInForce(
                CUSTOMER,
                List.of(Direction.INBOUND),
                List.of(Outcome.ANSWERED, Outcome.VOICEMAIL),
                List.of("support", "urgent"),
                TicketRule.Caller.CUSTOMER,
                60_000,
                true,
                Ticket.Type.REPAIR,
                Ticket.Priority.NORMAL,
                null,
                null,
                TicketRule.Assign.AGENT);
        EndedCall call = new EndedCall(
                "c1",
                direction,
                outcome,
                queue,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                START,
                END,
                known ? CUSTOMER : null,
                talkMs,
                null,
                null);
        assertThat(rule.suits(call)).isEqualTo(suits);
    }

    private static RuleInForce rule(long minTalkMs, boolean opens, @Nullable String subject) {
        return new RuleInForce(
                UUID.randomUUID(),
                List.of(),
                List.of(),
                List.of(),
                TicketRule.Caller.ANYBODY,
                minTalkMs,
                opens,
                Ticket.Type.COMPLAINT,
                Ticket.Priority.HIGH,
                subject,
                10,
                TicketRule.Assign.OWNER);
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
                agents.length == 0 ? null : 60_000L,
                null,
                null);
    }
}
