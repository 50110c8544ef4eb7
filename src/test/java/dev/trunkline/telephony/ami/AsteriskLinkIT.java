package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.CallVerified;
import dev.trunkline.call.CallEvent.LegStarted;
import dev.trunkline.call.Destination;
import dev.trunkline.call.PbxCommands.PbxRefused;
import dev.trunkline.call.PbxCommands.PbxUnavailable;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.telephone.Answering;
import dev.trunkline.telephone.AsteriskLab;
import dev.trunkline.telephone.Customer;
import dev.trunkline.telephony.PbxAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The link and its commands against a real Asterisk. */
class AsteriskLinkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static AsteriskLab lab;

    private Heard heard;
    private AmiCommandLink link;
    private AmiCommands commands;

    @BeforeAll
    static void startAsterisk() {
        lab = AsteriskLab.start();
        lab.register(1001);
        lab.register(1002);
    }

    @AfterAll
    static void stopAsterisk() {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void connect() {
        heard = new Heard(lab.amiPort());
        link = new AmiCommandLink(new FastConfig(), new AmiMeters(new SimpleMeterRegistry()), Clock.systemUTC());
        commands = new AmiCommands(link, new AgentDevices(agent -> false));
        link.start(address("trunkline"));
        await().atMost(PATIENCE).until(() -> heard.linkStates().contains(LinkState.UP));
        run(commands.leaveQueue("support", "1001"));
    }

    @AfterEach
    void disconnect() {
        link.stop();
        heard.close();
        // SIPp goes without a BYE, and what it leaves up would be in the next test's list of channels.
        lab.sendEverybodyHome();
        lab.hangUpEverybody();
    }

    @Test
    void an_agent_joins_pauses_and_leaves() {
        run(commands.joinQueue("support", "1001", 0));
        await().atMost(PATIENCE).until(() -> members().stream().anyMatch(member -> !member.paused()));
        run(commands.pause("1001", true, "tea"));
        await().atMost(PATIENCE)
                .until(() ->
                        members().stream().anyMatch(member -> member.paused() && "tea".equals(member.pausedReason())));
        run(commands.joinQueue("support", "1001", 0));
        await().atMost(PATIENCE).until(() -> !members().getLast().paused());
        run(commands.leaveQueue("support", "1001"));
        await().atMost(PATIENCE).until(() -> heard.states.stream().anyMatch(PbxState.MemberGone.class::isInstance));
        run(commands.leaveQueue("support", "1001"));
        run(commands.pause("1001", false, null));
        assertThatThrownBy(() -> run(commands.joinQueue("nowhere", "1001", 0))).isInstanceOf(PbxRefused.class);
    }

    @Test
    void a_phone_that_is_not_registered_is_known_and_so_is_its_coming() {
        run(commands.joinQueue("support", "1009", 0));
        await().atMost(PATIENCE).until(() -> reachable("1009").contains(false));
        lab.register(1009);
        await().atMost(PATIENCE).until(() -> reachable("1009").getLast());
        run(commands.leaveQueue("support", "1009"));
    }

    @Test
    void a_setting_is_where_the_dialplan_reads_it() {
        run(commands.setQueuePolicy("sales", "record", "no"));
        assertThat(lab.cli("dialplan show globals")).contains("trunkline/queue/sales/record=no");
    }

    @Test
    void dialling_rings_the_own_phone_under_the_id_we_chose() {
        lab.phone(1002, Answering.answers());
        run(commands.dial("chosen-1", "1002", Destination.dialled("013900002222")));
        await().atMost(PATIENCE)
                .until(() -> heard.calls.stream()
                        .anyMatch(event -> event instanceof CallEvent.DialStarted dial
                                && dial.callId().equals("chosen-1")
                                && dial.legId() != null));
        LegStarted own = (LegStarted) heard.calls.stream()
                .filter(LegStarted.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(own.legId()).isEqualTo("chosen-1");
        assertThat(own.callId()).isEqualTo("chosen-1");
        assertThat(own.channel()).startsWith("PJSIP/1002-");
    }

    @Test
    void a_wrong_secret_is_refused_in_so_many_words() {
        // Asterisk lets a second go by before it refuses.
        AmiCommandLink stranger = new AmiCommandLink(
                new FastConfig(Duration.ofSeconds(10), Duration.ofSeconds(5)),
                new AmiMeters(new SimpleMeterRegistry()),
                Clock.systemUTC());
        stranger.start(address("wrong"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(
                                () -> run(new AmiCommands(stranger, new AgentDevices(agent -> false))
                                        .leaveQueue("support", "1001")))
                        .isInstanceOf(PbxUnavailable.class)
                        .hasMessageContaining("refused user trunkline"));
        stranger.stop();
    }

    @Test
    void calls_in_progress_are_found_by_a_link_that_comes_later() {
        lab.call(Customer.calling(Customer.SUPPORT).from("13800001111"));
        await().atMost(PATIENCE).until(() -> heard.kinds().contains("QueueJoined"));
        String call = heard.calls.getFirst().callId();
        try (Heard late = new Heard(lab.amiPort())) {
            late.open = Set.of("gone.1");
            await().atMost(PATIENCE)
                    .until(() ->
                            late.kinds().stream().filter("CallVerified"::equals).count() == 2);
            assertThat(late.kinds()).contains("LegStarted", "LegAnswered", "QueueJoined");
            assertThat(late.calls)
                    .filteredOn(CallVerified.class::isInstance)
                    .extracting(event -> ((CallVerified) event).callId() + ((CallVerified) event).legIds())
                    .containsExactlyInAnyOrder(call + "[" + call + "]", "gone.1[]");
        }
    }

    @Test
    void a_pbx_that_dies_and_comes_back_is_taken_up_again() {
        lab.kill();
        await().atMost(PATIENCE).until(() -> heard.linkStates().getLast() == LinkState.DOWN);
        heard.open = Set.of("before.1");
        lab.startAgain();
        await().atMost(PATIENCE).until(() -> heard.linkStates().getLast() == LinkState.UP);
        await().atMost(PATIENCE).until(() -> heard.kinds().contains("CallVerified"));
        run(commands.setQueuePolicy("support", "record", "yes"));
    }

    private List<PbxState.Member> members() {
        return heard.states.stream()
                .filter(PbxState.Member.class::isInstance)
                .map(PbxState.Member.class::cast)
                .toList();
    }

    private List<Boolean> reachable(String agent) {
        return members().stream()
                .filter(member -> member.agent().equals(agent))
                .map(PbxState.Member::reachable)
                .toList();
    }

    private PbxAddress address(String secret) {
        return new PbxAddress("127.0.0.1", lab.amiPort(), "trunkline", secret, false);
    }

    /** A command that meets a link not up yet is tried again, as its users do. */
    private static void run(Uni<Void> command) {
        command.onFailure(failure -> failure instanceof PbxUnavailable
                        && !String.valueOf(failure.getMessage()).contains("refused"))
                .retry()
                .withBackOff(Duration.ofMillis(50))
                .atMost(50)
                .await()
                .atMost(PATIENCE);
    }
}
