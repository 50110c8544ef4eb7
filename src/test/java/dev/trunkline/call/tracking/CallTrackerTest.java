package dev.trunkline.call.tracking;

import static dev.trunkline.call.tracking.Script.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Direction;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.Call.Party;
import dev.trunkline.call.Call.Segment;
import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.call.CallEvent.CompleteReason;
import dev.trunkline.call.CallEvent.DialStatus;
import dev.trunkline.call.CallEvent.LegMoved;
import dev.trunkline.call.CallEvent.QueueExitReason;
import dev.trunkline.call.CallEvent.RecordingStarted;
import dev.trunkline.call.CallFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTrackerTest {

    @Test
    void answeredByAnAgentOfTheQueue() {
        Call call = Script.answered().call();

        assertThat(call.direction()).isEqualTo(Direction.INBOUND);
        assertThat(call.from()).isEqualTo("13800138000");
        assertThat(call.to()).isEqualTo("4008001000");
        assertThat(call.queue()).isEqualTo("support");
        assertThat(call.startedAt()).isEqualTo(second(0));
        assertThat(call.answeredAt()).isEqualTo(second(7));
        assertThat(call.endedAt()).isEqualTo(second(67));
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.endedBy()).isEqualTo(Party.CALLER);
        assertThat(call.hangupCause()).isEqualTo(16);
        assertThat(call.agents()).containsExactly("1001");
        assertThat(call.segments()).containsExactly(new Segment("1001", "a1", second(7), second(67)));
        assertThat(call.visits()).singleElement().satisfies(visit -> {
            assertThat(visit.outcome()).isEqualTo(VisitOutcome.ANSWERED);
            assertThat(visit.offers()).singleElement().satisfies(offer -> {
                assertThat(offer.outcome()).isEqualTo(OfferOutcome.ANSWERED);
                assertThat(offer.ringMs()).isEqualTo(4_000);
            });
        });
        assertThat(call.recovered()).isFalse();
        assertThat(CallFigures.of(call)).isEqualTo(new CallFigures(5_000L, 4_000L, 60_000L, 0L));
    }

    @Test
    void endedByTheAgent() {
        Call call = talking()
                .at(30)
                .hangsUp("a1")
                .completed("support", "1001", CompleteReason.AGENT)
                .ended("a1", 16)
                .ended("c1", 16)
                .call();
        assertThat(call.endedBy()).isEqualTo(Party.AGENT);
    }

    @Test
    void holdIsNotTalk() {
        Call call = talking()
                .at(20)
                .holds("a1")
                .at(35)
                .resumes("a1")
                .at(36)
                .resumes("a1")
                .at(40)
                .hangsUp("c1")
                .ended("c1", 16)
                .ended("a1", 16)
                .call();
        assertThat(CallFigures.of(call).holdMs()).isEqualTo(15_000);
        assertThat(CallFigures.of(call).talkMs()).isEqualTo(40_000 - 7_000 - 15_000);
    }

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
                        org.assertj.core.groups.Tuple.tuple("1001", OfferOutcome.NO_ANSWER, 15_000L),
                        org.assertj.core.groups.Tuple.tuple("1002", OfferOutcome.ANSWERED, 3_000L));
        assertThat(call.agents()).containsExactly("1002");
    }

    @Test
    void busyAgent() {
        Call call = waiting()
                .at(3)
                .offered("support", "1001", "a1")
                .refused("support", "1001", "a1", 0)
                .call();
        assertThat(call.visits().getFirst().offers().getFirst().outcome()).isEqualTo(OfferOutcome.BUSY);
        assertThat(call.open()).isTrue();
    }

    @Test
    void withheldCallerLeavesNoNumber() {
        Call call = new Script("c1").withheld("4008001000").joins("support").call();
        assertThat(call.withheld()).isTrue();
        assertThat(call.from()).isNull();
        assertThat(call.fromName()).isNull();
    }

    @Test
    void outboundAnswered() {
        Call call = new Script("o1")
                .agentDials("1001", "13900139000")
                .at(1)
                .dials("x1", "PJSIP/lab-00000003", "13900139000@lab")
                .at(2)
                .rings("x1")
                .at(10)
                .answers("x1")
                .at(10.1)
                .bridged("o1", "x1")
                .at(40)
                .hangsUp("x1")
                .unbridged("x1", "o1")
                .ended("x1", 16)
                .ended("o1", 16)
                .call();
        assertThat(call.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(call.from()).isEqualTo("1001");
        assertThat(call.to()).isEqualTo("13900139000");
        assertThat(call.answeredAt()).isEqualTo(second(10));
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.endedBy()).isEqualTo(Party.CALLER);
        assertThat(call.agents()).containsExactly("1001");
        assertThat(CallFigures.of(call)).isEqualTo(new CallFigures(null, 8_000L, 29_900L, 0L));
    }

    @Test
    void startedByUsAndThenDialledOutside() {
        Call call = new Script("o1")
                .originated("1001")
                .at(1)
                .rings("o1")
                .at(3)
                .answers("o1")
                .at(4)
                .dials("x1", "PJSIP/lab-00000003", "13900139000@lab")
                .call();
        assertThat(call.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(call.to()).isEqualTo("13900139000");
        assertThat(call.from()).isEqualTo("1001");
        assertThat(call.answeredAt()).as("the agent's own phone answers nobody").isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "BUSY, 17, 486, BUSY",
                "NOANSWER, 1, 404, FAILED",
                "NOANSWER, 19, 480, NO_ANSWER",
                "CONGESTION, 34, 503, FAILED",
                "NOANSWER, 21, 603, BUSY",
                "-, 19, 480, NO_ANSWER",
                "CANCEL, 0, -, NO_ANSWER",
                "CANCEL, 127, 500, NO_ANSWER",
                "CHANUNAVAIL, 20, -, FAILED",
                "NOANSWER, 16, SIP 487 Request Terminated, NO_ANSWER",
            })
    void outboundUnanswered(DialStatus status, int cause, String techCause, Outcome outcome) {
        Script script = new Script("o1")
                .agentDials("1001", "13900139000")
                .at(1)
                .dials("x1", "PJSIP/lab-00000003", "13900139000@lab")
                .at(20);
        if (status != null) {
            script.dialEnded("x1", status);
        }
        Call call = script.ended("x1", cause, techCause).ended("o1", cause).call();
        assertThat(call.outcome()).isEqualTo(outcome);
        assertThat(call.answeredAt()).isNull();
    }

    @Test
    void thePhoneInTheBrowserIsTheAgentsToo() {
        Call call = new Script("i1")
                .agentDials("1001-web", "1002")
                .dials("b1", "PJSIP/1002-web-00000009", "1002")
                .call();
        assertThat(call.direction()).isEqualTo(Direction.INTERNAL);
        assertThat(call.legs()).extracting(Call.Leg::party).containsExactly("1001", "1002");
    }

    @Test
    void aCallerMayHangUpInTheMomentOfTheAnswer() {
        Call caller = new Script("c1")
                .customer("13800138000", "4008001000")
                .joins("support")
                .offered("support", "1001", "a1")
                .rings("a1")
                .at(4)
                .hangsUp("c1")
                .connected("support", "1001", "a1")
                .unbridged("c1", "a1")
                .ended("c1", 16)
                .ended("a1", 16)
                .call();
        assertThat(caller.endedBy()).isEqualTo(Party.CALLER);
    }

    @Test
    void anAgentWhoDialsMayHangUpInTheMomentOfTheAnswer() {
        Call agent = new Script("o1")
                .agentDials("1001", "13900002222")
                .dials("b1", "PJSIP/lab-00000009", "13900002222")
                .rings("b1")
                .at(4)
                .hangsUp("o1")
                .answers("b1")
                .ended("b1", 16)
                .ended("o1", 127)
                .call();
        assertThat(agent.endedBy()).isEqualTo(Party.AGENT);
    }

    @Test
    void agentToAgent() {
        Call call = new Script("i1")
                .agentDials("1001", "1002")
                .dials("b1", "PJSIP/1002-00000009", "1002")
                .rings("b1")
                .at(4)
                .answers("b1")
                .bridged("i1", "b1")
                .at(9)
                .hangsUp("i1")
                .ended("i1", 16)
                .ended("b1", 16)
                .call();
        assertThat(call.direction()).isEqualTo(Direction.INTERNAL);
        assertThat(call.agents()).containsExactlyInAnyOrder("1001", "1002");
        assertThat(call.endedBy()).isEqualTo(Party.CALLER);
        assertThat(CallFigures.of(call).talkMs()).isEqualTo(5_000);
    }

    @Test
    void foundOverAfterAGap() {
        assertThat(waiting().at(90).verified().call())
                .returns(Outcome.INTERRUPTED, Call::outcome)
                .returns(true, Call::recovered)
                .returns(second(90), Call::endedAt)
                .returns(null, Call::endedBy);
        assertThat(talking().at(90).verified().call()).returns(Outcome.ANSWERED, Call::outcome);
        assertThat(talking().at(90).verified("c1").call())
                .satisfies(call -> assertThat(call.open()).isTrue())
                .satisfies(call -> assertThat(call.segments().getFirst().to()).isEqualTo(second(90)));
    }

    @Test
    void firstSeenInTheMiddle() {
        Call call = new Script("c1")
                .connected("support", "1001", "a1")
                .at(9)
                .ended("c1", 16)
                .ended("a1", 16)
                .call();
        assertThat(call.recovered()).isTrue();
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.agents()).containsExactly("1001");
    }

    @Test
    void theEndOfSomethingUnknownIsNoCall() {
        assertThat(new Script("c1")
                        .hangsUp("c1")
                        .abandoned("support")
                        .ended("c1", 16)
                        .verified()
                        .call())
                .isNull();
    }

    @Test
    void aLegThatMovedEndsItsCallAsMerged() {
        Script script = new Script("i1").agentDials("1001", "1002").dials("b1", "PJSIP/1002-00000009", "1002");
        script.at(5).answers("b1").bridged("i1", "b1").at(8).ended("i1", 16);
        script.events.add(new LegMoved(Script.PBX, script.now, "i1", "b1", "c1"));
        assertThat(script.call()).returns("c1", Call::mergedInto).returns(second(8), Call::endedAt);
    }

    @Test
    void recordingIsKeptOnce() {
        Script script = waiting();
        script.events.add(new RecordingStarted(Script.PBX, script.now, "c1", "c1-c1-1"));
        script.events.add(new RecordingStarted(Script.PBX, script.now, "c1", "c1-c1-1"));
        assertThat(script.call().recordings()).hasSize(1);
    }

    private static Script waiting() {
        return new Script("c1").customer("13800138000", "4008001000").at(2).joins("support");
    }

    private static Script talking() {
        return waiting().at(3).offered("support", "1001", "a1").at(7).connected("support", "1001", "a1");
    }
}
