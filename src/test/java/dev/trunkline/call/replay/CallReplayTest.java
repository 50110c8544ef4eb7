package dev.trunkline.call.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Offer;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.CallFigures;
import dev.trunkline.call.tracking.Folded;
import dev.trunkline.telephone.CelRow;
import dev.trunkline.telephone.QueueLogRow;
import dev.trunkline.telephony.ami.CapturedCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What we say of a call as a whole, its outcome and its durations, against queue_log and the dial status in CEL, for
 * every flow captured from a real Asterisk; durations where one agent had the call from the queue to its end. Channel by channel the two are compared with the link's own tests.
 */
class CallReplayTest {
    private static final Path CAPTURES = Path.of("src", "test", "resources", "captures");
    private static final long SHORT_MS = 5_000;

    static List<String> flows() throws IOException {
        try (Stream<Path> directories = Files.list(CAPTURES)) {
            return directories
                    .map(directory -> directory.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void outcomeAndDurationsEqualThePbxsOwnAccount(String flow) throws Exception {
        Path directory = CAPTURES.resolve(flow);
        List<CelRow> cel = Files.readAllLines(directory.resolve("cel.json")).stream()
                .map(CelRow::parse)
                .toList();
        List<QueueLogRow> queueLog = Files.readAllLines(directory.resolve("queue_log")).stream()
                .map(QueueLogRow::parse)
                .toList();

        Map<String, Call> calls = Folded.calls(CapturedCalls.of(flow));

        assertThat(calls).isNotEmpty();
        for (Call call : calls.values()) {
            List<QueueLogRow> rows = queueLog.stream()
                    .filter(row -> row.callId().equals(call.id()))
                    .toList();
            assertThat(call.to()).isEqualTo(dialled(cel, call));
            if (call.mergedInto() != null) {
                assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
                continue;
            }
            assertThat(call.outcome()).isEqualTo(rows.isEmpty() ? byDialStatus(cel, call) : byQueueLog(rows, call));
            if (plain(call, calls)) {
                durations(call, rows);
            }
        }
    }

    /** Whether one agent had the call, if any, and nothing came between. */
    private static boolean plain(Call call, Map<String, Call> calls) {
        return call.agents().size() < 2
                && call.visits().size() < 2
                && call.holds().isEmpty()
                && call.handovers().isEmpty()
                && calls.values().stream().noneMatch(other -> call.id().equals(other.mergedInto()));
    }

    private static String dialled(List<CelRow> cel, Call call) {
        return row(cel, call, "CHAN_START").extension().equals("s")
                ? call.to()
                : row(cel, call, "CHAN_START").extension();
    }

    private static CelRow row(List<CelRow> cel, Call call, String type) {
        return cel.stream()
                .filter(row -> row.uniqueId().equals(call.id()) && row.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome byDialStatus(List<CelRow> cel, Call call) {
        String status = row(cel, call, "HANGUP").extra().path("dialstatus").asText();
        return switch (status) {
            case "ANSWER" -> Outcome.ANSWERED;
            case "BUSY" -> Outcome.BUSY;
            case "CANCEL", "NOANSWER" -> Outcome.NO_ANSWER;
            default -> throw new AssertionError("A capture with dial status " + status);
        };
    }

    private static Outcome byQueueLog(List<QueueLogRow> rows, Call call) {
        List<String> events = new ArrayList<>();
        for (QueueLogRow row : rows) {
            if (row.event().equals("ENTERQUEUE")) {
                events.clear();
            }
            events.add(row.event());
        }
        if (events.contains("CONNECT")) {
            return Outcome.ANSWERED;
        }
        if (events.contains("EXITWITHTIMEOUT")) {
            return Outcome.OVERFLOWED;
        }
        assertThat(events).contains("ABANDON");
        Call.Visit last = call.visits().getLast();
        long waitedMs = Duration.between(last.joinedAt(), last.leftAt()).toMillis();
        return waitedMs < SHORT_MS ? Outcome.SHORT_ABANDONED : Outcome.ABANDONED;
    }

    /** queue_log takes differences of whole seconds, but gives the ringing of those who did not answer in milliseconds. */
    private static void durations(Call call, List<QueueLogRow> rows) {
        CallFigures figures = CallFigures.of(call);
        List<Offer> refused = new ArrayList<>(call.visits().stream()
                .flatMap(visit -> visit.offers().stream())
                .filter(offer -> offer.outcome() != OfferOutcome.ANSWERED)
                .toList());
        for (QueueLogRow row : rows) {
            List<String> details = row.details();
            switch (row.event()) {
                case "CONNECT" -> {
                    seconds(figures.waitMs(), details.get(0));
                    seconds(figures.ringMs(), details.get(2));
                    assertThat(call.agents()).containsExactly(row.agent());
                }
                case "COMPLETECALLER", "COMPLETEAGENT" -> seconds(figures.talkMs(), details.get(1));
                case "ABANDON", "EXITWITHTIMEOUT" -> seconds(figures.waitMs(), details.get(2));
                case "RINGNOANSWER", "RINGCANCELED" -> {
                    Offer offer = refused.removeFirst();
                    assertThat(offer.agent()).isEqualTo(row.agent());
                    assertThat(offer.ringMs()).isCloseTo(Long.parseLong(details.getFirst()), within(250L));
                }
                default -> assertThat(row.event()).isIn("ENTERQUEUE");
            }
        }
        // A phone that stopped ringing because another was answered has no line.
        assertThat(refused)
                .extracting(Offer::outcome)
                .allMatch(outcome -> outcome == OfferOutcome.WITHDRAWN && call.answeredAt() != null);
    }

    private static void seconds(Long ours, String theirs) {
        assertThat(ours).isCloseTo(1_000 * Long.parseLong(theirs), within(1_000L));
    }
}
