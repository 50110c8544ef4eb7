package dev.trunkline.telephone;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * A call that the PBX's journal leaves without an end, because the PBX failed under it.
 *
 * @param legs ids of its channels
 * @param queued whether the caller had come into a queue
 * @param talked whether the caller and an agent had
 * @param hungUp whether the caller's own end is in the journal all the same
 */
public record CutCall(
        String id,
        String number,
        String dialled,
        Instant startedAt,
        List<String> legs,
        boolean queued,
        boolean talked,
        boolean hungUp) {

    /** The calls of the journal that are not among its finished ones. */
    public static List<CutCall> read(List<CelRow> cel, List<JournalCall> finished) {
        List<String> known = finished.stream().map(JournalCall::id).toList();
        return cel.stream()
                .filter(row -> row.type().equals("CHAN_START") && row.uniqueId().equals(row.linkedId()))
                .filter(row -> !known.contains(row.linkedId()))
                .map(start -> of(
                        start,
                        cel.stream()
                                .filter(row -> row.linkedId().equals(start.linkedId()))
                                .toList()))
                .toList();
    }

    private static CutCall of(CelRow start, List<CelRow> rows) {
        return new CutCall(
                start.linkedId(),
                start.number(),
                start.extension(),
                start.at(),
                rows.stream()
                        .filter(row -> row.type().equals("CHAN_START"))
                        .map(CelRow::uniqueId)
                        .toList(),
                any(
                        rows,
                        row -> row.type().equals("APP_START")
                                && row.application().equals("Queue")),
                any(rows, row -> row.type().equals("BRIDGE_ENTER") && JournalCall.agentOf(row.channel()) != null),
                any(rows, row -> row.type().equals("HANGUP") && row.uniqueId().equals(start.uniqueId())));
    }

    private static boolean any(List<CelRow> rows, Predicate<CelRow> wanted) {
        return rows.stream().anyMatch(wanted);
    }
}
