package dev.trunkline.call.history;

import dev.trunkline.shared.access.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a report counts calls as, so that the calls behind a figure can be listed. The rows are those that the report adds
 * up: stays in queues, offers to agents, agents' parts.
 */
@Schema(name = "CallCounted")
enum Counted {
    OFFERED(Source.STAY, "true"),
    ANSWERED(Source.STAY, "x.outcome = 'answered'"),
    ANSWERED_IN_TIME(
            Source.STAY, "x.outcome = 'answered' and coalesce(x.waited_ms, 0) <= 1000 * q.service_level_seconds"),
    ABANDONED(Source.STAY, "x.outcome = 'abandoned' and coalesce(x.waited_ms, 0) >= 1000 * q.short_abandon_seconds"),
    SHORT_ABANDONED(
            Source.STAY, "x.outcome = 'abandoned' and coalesce(x.waited_ms, 0) < 1000 * q.short_abandon_seconds"),
    OVERFLOWED(Source.STAY, "x.outcome = 'overflowed'"),
    TRANSFERRED(Source.STAY, "x.transferred"),
    RESOLVED(Source.STAY, Counted.NOT_AGAIN),
    AGENT_OFFERED(Source.OFFER, "true"),
    AGENT_ANSWERED(Source.OFFER, "x.outcome = 'answered'"),
    AGENT_MISSED(Source.OFFER, "x.outcome in ('no-answer', 'busy')"),
    AGENT_RESOLVED(Source.STAY, Counted.NOT_AGAIN),
    HANDLED(Source.PART, "x.direction <> 'internal'"),
    HANDLED_OUTBOUND(Source.PART, "x.direction = 'outbound'"),
    HANDED_OVER(Source.PART, "x.direction <> 'internal' and x.transferred");

    private static final String NOT_AGAIN = "x.outcome = 'answered' and x.party is not null "
            + "and (x.again_at is null or x.again_at >= x.started_at + interval '7 days')";

    private final Source source;
    private final String condition;

    Counted(Source source, String condition) {
        this.source = source;
        this.condition = condition;
    }

    private enum Source {
        STAY("call_visit_now x join queue q on q.name = x.queue", "x.joined_at"),
        OFFER("call_offer x", "x.at"),
        PART("call_part x", "x.began_at");

        private final String from;
        private final String at;

        Source(String from, String at) {
            this.from = from;
            this.at = at;
        }
    }

    /**
     * Adds that a call is counted so.
     *
     * @param from only what began at this time or later, as the report has it: joining, ringing, talking; null for any
     * @param to only before
     * @param queues names with commas between, null for any
     * @param agents extensions with commas between, null for any
     */
    Where narrow(
            Where where,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String queues,
            @Nullable String agents) {
        StringBuilder sql = new StringBuilder("c.id in (select x.call_id from ")
                .append(source.from)
                .append(" where ")
                .append(condition);
        List<Object> values = new ArrayList<>();
        if (from != null) {
            sql.append(" and ").append(source.at).append(" >= ?");
            values.add(from);
        }
        if (to != null) {
            sql.append(" and ").append(source.at).append(" < ?");
            values.add(to);
        }
        if (queues != null) {
            sql.append(" and x.queue = any(?)");
            values.add(words(queues));
        }
        if (agents != null) {
            sql.append(" and x.agent = any(?)");
            values.add(words(agents));
        }
        return where.add(sql.append(')').toString(), values.toArray());
    }

    private static String[] words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toArray(String[]::new);
    }
}
