package dev.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.telephone.QueueLogRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The report of queue support against the PBX's own queue_log: as many callers in, answered and given up. */
final class Reported {
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final String QUEUE = "support";

    private Reported() {}

    /**
     * Compares; waits until what was told before the journal had been read is put right.
     *
     * @param log all of what happened since the time
     */
    static void compare(Site site, List<QueueLogRow> log, Instant from) {
        String asked = "reports/queues?queue=%s&group=all&from=%s&to=%s"
                .formatted(QUEUE, from, Instant.now().plusSeconds(60));
        await("the report is as queue_log has it").atMost(SETTLED).untilAsserted(() -> {
            JsonNode total = site.house().administrator().get(asked).path("total");
            assertThat(total.path("offered").asLong()).as("offered").isEqualTo(count(log, "ENTERQUEUE"));
            assertThat(total.path("answered").asLong()).as("answered").isEqualTo(count(log, "CONNECT"));
            assertThat(total.path("abandoned").asLong()).as("abandoned").isEqualTo(count(log, "ABANDON"));
            assertThat(total.path("overflowed").asLong())
                    .as("overflowed")
                    .isEqualTo(count(log, "EXITWITHTIMEOUT") + count(log, "EXITEMPTY"));
        });
    }

    private static long count(List<QueueLogRow> log, String event) {
        return log.stream()
                .filter(row -> row.queue().equals(QUEUE) && row.event().equals(event))
                .count();
    }
}
