package dev.trunkline.telephony.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sorts the journal's lines, as they come, into calls. A call is handed on a little after CEL has closed it, so that
 * memory holds the calls that were going on at one time and not all that the journal tells of. Not thread-safe.
 *
 * <pre>
 *   any row of a new linkedid ──> open ──LINKEDID_END, no channel left──> closed ──{@link #LINGER} of journal time──> out
 *                                  │ ^
 *                                  └─┴ channels move between calls, see {@link JournalLegs}
 * </pre>
 *
 * <p>Bounds: {@value #MOST_ROWS} lines of a call, then the rest of it is left out and it counts as cut; {@value
 * #MOST_CALLS} calls at a time, then the oldest is handed on as it is.
 */
final class JournalGroups {
    static final int MOST_ROWS = 2_000;
    static final int MOST_CALLS = 20_000;
    /** queue_log is written by another thread of the PBX, and its whole seconds lag behind. */
    static final Duration LINGER = Duration.ofSeconds(3);

    private final Consumer<JournalCall> out;
    private final Map<String, JournalGroup> open = new LinkedHashMap<>();
    private final Deque<JournalGroup> closed = new ArrayDeque<>();
    private final JournalLegs legs = new JournalLegs(this::close);

    /** @param out takes each call once, when it is closed or has to make room */
    JournalGroups(Consumer<JournalCall> out) {
        this.out = out;
    }

    void accept(JournalLine line) {
        switch (line) {
            case CelLine cel -> cel(cel);
            case QueueLogLine log -> queueLog(log);
            case MovedLine ignored -> throw new IllegalArgumentException("Only the groups see what moved");
            case JoinedLine ignored -> throw new IllegalArgumentException("Only the groups see what joined");
        }
        Instant passed = line.at().minus(LINGER);
        while (!closed.isEmpty() && passed.isAfter(closed.peek().lastAt())) {
            finish(closed.remove());
        }
    }

    private void cel(CelLine row) {
        if (row.is("LINKEDID_END")) {
            JournalGroup ended = open.get(row.linkedId());
            if (ended != null) {
                ended.add(row);
                ended.ended(row.at());
                close(ended);
            }
            return;
        }
        legs.add(row, id -> group(id, row.at()));
        JournalGroup group = legs.groupOf(row.uniqueId());
        if (group != null) {
            close(group);
        }
    }

    private void close(JournalGroup group) {
        if (group.closed() && !closed.contains(group)) {
            closed.add(group);
        }
    }

    private JournalGroup group(String linkedId, Instant at) {
        JournalGroup known = open.get(linkedId);
        if (known != null) {
            return known;
        }
        if (open.size() >= MOST_CALLS) {
            JournalGroup eldest = open.values().iterator().next();
            eldest.cut();
            finish(eldest);
        }
        JournalGroup group = new JournalGroup(linkedId, at);
        open.put(linkedId, group);
        return group;
    }

    private void queueLog(QueueLogLine line) {
        if (line.event().equals("QUEUESTART")) {
            open.values().forEach(group -> group.startedAnew(line.at()));
            return;
        }
        JournalGroup group = line.callerId() == null ? null : legs.groupOf(line.callerId());
        if (group != null) {
            group.add(line);
        }
    }

    private void finish(JournalGroup group) {
        if (open.remove(group.id, group)) {
            legs.forget(group);
            if (group.tells()) {
                out.accept(group.call());
            }
        }
    }

    /** The journal has no more for now: what is closed is handed on, the rest given back as it is. */
    List<JournalCall> rest() {
        while (!closed.isEmpty()) {
            finish(closed.remove());
        }
        return open.values().stream()
                .filter(JournalGroup::tells)
                .map(JournalGroup::call)
                .toList();
    }
}
