package dev.trunkline.telephony.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Simulated calls send what the real Asterisk was captured sending, event by event on each leg. */
class CapturedFlowsTest {
    private static final Caller CUSTOMER = new Caller("13800001111", null, false);

    private final VirtualTimeline time = new VirtualTimeline();
    private final StringBuilder log = new StringBuilder();
    private final List<String> recorded = new ArrayList<>();
    private final Exchange pbx = new Exchange(
            time,
            new Wire(time, "pbx1", log::append),
            new PlainConfig(),
            People.NOBODY,
            (base, talk) -> recorded.add(base + " " + talk),
            Asking.NOBODY);
    private final AmiActions actions = new AmiActions(pbx);

    @Test
    void answered_and_the_caller_hangs_up() throws IOException {
        join("1001");
        String call = callSupport(CUSTOMER);
        time.pass(2_300 + 700);
        answer("1001");
        time.pass(4_000);
        caller(call).callerHangsUp();
        sameAs("answered-caller-hangs-up");
        assertThat(recorded).hasSize(1).first().asString().endsWith("PT4S");
        assertThat(pbx.channels()).isEmpty();
    }

    @Test
    void answered_and_the_agent_hangs_up() throws IOException {
        join("1001");
        callSupport(CUSTOMER);
        time.pass(3_000);
        answer("1001");
        time.pass(3_000);
        line("1001").hungUp(phone("1001"));
        sameAs("answered-agent-hangs-up");
    }

    @Test
    void abandoned_while_ringing() throws IOException {
        join("1001");
        String call = callSupport(CUSTOMER);
        time.pass(6_000);
        caller(call).callerHangsUp();
        sameAs("abandoned-while-ringing");
        assertThat(phone("1001").idle()).isTrue();
    }

    @Test
    void nobody_there() throws IOException {
        String call = callSupport(CUSTOMER);
        time.pass(6_000);
        caller(call).callerHangsUp();
        sameAs("no-agent");
    }

    @Test
    void the_queue_gives_up() throws IOException {
        pbx.variables.put("trunkline/queue/support/timeout", "3");
        callSupport(CUSTOMER);
        time.pass(Duration.ofMinutes(1));
        sameAs("queue-timeout");
    }

    @Test
    void rung_in_vain_then_the_next_agent() throws IOException {
        join("1001");
        join("1002");
        String call = callSupport(CUSTOMER);
        time.pass(2_300 + 15_000 + 1_000 + 700);
        answer("1002");
        time.pass(5_000);
        caller(call).callerHangsUp();
        sameAs("ring-no-answer-then-next-agent");
    }

    @Test
    void all_are_rung_at_once() throws IOException {
        define("urgent", "ringall");
        pbx.numbers().put("4008003000", "urgent");
        pbx.variables.put("trunkline/queue/urgent/record", "no");
        join("urgent", "1006");
        join("urgent", "1005");
        String call = pbx.callIn(CUSTOMER, "4008003000").orElseThrow();
        time.pass(2_300 + 2_000);
        assertThat(phone("1005").ringing()).isTrue();
        answer("1006");
        assertThat(phone("1005").idle()).isTrue();
        time.pass(4_000);
        caller(call).callerHangsUp();
        sameAs("ring-all");
    }

    @Test
    void a_caller_goes_on_waiting_elsewhere() throws IOException {
        pbx.variables.put("trunkline/queue/support/timeout", "2");
        pbx.variables.put("trunkline/queue/support/overflow", "sales");
        join("sales", "1003");
        String call = callSupport(CUSTOMER);
        time.pass(2_300 + 2_000 + 700);
        answer("1003");
        time.pass(4_000);
        caller(call).callerHangsUp();
        // Captured with the agent's leg not yet ringing in the moment in which that was told.
        assertThat(ringing(AmiLog.parse(log.toString()))).isEqualTo(ringing(AmiLog.captured("queue-overflow")));
    }

    @Test
    void withheld() throws IOException {
        AmiLog real = AmiLog.captured("withheld");
        String number = real.events().stream()
                .filter(event -> "Newchannel".equals(event.get("Event")))
                .map(event -> event.getOrDefault("CallerIDNum", ""))
                .findFirst()
                .orElseThrow();
        join("1001");
        String call = callSupport(new Caller(number.startsWith("<") ? null : number, null, true));
        time.pass(3_000);
        answer("1001");
        time.pass(4_000);
        caller(call).callerHangsUp();
        assertThat(AmiLog.parse(log.toString()).legs(Set.of("CallerIDName", "ConnectedLineName", "Presentation")))
                .isEqualTo(real.legs(Set.of("CallerIDName", "ConnectedLineName", "Presentation")));
    }

