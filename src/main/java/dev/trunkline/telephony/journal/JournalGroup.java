package dev.trunkline.telephony.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of one call as they come together. Not thread-safe. */
final class JournalGroup {
    final String id;
    final Instant begunAt;

    /** Every channel that was ever in it. */
    final Set<String> legs = new HashSet<>();

    /** Its channels that have not ended. */
    final Set<String> up = new HashSet<>();

    private final List<JournalLine> rows = new ArrayList<>();
    private final List<QueueLogLine> queueLog = new ArrayList<>();
    private Instant lastAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant failedAt;
    private boolean cut;

    JournalGroup(String id, Instant begunAt) {
        this.id = id;
        this.begunAt = begunAt;
        this.lastAt = begunAt;
    }

    /** Adds a line; beyond {@link JournalGroups#MOST_ROWS} it is left out and the call counts as cut. */
    void add(JournalLine line) {
        if (rows.size() + queueLog.size() >= JournalGroups.MOST_ROWS) {
            cut = true;
        } else if (line instanceof QueueLogLine log) {
            queueLog.add(log);
        } else {
            rows.add(line);
        }
        if (!(line instanceof QueueLogLine) && line.at().isAfter(lastAt)) {
            lastAt = line.at();
        }
    }

    /** CEL says that nobody uses the linkedid any more. */
    void ended(Instant at) {
        endedAt = endedAt == null ? at : endedAt;
    }

    /** The PBX started anew at this time, so that whatever was before it has failed. */
    void startedAnew(Instant at) {
        if (failedAt == null && lastAt.isBefore(at)) {
            failedAt = at;
        }
    }

    /** It has to make room for others. */
    void cut() {
        cut = true;
    }

    /** Whether nothing more is to come but a late line of queue_log. */
    boolean closed() {
        return endedAt != null && up.isEmpty();
    }

    /** When the last row came. */
    Instant lastAt() {
        return lastAt;
    }

    JournalCall call() {
        return new JournalCall(id, rows, queueLog, closed() ? lastAt : null, failedAt, cut);
    }

    /** Whether there is anything in it to tell. */
    boolean tells() {
        return !rows.isEmpty();
    }
}
