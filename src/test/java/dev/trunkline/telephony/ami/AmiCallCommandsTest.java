package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.call.Destination;
import dev.trunkline.call.Destination.Realm;
import dev.trunkline.call.PbxCommands.PbxRefused;
import dev.trunkline.telephony.PbxAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiCallCommandsTest {
    private static final String LEG = "pbx1-1795328136.1";
    private static final List<String> ACTIONS =
            List.of("hangup", "blindtransfer", "setvar", "cancelatxfer", "park", "playdtmf", "mixmonitormute");

    private FakeAmi ami;
    private AmiCommandLink link;
    private AmiCallCommands commands;

    @BeforeEach
    void connect() throws Exception {
        ami = new FakeAmi();
        ACTIONS.forEach(action -> ami.answers.put(action, asked -> FakeAmi.success(asked, "Message: done")));
        link = new AmiCommandLink(new FastConfig(), new AmiMeters(new SimpleMeterRegistry()), Clock.systemUTC());
        commands = new AmiCallCommands(link);
        link.start(new PbxAddress("127.0.0.1", ami.port(), "trunkline", "trunkline", false));
        ami.awaitLogin();
        Awaitility.await().ignoreExceptions().until(() -> {
            run(commands.hangUp("probe"));
            return true;
        });
        ami.actions.clear();
    }

    @AfterEach
    void disconnect() throws IOException {
        link.stop();
        ami.close();
    }

    @Test
    void each_command_is_the_action_that_does_it() {
        run(commands.hangUp(LEG));
        assertThat(only("hangup")).containsEntry("channel", LEG).containsEntry("cause", "16");
        run(commands.transfer(LEG, new Destination(Realm.QUEUES, "4008002000")));
        assertThat(only("blindtransfer"))
                .containsEntry("channel", LEG)
                .containsEntry("context", "own-numbers")
                .containsEntry("exten", "4008002000");
        run(commands.cancelConsultation(LEG));
        assertThat(only("cancelatxfer")).containsEntry("channel", LEG);
        run(commands.park(LEG, "PJSIP/1001-00000001"));
        assertThat(only("park")).containsEntry("channel", LEG).containsEntry("timeoutchannel", "PJSIP/1001-00000001");
        run(commands.silenceRecording(LEG, true));
        assertThat(only("mixmonitormute"))
                .containsEntry("channel", LEG)
                .containsEntry("direction", "both")
                .containsEntry("state", "1");
    }

    @Test
    void whom_to_consult_is_said_by_variables_and_forgotten_again() {
        run(commands.consult(LEG, Destination.dialled("+493012345")));
        assertThat(sent("playdtmf")).extracting(press -> press.get("digit")).containsExactly("*", "2");
        Awaitility.await()
                .untilAsserted(() -> assertThat(sent("setvar"))
                        .allSatisfy(set -> assertThat(set).containsEntry("channel", LEG))
                        .extracting(set -> set.get("variable") + "=" + set.getOrDefault("value", ""))
                        .containsExactly(
                                "TRANSFER_CONTEXT=from-agents", "TRANSFER_EXTEN=+493012345", "TRANSFER_EXTEN="));
    }

    @Test
    void what_is_chosen_in_a_consultation_is_pressed_as_by_the_agent() {
        run(commands.swap(LEG));
        run(commands.bringTogether(LEG));
        assertThat(sent("playdtmf"))
                .allSatisfy(
                        press -> assertThat(press).containsEntry("channel", LEG).containsEntry("receive", "true"))
                .extracting(press -> press.get("digit"))
                .containsExactly("*", "6", "*", "5");
    }

    @Test
    void tones_are_played_one_by_one_in_order() {
        run(commands.sendTones(LEG, "12#"));
        assertThat(sent("playdtmf"))
                .allSatisfy(press -> assertThat(press).containsEntry("receive", "false"))
                .extracting(press -> press.get("digit"))
                .containsExactly("1", "2", "#");
    }

    @Test
    void a_refusal_in_the_middle_ends_it() {
        ami.answers.put("playdtmf", asked -> FakeAmi.error(asked, "Channel not found"));
        assertThatThrownBy(() -> run(commands.sendTones(LEG, "12#")))
                .isInstanceOf(PbxRefused.class)
                .hasMessageContaining("Channel not found");
        assertThat(sent("playdtmf")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x\r\nAction: Originate", "PJSIP/1001-1", "x&y"})
    void a_leg_that_is_none_is_refused_before_anything_is_sent(String leg) {
        assertThatThrownBy(() -> commands.hangUp(leg)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> commands.transfer(leg, Destination.dialled("1002")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> commands.transfer(LEG, Destination.dialled(leg)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ami.actions).noneMatch(action -> ACTIONS.contains(action.get("action")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2", "w", "1\r\n", "123456789012345678901234567890123"})
    void tones_that_are_none_are_refused(String tones) {
        assertThatThrownBy(() -> commands.sendTones(LEG, tones)).isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, String> only(String action) {
        assertThat(sent(action)).hasSize(1);
        return sent(action).getFirst();
    }

    private List<Map<String, String>> sent(String action) {
        return ami.actions.stream()
                .filter(sent -> action.equalsIgnoreCase(sent.get("action")))
                .toList();
    }

    private static void run(Uni<Void> command) {
        command.await().atMost(Duration.ofSeconds(5));
    }
}
