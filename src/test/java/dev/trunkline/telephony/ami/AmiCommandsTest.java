package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.trunkline.call.PbxCommands.PbxRefused;
import dev.trunkline.call.PbxCommands.PbxUnavailable;
import dev.trunkline.telephony.PbxAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiCommandsTest {
    private FakeAmi ami;
    private AmiCommandLink link;
    private AmiCommands commands;

    @BeforeEach
    void connect() throws Exception {
        ami = new FakeAmi();
        for (String action : List.of("queueadd", "queueremove", "queuepause", "originate", "setvar")) {
            ami.answers.put(action, asked -> FakeAmi.success(asked, "Message: done"));
        }
        link = new AmiCommandLink(new FastConfig(), new AmiMeters(new SimpleMeterRegistry()), Clock.systemUTC());
        commands = new AmiCommands(link);
        link.start(new PbxAddress("127.0.0.1", ami.port(), "trunkline", "trunkline", false));
        ami.awaitLogin();
        await().until(() -> commands.pause("probe", false, null)
                .map(done -> true)
                .onItem()
                .ifNull()
                .continueWith(true)
                .onFailure(PbxUnavailable.class)
                .recoverWithItem(false)
                .await()
                .atMost(Duration.ofSeconds(5)));
        ami.actions.clear();
    }

    @AfterEach
    void disconnect() throws IOException {
        link.stop();
        ami.close();
    }

    @Test
    void joining_names_phone_and_member() {
        run(commands.joinQueue("support", "1001"));
        assertThat(sent("queueadd"))
                .containsEntry("queue", "support")
                .containsEntry("interface", "PJSIP/1001")
                .containsEntry("membername", "1001")
                .containsEntry("stateinterface", "PJSIP/1001")
                .containsEntry("paused", "false");
    }

    @Test
    void who_is_there_already_is_unpaused() {
        ami.answers.put("queueadd", asked -> FakeAmi.error(asked, "Unable to add interface: Already there"));
        run(commands.joinQueue("support", "1001"));
        assertThat(sent("queuepause"))
                .containsEntry("queue", "support")
                .containsEntry("interface", "PJSIP/1001")
                .containsEntry("paused", "false");
    }

    @Test
    void leaving_a_queue_one_is_not_in_is_no_error() {
        ami.answers.put("queueremove", asked -> FakeAmi.error(asked, "Unable to remove interface: Not there"));
        run(commands.leaveQueue("support", "1001"));
    }

    @Test
    void a_refusal_says_what_the_pbx_said() {
        ami.answers.put("queueadd", asked -> FakeAmi.error(asked, "Unable to add interface to queue: No such queue"));
        assertThatThrownBy(() -> run(commands.joinQueue("nowhere", "1001")))
                .isInstanceOf(PbxRefused.class)
                .hasMessageContaining("No such queue");
    }

    /** The connection for events may have found the PBX first. */
    @Test
    void a_connection_that_waits_is_tried_at_once_when_the_pbx_is_seen_to_answer() throws Exception {
        try (FakeAmi other = new FakeAmi()) {
            String banner = other.banner;
            other.banner = "220 mail.example ESMTP\r\n";
            AmiCommandLink patient = new AmiCommandLink(
                    new FastConfig(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofHours(1)),
                    new AmiMeters(new SimpleMeterRegistry()),
                    Clock.systemUTC());
            patient.start(new PbxAddress("127.0.0.1", other.port(), "trunkline", "trunkline", false));
            await().untilAsserted(() -> assertThatThrownBy(() -> run(new AmiCommands(patient).pause("1", false, null)))
                    .hasMessageContaining("no manager interface"));
            other.banner = banner;
            patient.hurry();
            other.awaitLogin();
            patient.stop();
        }
    }

    @Test
    void dialling_rings_the_agents_phone_first() {
        run(commands.dial("0199-abc", "1001", "+8613800001111"));
        assertThat(sent("originate"))
                .containsEntry("channel", "PJSIP/1001")
                .containsEntry("channelid", "0199-abc")
                .containsEntry("context", "from-agents")
                .containsEntry("exten", "+8613800001111")
                .containsEntry("async", "true");
    }

    @Test
    void a_policy_is_a_variable_the_dialplan_reads() {
        run(commands.setQueuePolicy("support", "record", "no"));
        assertThat(sent("setvar"))
                .containsEntry("variable", "trunkline/queue/support/record")
                .containsEntry("value", "no")
                .doesNotContainKey("channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1001\r\nAction: Command", "1001/x", "PJSIP/1001", "1 1", "1001&1002"})
    void an_agent_that_is_none_is_refused_before_anything_is_sent(String agent) {
        assertThatThrownBy(() -> commands.joinQueue("support", agent)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> commands.dial("id", agent, "110")).isInstanceOf(IllegalArgumentException.class);
        assertThat(ami.actions)
                .noneMatch(action -> List.of("queueadd", "originate").contains(action.get("action")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "138@lab", "138\r\nAsync: false", "abc", "138&139", "PJSIP/138", "１３８"})
    void a_number_that_is_a_dial_string_is_refused(String to) {
        assertThatThrownBy(() -> commands.dial("id", "1001", to)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tea\r\nAction: Originate", "tea\u0000", "a\u2028b"})
    void a_reason_with_line_breaks_is_refused(String reason) {
        assertThatThrownBy(() -> commands.pause("1001", true, reason)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_answer_in_time_is_unavailable() {
        ami.answers.put("queueadd", asked -> null);
        assertThatThrownBy(() -> run(commands.joinQueue("support", "1001")))
                .isInstanceOf(PbxUnavailable.class)
                .hasMessageContaining("No answer");
    }

    @Test
    void without_a_link_it_fails_at_once() throws Exception {
        ami.close();
        await().untilAsserted(() -> assertThatThrownBy(() -> run(commands.leaveQueue("support", "1001")))
                .isInstanceOf(PbxUnavailable.class)
                .hasMessageContaining("No link"));
    }

    private Map<String, String> sent(String action) {
        return ami.actions.stream()
                .filter(sent -> action.equalsIgnoreCase(sent.get("action")))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static void run(Uni<Void> command) {
        command.await().atMost(Duration.ofSeconds(5));
    }
}
