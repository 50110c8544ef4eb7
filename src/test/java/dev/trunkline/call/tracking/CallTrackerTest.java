package dev.trunkline.call.tracking;

import static dev.trunkline.call.tracking.Script.second;
import static dev.trunkline.call.tracking.Script.talking;
import static dev.trunkline.call.tracking.Script.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Direction;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.Call.Party;
import dev.trunkline.call.Call.Segment;
import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.call.CallEvent.CompleteReason;
import dev.trunkline.call.CallEvent.LegMoved;
import dev.trunkline.call.CallEvent.RecordingStarted;
import dev.trunkline.call.CallFigures;
import org.junit.jupiter.api.Test;

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

    @Test
    void withheldCallerLeavesNoNumber() {
        Call call = new Script("c1").withheld("4008001000").joins("support").call();
        assertThat(call.withheld()).isTrue();
        assertThat(call.from()).isNull();
        assertThat(call.fromName()).isNull();
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
}
