package dev.trunkline.telephony.journal;

import dev.trunkline.telephony.ami.Fields;
import dev.trunkline.telephony.ami.MalformedEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of queue_log: {@code epoch second|caller's unique id|queue|member|EVENT|details…}.
 *
 * @param callerId unique id of the caller's channel, null for what is about no caller
 * @param agent the member's name, null where there is none
 * @param details what follows the event's name, by position
 */
record QueueLogLine(
        Instant at,
        @Nullable String callerId,
        @Nullable String queue,
        @Nullable String agent,
        String event,
        List<String> details)
        implements JournalLine {

    private static final int FIXED = 5;
    private static final int MOST = 16;

    QueueLogLine {
        details = List.copyOf(details);
    }

    static QueueLogLine parse(String line) throws BadLine {
        List<String> fields = Arrays.asList(line.split("\\|", MOST));
        if (fields.size() < FIXED) {
            throw new BadLine("has too few fields");
        }
        try {
            return new QueueLogLine(
                    Instant.ofEpochSecond(Long.parseLong(fields.get(0))),
                    given(fields.get(1)) ? Fields.id("caller", fields.get(1)) : null,
                    given(fields.get(2)) ? Fields.word("queue", fields.get(2)) : null,
                    given(fields.get(3)) ? Fields.word("agent", fields.get(3)) : null,
                    Fields.word("event", fields.get(4)),
                    fields.subList(FIXED, fields.size()));
        } catch (NumberFormatException | DateTimeException noTime) {
            throw new BadLine("begins with no time");
        } catch (MalformedEvent malformed) {
            throw new BadLine(String.valueOf(malformed.getMessage()));
        }
    }

    private static boolean given(String field) {
        return !field.equals("NONE") && !field.isEmpty();
    }

    /** A detail that is a number and not negative, else 0. */
    long number(int position) {
        try {
            return position < details.size() ? Math.max(0, Long.parseLong(details.get(position))) : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
