package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.trunkline.call.CallEvent.CallVerified;
import dev.trunkline.call.CallEvent.HangupRequested;
import dev.trunkline.call.CallEvent.LegStarted;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.telephony.Errand;
import io.micrometer.core.instrument.Timer;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the link does with a PBX that misbehaves. Every test ends with the link taking good events again. */
class AmiLinkTest {

    @Test
    void unknown_events_broken_lines_and_rubbish_are_passed_over() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            Socket pbx = ami.awaitLogin();
            FakeAmi.send(pbx, "Event: PhaseOfTheMoon\r\nPhase: full\r\n\r\n");
            FakeAmi.send(pbx, "Event: PhaseOfTheMoon\r\nPhase: new\r\n\r\n");
            FakeAmi.send(pbx, "no colon at all\r\n: no name\r\n\r\n\r\n\r\n");
            FakeAmi.send(pbx, "Event: Newchannel\r\nChannel: PJSIP/lab-1\r\nTimestamp: soon\r\n\r\n");
            FakeAmi.send(pbx, hangupRequest("good.1"));

            await().until(() -> heard.kinds().contains("HangupRequested"));
            assertThat(heard.calls).hasSize(1);
            assertThat(heard.count("unknown")).isEqualTo(2);
            assertThat(heard.count("malformed")).isEqualTo(1);
            assertThat(heard.linkStates()).containsExactly(LinkState.CONNECTING, LinkState.UP);
        }
    }

    @Test
    void channels_run_for_the_dialplans_sake_are_no_calls() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            Socket pbx = ami.awaitLogin();
            FakeAmi.send(pbx, hangupRequest(Errand.newId()));
            FakeAmi.send(pbx, hangupRequest("good.1"));
            await().until(() -> heard.kinds().contains("HangupRequested"));
            assertThat(heard.calls)
                    .singleElement()
                    .satisfies(event -> assertThat(event.callId()).isEqualTo("good.1"));
        }
    }

    @Test
    void the_name_of_a_quiet_pbx_is_asked_for_because_its_lists_do_not_tell_it() throws Exception {
        try (FakeAmi ami = new FakeAmi()) {
            ami.answers.put(
                    "coresettings", action -> FakeAmi.success(action, "AsteriskVersion: 22.10.1", "SystemName: quiet"));
            try (Heard heard = new Heard(ami.port())) {
                heard.open = Set.of("gone.1");
                await().until(() -> heard.kinds().contains("CallVerified"));
                assertThat(heard.calls.getFirst().pbx()).isEqualTo("quiet");
                assertThat(heard.states)
                        .filteredOn(state -> state instanceof PbxState.Link link && link.state() == LinkState.UP)
                        .extracting(PbxState::pbx)
                        .containsExactly("quiet");
            }
        }
    }

    @Test
    void a_clock_ten_minutes_off_is_known_and_spoils_no_delay() throws Exception {
        try (FakeAmi ami = new FakeAmi()) {
            ami.answers.put(
                    "ping",
                    action -> FakeAmi.success(action, "Ping: Pong", "Timestamp: " + stamp(Duration.ofMinutes(10))));
            try (Heard heard = new Heard(ami.port())) {
                Socket pbx = ami.awaitLogin();
                await().until(() -> heard.linkStates().contains(LinkState.UP));
                double ahead = heard.registry
                        .get("trunkline_ami_clock_ahead")
                        .timeGauge()
                        .value(TimeUnit.SECONDS);
                assertThat(ahead).isCloseTo(600, within(5.0));
                FakeAmi.send(pbx, stamped("quick.1", stamp(Duration.ofMinutes(10))));
                FakeAmi.send(pbx, stamped("slow.1", stamp(Duration.ofMinutes(10).minusSeconds(30))));
                await().until(() -> heard.calls.size() == 2);
                Timer lag = heard.registry.get("trunkline_ami_lag").timer();
                await().until(() -> lag.count() == 2);
                assertThat(lag.max(TimeUnit.SECONDS)).isBetween(25.0, 60.0);
                assertThat(lag.totalTime(TimeUnit.SECONDS) - lag.max(TimeUnit.SECONDS))
                        .isLessThan(20);
            }
        }
    }

    /** The time of a PBX whose clock is ahead by this. */
    private static String stamp(Duration ahead) {
        return String.format(Locale.ROOT, "%.6f", Instant.now().plus(ahead).toEpochMilli() / 1_000.0);
    }

    private static String stamped(String call, String stamp) {
        return FakeAmi.message(
                "Event: HangupRequest",
                "Timestamp: " + stamp,
                "SystemName: pbx1",
                "Channel: PJSIP/lab-1",
                "Uniqueid: " + call,
                "Linkedid: " + call);
    }

    @Test
    void a_hostile_caller_name_is_bounded_and_cannot_forge_events() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            Socket pbx = ami.awaitLogin();
            String name = "<b>\u0007\u001b[31m\u202Eevil\nEvent: Hangup\nUniqueid: x " + "A".repeat(4096);
            FakeAmi.send(
                    pbx,
                    FakeAmi.message(
                            "Event: Newchannel",
                            "Timestamp: 1795311650.190811",
                            "SystemName: pbx1",
                            "Channel: PJSIP/lab-00000000",
                            "CallerIDNum: 138\u000000001111",
                            "CallerIDName: " + name,
                            "Context: from-trunk",
                            "Exten: 4008001000",
                            "Uniqueid: pbx1-1.0",
                            "Linkedid: pbx1-1.0"));

            await().until(() -> !heard.calls.isEmpty());
            LegStarted leg = (LegStarted) heard.calls.getFirst();
            assertThat(leg.callerName()).hasSize(256).startsWith("<b>[31mevilEvent: Hangup");
            assertThat(leg.callerName()).doesNotContainPattern("\\p{Cntrl}");
            assertThat(leg.callerNumber()).isEqualTo("13800001111");
            assertThat(heard.calls).hasSize(1);
        }
    }

    @Test
    void an_identifier_with_control_characters_is_refused_not_mended() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            Socket pbx = ami.awaitLogin();
            FakeAmi.send(pbx, hangupRequest("bad\u0001.1"));
            FakeAmi.send(pbx, hangupRequest("good.1"));
            await().until(() -> !heard.calls.isEmpty());
            assertThat(((HangupRequested) heard.calls.getFirst()).callId()).isEqualTo("good.1");
            assertThat(heard.count("malformed")).isEqualTo(1);
        }
    }

    @Test
    void a_line_without_end_ends_the_link_and_it_comes_back() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            Socket pbx = ami.awaitLogin();
            await().until(() -> heard.linkStates().contains(LinkState.UP));
            FakeAmi.send(pbx, "Event: " + "X".repeat(BoundedLines.LONGEST_LINE + 1));
            FakeAmi.send(ami.awaitLogin(), hangupRequest("good.1"));
            await().until(() -> heard.kinds().contains("HangupRequested"));
            assertThat(heard.linkStates())
                    .containsExactly(LinkState.CONNECTING, LinkState.UP, LinkState.DOWN, LinkState.UP);
            assertThat(heard.count("reconnects")).isEqualTo(1);
        }
    }

    @Test
    void a_connection_cut_within_an_event_is_made_again() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            Socket pbx = ami.awaitLogin();
            FakeAmi.send(pbx, "Event: HangupRequest\r\nUniqueid: half.1\r\nLinke");
            pbx.close();
            FakeAmi.send(ami.awaitLogin(), hangupRequest("good.1"));
            await().until(() -> heard.kinds().contains("HangupRequested"));
            assertThat(heard.calls).extracting(event -> event.callId()).containsExactly("good.1");
        }
    }

    @Test
    void a_refused_secret_is_a_state_of_its_own_and_is_tried_again() throws Exception {
        try (FakeAmi ami = new FakeAmi()) {
            var accept = ami.answers.put("login", action -> FakeAmi.error(action, "Authentication failed"));
            try (Heard heard = new Heard(ami.port())) {
                await().until(() -> heard.linkStates().contains(LinkState.REFUSED));
                PbxState.Link refused = (PbxState.Link) heard.states.getLast();
                assertThat(refused.detail()).contains("127.0.0.1:" + ami.port(), "trunkline", "Authentication failed");

                ami.answers.put("login", accept);
                await().until(() -> heard.linkStates().contains(LinkState.UP));
            }
        }
    }

    @Test
    void silence_is_noticed() throws Exception {
        try (FakeAmi ami = new FakeAmi()) {
            ami.answers.put("ping", action -> null);
            try (Heard heard = new Heard(ami.port(), new FastConfig(Duration.ofMillis(500)))) {
                ami.awaitLogin();
                await().until(() -> heard.linkStates().contains(LinkState.DOWN));
                ami.awaitLogin();
            }
        }
    }

    @Test
    void a_port_where_something_else_listens_is_down_with_a_reason() throws Exception {
        try (FakeAmi ami = new FakeAmi()) {
            ami.banner = "220 mail.example ESMTP\r\n";
            try (Heard heard = new Heard(ami.port())) {
                await().until(() -> heard.linkStates().contains(LinkState.DOWN));
                PbxState.Link down = (PbxState.Link) heard.states.getLast();
                assertThat(down.detail()).contains("no manager interface", "220 mail.example ESMTP");
            }
        }
    }

    @Test
    void after_a_gap_the_pbx_own_list_explains_the_difference() throws Exception {
        try (FakeAmi ami = new FakeAmi()) {
            ami.answers.put(
                    "coreshowchannels",
                    action -> FakeAmi.success(action, "EventList: start")
                            + channel(action, "a.1", "a.1", "PJSIP/lab-1", "Queue", "support,r,,,300", "b1")
                            + channel(action, "a.2", "a.1", "PJSIP/1001-2", "AppQueue", "(Outgoing Line)", "b1")
                            + FakeAmi.message("Event: CoreShowChannelsComplete", FakeAmi.id(action), "ListItems: 2"));
            ami.answers.put(
                    "queuestatus",
                    action -> FakeAmi.success(action, "EventList: start")
                            + FakeAmi.message(
                                    "Event: QueueMember",
                                    FakeAmi.id(action),
                                    "Queue: support",
                                    "Name: 1001",
                                    "Location: PJSIP/1001",
                                    "Paused: 1",
                                    "PausedReason: tea")
                            + FakeAmi.message("Event: QueueStatusComplete", FakeAmi.id(action), "ListItems: 1"));
            ami.answers.put("getvar", action -> FakeAmi.success(action, "Variable: x", "Value: prohib"));
            try (Heard heard = new Heard(ami.port())) {
                heard.open = Set.of("gone.1");

                await().until(() -> heard.kinds().size() == 10);
                assertThat(heard.kinds().subList(0, 8))
                        .containsExactly(
                                "LegStarted",
                                "LegAnswered",
                                "BridgeEntered",
                                "LegStarted",
                                "LegAnswered",
                                "BridgeEntered",
                                "AgentConnected",
                                "CallVerified");
                // What waits for the journal and what for the PBX's answer come in their own time.
                assertThat(heard.kinds().subList(8, 10)).containsExactlyInAnyOrder("CallVerified", "CallerPresented");
                assertThat(heard.calls)
                        .filteredOn(CallVerified.class::isInstance)
                        .extracting(event -> ((CallVerified) event).callId(), event -> ((CallVerified) event).legIds())
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("a.1", List.of("a.1", "a.2")),
                                org.assertj.core.groups.Tuple.tuple("gone.1", List.of()));
                PbxState.Member member = heard.states.stream()
                        .filter(PbxState.Member.class::isInstance)
                        .map(PbxState.Member.class::cast)
                        .findFirst()
                        .orElseThrow();
                assertThat(member.agent()).isEqualTo("1001");
                assertThat(member.paused()).isTrue();
                assertThat(member.pausedReason()).isEqualTo("tea");
            }
        }
    }

    /** The lists travel among live events: what began after the list of channels was made is not in it, and goes on. */
    @Test
    void what_began_while_the_lists_were_on_their_way_is_not_taken_for_gone() throws Exception {
        try (FakeAmi ami = new FakeAmi()) {
            ami.answers.put(
                    "coreshowchannels",
                    action -> FakeAmi.success(action, "EventList: start")
                            + channel(action, "a.1", "a.1", "PJSIP/lab-1", "Queue", "support,r,,,300", "")
                            + FakeAmi.message("Event: CoreShowChannelsComplete", FakeAmi.id(action), "ListItems: 1"));
            ami.answers.put(
                    "queuestatus",
                    action -> newChannel("a.2", "a.1", "PJSIP/1001-2")
                            + newChannel("b.1", "b.1", "PJSIP/lab-3")
                            + newChannel("b.2", "b.1", "PJSIP/1002-4")
                            + FakeAmi.message("Event: Hangup", "Uniqueid: b.2", "Linkedid: b.1", "Cause: 16")
                            + FakeAmi.success(action, "EventList: start")
                            + FakeAmi.message("Event: QueueStatusComplete", FakeAmi.id(action), "ListItems: 0"));
            try (Heard heard = new Heard(ami.port())) {
                heard.open = Set.of("a.1", "b.1");
                await().until(() ->
                        heard.kinds().stream().filter("CallVerified"::equals).count() == 2);
                assertThat(heard.calls)
                        .filteredOn(CallVerified.class::isInstance)
                        .extracting(event -> ((CallVerified) event).callId(), event -> ((CallVerified) event).legIds())
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("a.1", List.of("a.1", "a.2")),
                                org.assertj.core.groups.Tuple.tuple("b.1", List.of("b.1", "b.2")));
                assertThat(heard.kinds())
                        .containsSubsequence("CallVerified", "CallVerified", "LegStarted", "LegStarted", "LegEnded");
            }
        }
    }

    @Test
    void a_pbx_that_refuses_its_lists_is_heard_all_the_same() throws Exception {
        try (FakeAmi ami = new FakeAmi()) {
            ami.answers.put("coreshowchannels", action -> FakeAmi.error(action, "Permission denied"));
            try (Heard heard = new Heard(ami.port())) {
                Socket pbx = ami.awaitLogin();
                FakeAmi.send(pbx, newChannel("a.1", "a.1", "PJSIP/lab-1") + newChannel("a.2", "a.1", "PJSIP/1001-2"));
                await().until(() -> heard.calls.size() == 2);
                FakeAmi.send(pbx, hangupRequest("a.1"));
                await().until(() -> heard.calls.size() == 3);
                assertThat(heard.kinds()).containsExactly("LegStarted", "LegStarted", "HangupRequested");
            }
        }
    }

    @Test
    void a_member_who_left_during_the_gap_is_reported_gone() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            Socket pbx = ami.awaitLogin();
            FakeAmi.send(
                    pbx, FakeAmi.message("Event: QueueMemberAdded", "Queue: sales", "MemberName: 1002", "Paused: 0"));
            await().until(() -> heard.states.stream().anyMatch(PbxState.Member.class::isInstance));
            pbx.close();
            await().until(() -> heard.states.stream().anyMatch(PbxState.MemberGone.class::isInstance));
        }
    }

    private static String channel(
            java.util.Map<String, String> action,
            String id,
            String linked,
            String channel,
            String application,
            String data,
            String bridge) {
        return FakeAmi.message(
                "Event: CoreShowChannel",
                FakeAmi.id(action),
                "Channel: " + channel,
                "ChannelState: 6",
                "CallerIDNum: 13800001111",
                "Context: from-trunk",
                "Exten: 4008001000",
                "Uniqueid: " + id,
                "Linkedid: " + linked,
                "Application: " + application,
                "ApplicationData: " + data,
                "Duration: 00:01:05",
                "BridgeId: " + bridge);
    }

    private static String newChannel(String id, String linked, String channel) {
        return FakeAmi.message(
                "Event: Newchannel",
                "Timestamp: 1795311650.190811",
                "SystemName: pbx",
                "Channel: " + channel,
                "ChannelState: 0",
                "Context: from-trunk",
                "Exten: s",
                "Uniqueid: " + id,
                "Linkedid: " + linked);
    }

    private static String hangupRequest(String id) {
        return FakeAmi.message(
                "Event: HangupRequest",
                "Timestamp: 1795311650.190811",
                "SystemName: pbx1",
                "Channel: PJSIP/lab-1",
                "Uniqueid: " + id,
                "Linkedid: " + id);
    }
}
