package dev.trunkline.telephony.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the journal says of one call.
 *
 * @param id the linkedid
 * @param rows CEL's rows and the leaving of channels to other calls, in the order written
 * @param queueLog queue_log's lines of the call's channels, in the order written
 * @param endedAt when CEL closed the call (LINKEDID_END), null when it has not
 * @param failedAt when the PBX started anew under the call (queue_log's QUEUESTART), null when it did not
 * @param cut whether rows of it were left out because there were too many
 */
record JournalCall(
        String id,
        List<JournalLine> rows,
        List<QueueLogLine> queueLog,
        @Nullable Instant endedAt,
        @Nullable Instant failedAt,
        boolean cut) {
    JournalCall {
        rows = List.copyOf(rows);
        queueLog = List.copyOf(queueLog);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A call without rows");
        }
    }

    /** When the first of its rows was written. */
    Instant firstAt() {
        return rows.getFirst().at();
    }

    /** When the last of it was written; where the PBX failed under it, when that was over. */
    Instant lastAt() {
        return failedAt == null ? rows.getLast().at() : failedAt;
    }

    /** Whether the PBX cannot have the call any more. */
    boolean over() {
        return endedAt != null || failedAt != null;
    }

    /** Whether the row that begins the call is among them, and none was left out. */
    boolean whole() {
        return !cut
                && rows.stream()
                        .anyMatch(row -> row instanceof CelLine cel
                                && cel.is("CHAN_START")
                                && cel.uniqueId().equals(id));
    }
}
