package dev.trunkline.telephone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays every flow on a fresh Asterisk and keeps what Asterisk said of it in {@code src/test/resources/captures}: the
 * bytes of an AMI connection that listens from before the call, the CEL rows and queue_log. No part of the build: run it
 * with {@code -Dtest=CaptureRecorder} after a change of the configuration or of Asterisk; {@code -Dflows=park.*} for some.
 * {@code hangs-up-as-it-is-answered} is no flow of these: four of ninety calls whose callers hung up within 30 ms of the
 * agent's answer, one for each order in which Asterisk told of it.
 */
class CaptureRecorder {

    private static final Path CAPTURES = Path.of("src", "test", "resources", "captures");

    static Stream<Flow> flows() {
        String only = System.getProperty("flows", "");
        return Flow.all().filter(flow -> flow.directory().matches(only.isEmpty() ? ".*" : only));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void records(Flow flow) throws IOException {
        try (AsteriskLab lab = AsteriskLab.start();
                AmiTap events = AmiTap.open(lab.amiPort(), true);
                AmiTap actions = AmiTap.open(lab.amiPort(), true)) {
            flow.play(lab, actions, agent -> actions.join(Flow.queueOf(agent).orElseThrow(), agent));
            awaitEnd(lab, events);
            Path directory = Files.createDirectories(CAPTURES.resolve(flow.directory()));
            Files.write(directory.resolve("ami.log"), events.received());
            Files.copy(lab.celFile(), directory.resolve("cel.json"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(lab.queueLogFile(), directory.resolve("queue_log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Every channel is gone, and then nothing more is said for a while. */
    private static void awaitEnd(AsteriskLab lab, AmiTap events) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events.events("Hangup").size()
                                == events.events("Newchannel").size()
                        && lab.cel().stream()
                                        .filter(row -> row.type().equals("CHAN_START"))
                                        .map(CelRow::linkedId)
                                        .distinct()
                                        .count()
                                == lab.cel().stream()
                                        .filter(row -> row.type().equals("LINKEDID_END"))
                                        .count());
        int[] heard = {-1};
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    int before = heard[0];
                    heard[0] = events.received().length;
                    return heard[0] == before;
                });
    }
}
