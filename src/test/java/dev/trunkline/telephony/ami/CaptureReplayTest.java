package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trunkline.call.CallEvent.AgentCompleted;
import dev.trunkline.call.CallEvent.CallerPresented;
import dev.trunkline.call.CallEvent.CompleteReason;
import dev.trunkline.call.CallEvent.LegEnded;
import dev.trunkline.call.CallEvent.LegStarted;
import dev.trunkline.call.CallEvent.OfferRefused;
import dev.trunkline.call.CallEvent.OfferStarted;
import dev.trunkline.call.CallEvent.QueueExited;
import dev.trunkline.call.PbxState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs captured from a real Asterisk, played to the link by a socket. */
class CaptureReplayTest {

    @Test
    void an_answered_call_becomes_our_events_in_order() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            play(ami, heard, "answered-caller-hangs-up");

            assertThat(heard.kinds())
                    .containsSubsequence(
                            "LegStarted",
                            "CallerPresented",
                            "LegAnswered",
                            "RecordingStarted",
                            "QueueJoined",
                            "LegStarted",
                            "OfferStarted",
                            "DialStarted",
                            "LegRinging",
                            "LegAnswered",
                            "DialEnded",
                            "QueueLeft",
                            "AgentConnected",
                            "BridgeEntered",
                            "BridgeEntered",
                            "HangupRequested",
                            "AgentCompleted");
            assertThat(heard.calls).extracting(event -> event.pbx()).containsOnly("pbx1");
            LegStarted caller = first(heard, LegStarted.class);
            assertThat(caller.legId()).isEqualTo(caller.callId());
            assertThat(caller.callerNumber()).isEqualTo("13800001111");
            assertThat(caller.callerName()).isNull();
            assertThat(caller.dialled()).isEqualTo("4008001000");
            assertThat(caller.context()).isEqualTo("from-trunk");
            CallerPresented presented = first(heard, CallerPresented.class);
            assertThat(presented.did()).isEqualTo("4008001000");
            assertThat(presented.withheld()).isFalse();
            OfferStarted offer = first(heard, OfferStarted.class);
            assertThat(offer.agent()).isEqualTo("1001");
            assertThat(offer.queue()).isEqualTo("support");
            assertThat(first(heard, AgentCompleted.class).reason()).isEqualTo(CompleteReason.CALLER);
            assertThat(heard.calls).extracting(event -> event.callId()).containsOnly(caller.callId());
            assertThat(heard.count("malformed")).isZero();
            assertThat(heard.count("unstamped")).isZero();
            assertThat(heard.count("unknown")).isZero();
        }
    }

    @Test
    void the_pbx_clock_times_events_to_the_microsecond() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            String log = play(ami, heard, "answered-caller-hangs-up");
            String stamp =
                    log.substring(log.indexOf("Event: Newchannel")).replaceFirst("(?s).*?Timestamp: (\\S+).*", "$1");
            LegStarted caller = first(heard, LegStarted.class);
            String at = caller.at().getEpochSecond() + "."
                    + "%06d".formatted(caller.at().getNano() / 1000);
            assertThat(at).isEqualTo(stamp);
        }
    }

    @Test
    void an_offer_not_taken_says_how_long_it_rang() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            play(ami, heard, "ring-no-answer-then-next-agent");

            assertThat(first(heard, OfferRefused.class).ringMs()).isPositive();
            assertThat(heard.calls.stream().filter(OfferStarted.class::isInstance))
                    .hasSize(2);
            assertThat(heard.states.stream().filter(PbxState.Member.class::isInstance))
                    .isNotEmpty();
        }
    }

    @Test
    void a_queue_that_gave_up_is_told_from_a_caller_who_did() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            play(ami, heard, "queue-timeout");
            assertThat(heard.kinds()).contains("QueueAbandoned", "QueueExited").doesNotContain("HangupRequested");
            assertThat(first(heard, QueueExited.class).reason().name()).isEqualTo("TIMEOUT");
        }
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            play(ami, heard, "abandoned-while-ringing");
            assertThat(heard.kinds())
                    .contains("QueueAbandoned", "HangupRequested")
                    .doesNotContain("QueueExited");
        }
    }

    @Test
    void a_withheld_number_is_marked() throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            play(ami, heard, "withheld");
            assertThat(first(heard, CallerPresented.class).withheld()).isTrue();
        }
    }

    private static String play(FakeAmi ami, Heard heard, String flow) throws IOException, InterruptedException {
        String log = capture(flow);
        FakeAmi.send(ami.awaitLogin(), log.substring(log.indexOf("Event: ")));
        long hangups = log.lines().filter("Event: Hangup"::equals).count();
        await().until(() ->
                heard.calls.stream().filter(LegEnded.class::isInstance).count() == hangups);
        return log;
    }

    static String capture(String flow) throws IOException {
        String path = "/captures/" + flow + "/ami.log";
        try (InputStream in = CaptureReplayTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static <T> T first(Heard heard, Class<T> kind) {
        List<T> all =
                heard.calls.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(all).as(kind.getSimpleName()).isNotEmpty();
        return all.getFirst();
    }
}
