package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.trunkline.call.Destination;
import dev.trunkline.call.PbxCommands.PbxRefused;
import dev.trunkline.call.PbxCommands.PbxUnavailable;
import dev.trunkline.telephony.Errand;
import dev.trunkline.telephony.PbxAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiCommandsTest {
    private final Set<String> atBrowser = new HashSet<>();
    private FakeAmi ami;
    private AmiCommandLink link;
    private AmiCommands commands;
    private AmiPhoneCommands phones;

    @BeforeEach
    void connect() throws Exception {
        ami = new FakeAmi();
        for (String action :
                List.of("queueadd", "queueremove", "queuepause", "queuepenalty", "originate", "setvar", "redirect")) {
            ami.answers.put(action, asked -> FakeAmi.success(asked, "Message: done"));
        }
        link = new AmiCommandLink(new FastConfig(), new AmiMeters(new SimpleMeterRegistry()), Clock.systemUTC());
        commands = new AmiCommands(link, new AgentDevices(atBrowser::contains));
        phones = new AmiPhoneCommands(link);
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
        run(commands.joinQueue("support", "1001", 0));
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
        run(commands.joinQueue("support", "1001", 3));
        assertThat(sent("queuepause"))
                .containsEntry("queue", "support")
                .containsEntry("interface", "PJSIP/1001")
                .containsEntry("paused", "false");
        assertThat(sent("queuepenalty")).containsEntry("queue", "support").containsEntry("penalty", "3");
    }

    @Test
    void leaving_a_queue_one_is_not_in_is_no_error() {
        ami.answers.put("queueremove", asked -> FakeAmi.error(asked, "Unable to remove interface: Not there"));
        run(commands.leaveQueue("support", "1001"));
    }

    @Test
    void a_refusal_says_what_the_pbx_said() {
        ami.answers.put("queueadd", asked -> FakeAmi.error(asked, "Unable to add interface to queue: No such queue"));
        assertThatThrownBy(() -> run(commands.joinQueue("nowhere", "1001", 0)))
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
            await().untilAsserted(() -> assertThatThrownBy(() ->
                            run(new AmiCommands(patient, new AgentDevices(agent -> false)).pause("1", false, null)))
                    .hasMessageContaining("no manager interface"));
            other.banner = banner;
            patient.hurry();
            other.awaitLogin();
            patient.stop();
        }
    }

    @Test
    void dialling_rings_the_agents_phone_first() {
        run(commands.dial("0199-abc", "1001", Destination.dialled("+8613800001111")));
        assertThat(sent("originate"))
                .containsEntry("channel", "PJSIP/1001")
                .containsEntry("channelid", "0199-abc")
                .containsEntry("context", "from-agents")
                .containsEntry("exten", "+8613800001111")
                .containsEntry("async", "true");
    }

    @Test
    void an_agent_at_a_browser_is_rung_there_and_only_there() {
        atBrowser.add("1001");
        run(commands.joinQueue("support", "1001", 0));
        assertThat(sent("queueremove")).containsEntry("interface", "PJSIP/1001");
        assertThat(sent("queueadd"))
                .containsEntry("interface", "PJSIP/1001-web")
                .containsEntry("membername", "1001")
                .containsEntry("stateinterface", "PJSIP/1001-web");
        run(commands.dial("0199-abc", "1001", Destination.dialled("110")));
        assertThat(sent("originate"))
                .containsEntry("channel", "PJSIP/1001-web")
                .containsEntry("variable", "PJSIP_HEADER(add,X-Trunkline-Answer)=auto");
        atBrowser.clear();
        run(commands.joinQueue("support", "1001", 0));
        assertThat(sent("queueremove")).containsEntry("interface", "PJSIP/1001-web");
        assertThat(sent("queueadd")).containsEntry("interface", "PJSIP/1001");
    }

    @Test
    void who_leaves_a_queue_leaves_it_with_both_phones() {
        run(commands.leaveQueue("support", "1001"));
        assertThat(ami.actions.stream().map(action -> action.get("interface")))
                .containsExactly("PJSIP/1001", "PJSIP/1001-web");
    }

    @Test
    void a_phone_is_set_up_by_the_dialplan_and_is_no_call() {
        run(phones.setPhone("1001", true, "a1B2".repeat(6)));
        assertThat(sent("originate"))
                .containsEntry("channel", "Local/1001@agent-phone-setup/n")
                .containsEntry("async", "false");
        assertThat(Errand.is(sent("originate").get("channelid"))).isTrue();
    }

    @Test
    void a_caller_goes_back_to_an_agent() {
        run(phones.returnToAgent("pbx1-1795309318.0", "1001"));
        assertThat(sent("redirect"))
                .containsEntry("channel", "pbx1-1795309318.0")
                .containsEntry("context", "phone-return")
                .containsEntry("exten", "1001");
        assertThatThrownBy(() -> phones.returnToAgent("pbx1-1\r\nContext: x", "1001"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "abcdefghijklmnopqrstuvwx,y=z", "abcdefghijklmnopqrstuvwx\r\nAsync: true"})
    void a_password_that_could_say_anything_else_is_refused(String password) {
        assertThatThrownBy(() -> phones.setPhone("1001", true, password)).isInstanceOf(IllegalArgumentException.class);
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
        assertThatThrownBy(() -> commands.joinQueue("support", agent, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> commands.dial("id", agent, Destination.dialled("110")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ami.actions)
                .noneMatch(action -> List.of("queueadd", "originate").contains(action.get("action")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "138@lab", "138\r\nAsync: false", "abc", "138&139", "PJSIP/138", "１３８"})
    void a_number_that_is_a_dial_string_is_refused(String to) {
        assertThatThrownBy(() -> commands.dial("id", "1001", Destination.dialled(to)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tea\r\nAction: Originate", "tea\u0000", "a\u2028b"})
    void a_reason_with_line_breaks_is_refused(String reason) {
        assertThatThrownBy(() -> commands.pause("1001", true, reason)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_answer_in_time_is_unavailable() {
        ami.answers.put("queueadd", asked -> null);
        assertThatThrownBy(() -> run(commands.joinQueue("support", "1001", 0)))
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
