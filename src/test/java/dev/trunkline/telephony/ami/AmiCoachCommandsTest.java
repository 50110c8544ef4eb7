package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.call.CoachLegs;
import dev.trunkline.call.CoachMode;
import dev.trunkline.telephony.PbxAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiCoachCommandsTest {
    private static final String LEG = CoachLegs.newId();
    private static final String CHANNEL = "PJSIP/1001-0000001c";
    private static final List<String> ACTIONS =
            List.of("originate", "redirect", "queuewithdrawcaller", "queuechangeprioritycaller");

    private FakeAmi ami;
    private AmiCommandLink link;
    private AmiCoachCommands commands;

    @BeforeEach
    void connect() throws Exception {
        ami = new FakeAmi();
        ACTIONS.forEach(action -> ami.answers.put(action, asked -> FakeAmi.success(asked, "Message: done")));
        link = new AmiCommandLink(new FastConfig(), new AmiMeters(new SimpleMeterRegistry()), Clock.systemUTC());
        commands = new AmiCoachCommands(link, new AgentDevices(agent -> false));
        link.start(new PbxAddress("127.0.0.1", ami.port(), "trunkline", "trunkline", false));
        ami.awaitLogin();
        Awaitility.await().ignoreExceptions().until(() -> {
            run(commands.change("probe", CoachMode.LISTEN));
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
    void a_coachs_phone_is_rung_into_the_part_of_the_dialplan_that_checks() {
        run(commands.coach(LEG, "1005", "1001", CHANNEL, CoachMode.WHISPER));
        assertThat(only("originate"))
                .containsEntry("channel", "PJSIP/1005")
                .containsEntry("channelid", LEG)
                .containsEntry("context", "coaching")
                .containsEntry("exten", "whisper")
                .containsEntry("variable", "COACHED=" + CHANNEL)
                .doesNotContainKeys("application", "data");
        run(commands.change(LEG, CoachMode.BARGE));
        assertThat(only("redirect"))
                .containsEntry("channel", LEG)
                .containsEntry("context", "coaching")
                .containsEntry("exten", "barge");
    }

    @Test
    void callers_are_moved_by_the_queues_own_actions() {
        run(commands.moveToQueue("PJSIP/lab-00000001", "support", "sales"));
        assertThat(only("queuewithdrawcaller"))
                .containsEntry("queue", "support")
                .containsEntry("caller", "PJSIP/lab-00000001")
                .containsEntry("withdrawinfo", "sales");
        run(commands.moveToFront("PJSIP/lab-00000001", "support", 7));
        assertThat(only("queuechangeprioritycaller"))
                .containsEntry("caller", "PJSIP/lab-00000001")
                .containsEntry("priority", "7")
                .containsEntry("immediate", "yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x\r\nAction: Originate", "${SHELL(id)}", "PJSIP/1001,qBES", "sales&support"})
    void what_would_not_fit_into_a_line_is_not_sent(String hostile) {
        refused(() -> commands.coach(LEG, "1005", "1001", hostile, CoachMode.LISTEN));
        refused(() -> commands.coach(LEG, "1005", hostile, CHANNEL, CoachMode.LISTEN));
        refused(() -> commands.takeOver("pbx1-1.0", hostile));
        refused(() -> commands.moveToQueue("PJSIP/lab-1", "support", hostile));
        refused(() -> commands.moveToFront("PJSIP/lab-1", hostile, 1));
        assertThat(ami.actions)
                .noneMatch(action ->
                        ACTIONS.contains(action.getOrDefault("action", "").toLowerCase(Locale.ROOT)));
    }

    private static void refused(Callable<Uni<Void>> command) {
        assertThatThrownBy(() -> run(command.call())).isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, String> only(String action) {
        List<Map<String, String>> sent = ami.actions.stream()
                .filter(one -> action.equalsIgnoreCase(one.get("action")))
                .toList();
        assertThat(sent).hasSize(1);
        ami.actions.clear();
        return sent.getFirst();
    }

    private static void run(Uni<Void> command) {
        command.await().atMost(Duration.ofSeconds(10));
    }
}
