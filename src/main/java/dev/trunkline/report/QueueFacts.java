package dev.trunkline.report;

import dev.trunkline.acd.QueueGoal;
import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Asks the database what queues did. Stays count in the interval in which they began, with all that followed. */
@ApplicationScoped
class QueueFacts {
    private static final String STAYS = """
            select width_bucket(v.joined_at, $1::timestamptz[]) as n, v.queue, v.outcome,
                coalesce(v.waited_ms, 0) <= q.in_time_ms as in_time, coalesce(v.waited_ms, 0) < q.short_ms as shortly,
                count(*)::int as stays, coalesce(sum(v.waited_ms), 0)::bigint as waited,
                coalesce(max(v.waited_ms), 0)::bigint as longest, count(*) filter (where v.transferred)::int as transferred,
                count(*) filter (where v.outcome = 'answered' and v.party is not null)::int as known,
                count(*) filter (where v.outcome = 'answered' and v.again_at < v.started_at + interval '7 days')::int as again
            from call_visit_now v
                join unnest($4::text[], $5::bigint[], $6::bigint[]) as q (name, in_time_ms, short_ms) on q.name = v.queue
            where v.joined_at >= $2 and v.joined_at < $3
            group by 1, 2, 3, 4, 5""";

    private static final String HANDLED = """
            select width_bucket(p.joined_at, $1::timestamptz[]) as n, p.queue, count(*) filter (where p.leads)::int as calls,
                sum(p.talk_ms)::bigint as talk, coalesce(sum(p.hold_ms), 0)::bigint as hold,
                coalesce(sum(p.wrap_ms), 0)::bigint as wrap
            from call_part p
            where p.visit > 0 and p.joined_at >= $2 and p.joined_at < $3 and p.queue = any($4)
            group by 1, 2""";

    private final Pool pool;

    QueueFacts(Pool pool) {
        this.pool = pool;
    }

    /** What the queues did in the span, by queue. */
    Uni<Fold<QueueCount>> of(Span span, List<QueueGoal> queues) {
        String[] names = queues.stream().map(QueueGoal::name).toArray(String[]::new);
        Tuple stays = span.tuple()
                .addValue(names)
                .addValue(numbers(queues, Tally::inTimeMs))
                .addValue(numbers(queues, QueueGoal::shortAbandonMs));
        Tuple handled = span.tuple().addValue(names);
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(STAYS).execute(stays),
                        pool.preparedQuery(HANDLED).execute(handled))
                .with((visits, parts) -> fold(span, visits, parts));
    }

    private static Fold<QueueCount> fold(Span span, RowSet<Row> stays, RowSet<Row> handled) {
        Fold<QueueCount> fold = new Fold<>(span, QueueCount.of(Handling.NONE));
        stays.forEach(row -> fold.add(row.getInteger("n") - 1, row.getString("queue"), stays(row)));
        handled.forEach(row -> fold.add(
                row.getInteger("n") - 1,
                row.getString("queue"),
                QueueCount.of(new Handling(
                        row.getInteger("calls"), row.getLong("talk"), row.getLong("hold"), row.getLong("wrap")))));
        return fold;
    }

    private static QueueCount stays(Row row) {
        return QueueCount.of(
                Tally.of(
                        row.getInteger("stays"),
                        outcome(row.getString("outcome")),
                        row.getBoolean("in_time"),
                        row.getBoolean("shortly"),
                        row.getLong("waited")),
                row.getLong("longest"),
                row.getInteger("transferred"),
                row.getInteger("known"),
                row.getInteger("again"));
    }

    private static @Nullable VisitOutcome outcome(@Nullable String word) {
        return word == null ? null : Words.parse(VisitOutcome.class, word, "outcome");
    }

    private static Long[] numbers(List<QueueGoal> queues, ToLongFunction<QueueGoal> number) {
        return queues.stream().map(queue -> number.applyAsLong(queue)).toArray(Long[]::new);
    }
}