    @Test
    void two_calls_at_once_from_one_number() throws IOException {
        join("1001");
        join("1002");
        String first = callSupport(CUSTOMER);
        String second = callSupport(CUSTOMER);
        time.pass(3_000);
        answer("1001");
        answer("1002");
        time.pass(4_000);
        caller(first).callerHangsUp();
        caller(second).callerHangsUp();
        // Who is in front of the queue for a moment is by chance in the real one.
        Set<String> chance = Set.of(
                "Position",
                "Count",
                "CallerIDNum",
                "ConnectedLineNum",
                "DestCallerIDNum",
                "Interface",
                "MemberName",
                "DialString");
        assertThat(AmiLog.parse(log.toString()).legs(chance))
                .containsExactlyInAnyOrderElementsOf(
                        AmiLog.captured("two-parallel-calls-one-number").legs(chance));
    }

    @Test
    void an_agent_calls_out() throws IOException {
        String call = pbx.phoneCalls(phone("1001"), "013900002222");
        time.pass(700);
        pbx.dialledCall(call).orElseThrow().farAnswers();
        time.pass(4_000);
        line("1001").hungUp(phone("1001"));
        sameAs("outbound-answered");
    }

    @Test
    void an_agent_calls_out_in_vain() throws IOException {
        pbx.phoneCalls(phone("1001"), "013900002222");
        time.pass(3_000);
        line("1001").hungUp(phone("1001"));
        // How the trunk answered the CANCEL is its own affair, and DialState races with the ringing it tells of.
        Set<String> chance = Set.of("TechCause", "DestChannelState");
        assertThat(AmiLog.parse(log.toString()).legs(chance))
                .isEqualTo(AmiLog.captured("outbound-no-answer").legs(chance));
    }

    @Test
    void an_agent_calls_a_colleague() throws IOException {
        pbx.phoneCalls(phone("1001"), "1002");
        time.pass(700);
        answer("1002");
        time.pass(4_000);
        line("1001").hungUp(phone("1001"));
        sameAs("internal-call");
    }

    @Test
    void an_agent_clicks_to_dial() throws IOException {
        actions.answer(new Action(Map.of(
                "Action",
                "Originate",
                "ActionID",
                "tap-2",
                "Channel",
                "PJSIP/1001",
                "Context",
                "from-agents",
                "Exten",
                "013900002222",
                "ChannelId",
                "clicked-1")));
        time.pass(1_000);
        answer("1001");
        time.pass(700);
        pbx.dialledCall("clicked-1").orElseThrow().farAnswers();
        time.pass(4_000);
        line("1001").hungUp(phone("1001"));
        sameAs("click-to-dial");
    }

    @Test
    void a_busy_phone_is_passed_over() {
        join("1001");
        join("1002");
        callSupport(CUSTOMER);
        time.pass(3_000);
        line("1001").refused(phone("1001"));
        time.pass(1_000);
        assertThat(phone("1001").idle()).isTrue();
        assertThat(phone("1002").ringing()).isTrue();
        assertThat(log).contains("DialStatus: BUSY").contains("RingTime: 0").contains("Cause: 17");
    }

    @Test
    void one_agent_talks_to_one_caller_at_a_time() {
        join("1001");
        String first = callSupport(CUSTOMER);
        callSupport(CUSTOMER);
        time.pass(3_000);
        answer("1001");
        time.pass(60_000);
        assertThat(phone("1001").ringing()).isFalse();
        caller(first).callerHangsUp();
        time.pass(1_000);
        assertThat(phone("1001").ringing()).isTrue();
    }

    @Test
    void names_are_escaped_as_asterisk_does() {
        callSupport(new Caller("1", "O'Brien \"Bob\"\r\nEvent: Hangup", false));
        assertThat(log).contains("CallerIDName: O\\'Brien \\\"Bob\\\"\\r\\nEvent: Hangup\r\n");
    }

    private void sameAs(String flow) throws IOException {
        assertThat(AmiLog.parse(log.toString()).legs(Set.of()))
                .isEqualTo(AmiLog.captured(flow).legs(Set.of()));
    }

    private static String ringing(AmiLog log) {
        return log.legs(Set.of())
                .toString()
                .replaceAll("DestChannelState=0( [^,]*DialStatus=RINGING)", "DestChannelState=5$1");
    }

    private String callSupport(Caller who) {
        return pbx.callIn(who, "4008001000").orElseThrow();
    }

    private QueueCall caller(String call) {
        return pbx.queueCall(call).orElseThrow();
    }

    private Phone phone(String agent) {
        return pbx.phone(agent).orElseThrow();
    }

    private Phone.Line line(String agent) {
        return Objects.requireNonNull(phone(agent).line, "no call at " + agent);
    }

    private void answer(String agent) {
        line(agent).answered(phone(agent));
    }

    private void define(String queue, String strategy) {
        pbx.define(queue, new SimulatedQueue.Rules(strategy, Duration.ofSeconds(15), Duration.ofSeconds(1), 0, 0));
    }

    private void join(String agent) {
        join("support", agent);
    }

    private void join(String queue, String agent) {
        String answer = actions.answer(new Action(
                Map.of("Action", "QueueAdd", "ActionID", "1", "Queue", queue, "Interface", "PJSIP/" + agent)));
        assertThat(answer).startsWith("Response: Success");
    }
}
