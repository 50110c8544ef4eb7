package dev.trunkline.telephone;

import java.time.Instant;
import java.util.List;

/**
 * One line of queue_log.
 *
 * @param callId the caller's unique id, NONE for an event without a caller
 * @param agent the member's name, NONE where there is none
 * @param details what follows the event's name, by position
 */
public record QueueLogRow(Instant at, String callId, String queue, String agent, String event, List<String> details) {

    private static final int FIXED = 5;

    public static QueueLogRow parse(String line) {
        List<String> fields = List.of(line.split("\\|", -1));
        if (fields.size() < FIXED) {
            throw new IllegalArgumentException("not a queue_log line: " + line);
        }
        return new QueueLogRow(
                Instant.ofEpochSecond(Long.parseLong(fields.get(0))),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.subList(FIXED, fields.size()));
    }
}
