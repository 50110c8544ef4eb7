package dev.trunkline.telephony.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's people, over hours of virtual time. */
class CallersTest {
    private static final List<String> KNOWN = List.of("+8613800001111", "+442079460000");

    private final VirtualTimeline time = new VirtualTimeline();
    private final StringBuilder log = new StringBuilder();
    private final List<Duration> talks = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void an_agent_who_signs_in_is_rung_within_a_minute(long seed) {
        Exchange pbx = demo(seed);
        time.pass(Duration.ofSeconds(seed));
        join(pbx, "1001");
        time.pass(Duration.ofSeconds(60));
        assertThat(log).contains("Event: AgentCalled");
    }

    @Test
    void nobody_calls_while_nobody_is_there() {
        demo(1);
        time.pass(Duration.ofHours(1));
        assertThat(log).doesNotContain("Newchannel");
    }

    @Test
    void an_hour_has_everything_and_leaves_nothing_behind() {
        Exchange pbx = demo(7);
        join(pbx, "1001");
        join(pbx, "1002");
        time.pass(Duration.ofHours(1));
        assertThat(log)
                .contains("Event: AgentComplete")
                .contains("Event: AgentRingNoAnswer")
                .contains("Event: QueueCallerAbandon")
                .contains("Presentation: prohib")
                .contains("CallerIDNum: 13800001111")
                .contains("CallerIDNum: 008613800001111");
        assertThat(talks).hasSizeGreaterThan(30);
        pbx.queues().forEach(queue -> queue.members.clear());
        time.pass(Duration.ofMinutes(10));
        assertThat(pbx.calls()).isZero();
        assertThat(pbx.channels()).isEmpty();
    }

    private Exchange demo(long seed) {
        Random random = new Random(seed);
        Exchange pbx = new Exchange(
                time,
                new Wire(time, "sim1", log::append),
                new PlainConfig(true, true),
                new BusyPeople(time, random, 1),
                (base, talk) -> talks.add(talk),
                Asking.NOBODY);
        new Callers(pbx, () -> KNOWN, random).begin();
        return pbx;
    }

    private static void join(Exchange pbx, String agent) {
        new AmiActions(pbx)
                .answer(new Action(Map.of(
                        "Action", "QueueAdd", "ActionID", "1", "Queue", "support", "Interface", "PJSIP/" + agent)));
    }
}
