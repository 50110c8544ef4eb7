package dev.trunkline.call.tracking;

import static dev.trunkline.call.tracking.Script.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Direction;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.Call.Party;
import dev.trunkline.call.CallEvent.DialStatus;
import dev.trunkline.call.CallFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tracker makes of calls that agents dial. */
class DialledCallsTest {

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
}
