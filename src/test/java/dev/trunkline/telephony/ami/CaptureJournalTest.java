package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallEvent.LegEnded;
import dev.trunkline.call.tracking.Folded;
import dev.trunkline.telephone.CelRow;
import dev.trunkline.telephone.JournalCall;
import dev.trunkline.telephone.QueueLogRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every captured flow twice: what the service makes of the AMI log, and what Asterisk itself wrote down of the same call.
 * Field by field where CEL and queue_log know the field.
 */
class CaptureJournalTest {
    private static final Path CAPTURES = Path.of("src", "test", "resources", "captures");

    /** AMI stamps an event when it is sent, CEL when it happened. */
    private static final long CLOSE_MS = 100;

    static Stream<String> flows() throws IOException {
        try (Stream<Path> directories = Files.list(CAPTURES)) {
            return directories.map(Path::getFileName).map(Path::toString).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void the_calls_agree_with_the_pbxs_own_journal(String flow) throws Exception {
        Path directory = CAPTURES.resolve(flow);
        List<JournalCall> journal = JournalCall.read(
                Files.readAllLines(directory.resolve("cel.json")).stream()
                        .map(CelRow::parse)
                        .toList(),
                Files.readAllLines(directory.resolve("queue_log")).stream()
                        .map(QueueLogRow::parse)
                        .toList());
        Map<String, Call> calls = calls(directory);

        assertThat(calls.keySet())
                .containsExactlyElementsOf(journal.stream().map(JournalCall::id).toList());
        for (JournalCall expected : journal) {
            compare(calls.get(expected.id()), expected);
        }
    }

    private static void compare(Call call, JournalCall expected) {
        close(call.startedAt(), expected.startedAt());
        close(call.endedAt(), expected.endedAt());
        close(call.answeredAt(), expected.answeredAt());
        assertThat(call.from()).isEqualTo(call.withheld() ? null : expected.number());
        assertThat(call.mergedInto()).isEqualTo(expected.mergedInto());
        assertThat(call.hangupCause()).isEqualTo(expected.hangupCause());
        assertThat(word(call.direction())).isEqualTo(expected.direction());
        assertThat(word(call.endedBy())).isEqualTo(expected.endedBy());
        // How soon is a short abandon, the PBX does not know.
        assertThat(word(call.outcome()).replace("short-", "")).isEqualTo(expected.outcome());
        assertThat(call.recovered()).isFalse();

        assertThat(call.legs())
                .extracting(Call.Leg::id, Call.Leg::channel, Call.Leg::party, Call.Leg::hangupCause)
                .containsExactlyElementsOf(expected.legs().stream()
                        .map(leg -> tuple(leg.id(), leg.channel(), leg.agent(), leg.cause()))
                        .toList());
        for (int i = 0; i < expected.legs().size(); i++) {
            close(call.legs().get(i).startedAt(), expected.legs().get(i).startedAt());
            close(call.legs().get(i).answeredAt(), expected.legs().get(i).answeredAt());
            close(call.legs().get(i).endedAt(), expected.legs().get(i).endedAt());
        }

        assertThat(call.visits()).hasSameSizeAs(expected.visits());
        for (int i = 0; i < expected.visits().size(); i++) {
            Call.Visit visit = call.visits().get(i);
            JournalCall.Visit expectedVisit = expected.visits().get(i);
            assertThat(visit.queue()).isEqualTo(expectedVisit.queue());
            assertThat(word(visit.outcome())).isEqualTo(expectedVisit.outcome());
            close(visit.joinedAt(), expectedVisit.joinedAt());
            close(visit.leftAt(), expectedVisit.leftAt());
            assertThat(visit.offers())
                    .extracting(offer -> new JournalCall.Offer(offer.agent(), word(offer.outcome())))
                    .isEqualTo(expectedVisit.offers());
        }

        assertThat(call.handovers()).hasSameSizeAs(expected.handovers());
        for (int i = 0; i < expected.handovers().size(); i++) {
            Call.Handover handover = call.handovers().get(i);
            JournalCall.Handover told = expected.handovers().get(i);
            assertThat(word(handover.kind())).isEqualTo(told.kind());
            close(handover.at(), told.at());
            // The parking space is known to AMI alone.
            assertThat(handover.from()).isIn(told.from(), told.from() == null ? handover.from() : told.from());
            assertThat(handover.to()).isIn(told.to(), told.to() == null ? handover.to() : told.to());
        }

        assertThat(call.segments()).hasSameSizeAs(expected.segments());
        // Two agents who talk to each other begin at the same moment: neither is first.
        List<Call.Segment> segments = call.segments().stream()
                .sorted(Comparator.comparing(Call.Segment::agent).thenComparing(Call.Segment::from))
                .toList();
        List<JournalCall.Segment> expectedSegments = expected.segments().stream()
                .sorted(Comparator.comparing(JournalCall.Segment::agent).thenComparing(JournalCall.Segment::from))
                .toList();
        for (int i = 0; i < expectedSegments.size(); i++) {
            assertThat(segments.get(i).agent())
                    .isEqualTo(expectedSegments.get(i).agent());
            close(segments.get(i).from(), expectedSegments.get(i).from());
            close(segments.get(i).to(), expectedSegments.get(i).to());
        }
    }

    private static void close(Instant actual, Instant expected) {
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).isCloseTo(expected, within(CLOSE_MS, ChronoUnit.MILLIS));
        }
    }

    private static String word(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Call> calls(Path directory) throws Exception {
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            String log = Files.readString(directory.resolve("ami.log"));
            FakeAmi.send(ami.awaitLogin(), log.substring(log.indexOf("Event: ")));
            long hangups = log.lines().filter("Event: Hangup"::equals).count();
            await().until(() ->
                    heard.calls.stream().filter(LegEnded.class::isInstance).count() == hangups);
            return Folded.calls(heard.calls);
        }
    }
}
