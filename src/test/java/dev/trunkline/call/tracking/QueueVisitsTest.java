package dev.trunkline.call.tracking;

import static dev.trunkline.call.tracking.Script.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.Call.Party;
import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.call.CallEvent.DialStatus;
import dev.trunkline.call.CallEvent.QueueExitReason;
import dev.trunkline.call.CallFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tracker makes of waiting, offers and their ends. */
class QueueVisitsTest {

    @ParameterizedTest
    @CsvSource({"4.9, SHORT_ABANDONED", "5.0, ABANDONED", "31, ABANDONED"})
    void abandonedInTheQueue(double waited, Outcome outcome) {
        Call call = waiting()
                .at(2 + waited)
                .hangsUp("c1")
                .abandoned("support")
                .ended("c1", 0)
                .call();
        assertThat(call.outcome()).isEqualTo(outcome);
        assertThat(call.endedBy()).isEqualTo(Party.CALLER);
        assertThat(call.hangupCause()).isZero();
        assertThat(call.answeredAt()).isNull();
        assertThat(CallFigures.of(call).talkMs()).isNull();
        assertThat(CallFigures.of(call).waitMs()).isEqualTo(Math.round(waited * 1000));
    }

    @Test
    void abandonedWhileRinging() {
        Call call = waiting()
                .at(3)
                .offered("support", "1001", "a1")
                .rings("a1")
                .at(12)
                .hangsUp("c1")
                .dialEnded("a1", DialStatus.CANCEL)
                .ended("a1", 0)
                .abandoned("support")
                .ended("c1", 0)
                .call();
        assertThat(call.outcome()).isEqualTo(Outcome.ABANDONED);
        assertThat(call.visits().getFirst().offers()).singleElement().satisfies(offer -> {
            assertThat(offer.outcome()).isEqualTo(OfferOutcome.WITHDRAWN);
            assertThat(offer.ringMs()).isEqualTo(9_000);
        });
    }

    @Test
    void queueTimeOutIsOverflowThoughAsteriskCallsItAbandonedFirst() {
        Call call = waiting()
                .at(302)
                .abandoned("support")
                .exited("support", QueueExitReason.TIMEOUT)
                .at(305)
                .ended("c1", 16)
                .call();
        assertThat(call.outcome()).isEqualTo(Outcome.OVERFLOWED);
        assertThat(call.visits().getFirst().outcome()).isEqualTo(VisitOutcome.OVERFLOWED);
        assertThat(call.endedBy()).isEqualTo(Party.PBX);
        assertThat(CallFigures.of(call).waitMs()).isEqualTo(300_000);
    }

    @Test
    void queueThatLetsNobodyIn() {
        Call call = new Script("c1")
                .customer("13800138000", "4008001000")
                .at(1)
                .exited("support", QueueExitReason.JOINEMPTY)
                .exited("support", QueueExitReason.JOINEMPTY)
                .ended("c1", 16)
                .call();
        assertThat(call.outcome()).isEqualTo(Outcome.OVERFLOWED);
        assertThat(call.visits()).hasSize(1);
    }

    @Test
    void ringNoAnswerThenTheNextAgent() {
        Call call = waiting()
                .at(3)
                .offered("support", "1001", "a1")
                .rings("a1")
                .at(18)
                .refused("support", "1001", "a1", 15_000)
                .at(19)
                .offered("support", "1002", "a2")
                .rings("a2")
                .at(22)
                .connected("support", "1002", "a2")
                .at(50)
                .hangsUp("c1")
                .ended("c1", 16)
                .ended("a2", 16)
                .call();
        assertThat(call.visits().getFirst().offers())
                .extracting(Call.Offer::agent, Call.Offer::outcome, Call.Offer::ringMs)
                .containsExactly(
                        tuple("1001", OfferOutcome.NO_ANSWER, 15_000L), tuple("1002", OfferOutcome.ANSWERED, 3_000L));
        assertThat(call.agents()).containsExactly("1002");
    }

    @Test
    void busyAgent() {
        Call call = waiting()
                .at(3)
                .offered("support", "1001", "a1")
                .busy("support", "1001", "a1")
                .call();
        assertThat(call.visits().getFirst().offers().getFirst().outcome()).isEqualTo(OfferOutcome.BUSY);
        assertThat(call.open()).isTrue();
    }

    /** Within the second in which the phone began to ring: Asterisk counts no ringing. */
    @Test
    void agentWhoRejectsAtOnceIsNotBusy() {
        Call call = waiting()
                .at(3)
                .offered("support", "1001", "a1")
                .rings("a1")
                .refused("support", "1001", "a1", 0)
                .call();
        assertThat(call.visits().getFirst().offers().getFirst().outcome()).isEqualTo(OfferOutcome.NO_ANSWER);
    }

    /** The PBX tells the end of the agent's channel before it tells that the queue connected it. */
    @Test
    void agentWhoHangsUpAsTheQueueConnects() {
        Call call = waiting()
                .at(3)
                .offered("support", "1001", "a1")
                .rings("a1")
                .at(5)
                .ended("a1", 16)
                .told("support", "1001", "a1")
                .ended("c1", 16)
                .call();
        assertThat(call.agents()).containsExactly("1001");
        assertThat(call.answeredAt()).isNotNull();
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.visits().getFirst().offers().getFirst().outcome()).isEqualTo(OfferOutcome.ANSWERED);
    }

    /** While the PBX's lists are read, an offer may be told after its connecting. */
    @Test
    void offerToldAfterItsConnecting() {
        Call call = waiting()
                .at(5)
                .legStarted("a1", "PJSIP/1001-0000000a")
                .connected("support", "1001", "a1")
                .offered("support", "1001", "a1")
                .call();
        assertThat(call.visits().getFirst().offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.outcome()).isEqualTo(OfferOutcome.ANSWERED));
    }
}
