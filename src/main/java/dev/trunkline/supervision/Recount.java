package dev.trunkline.supervision;

import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.report.Stay;
import dev.trunkline.shared.json.Words;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the day's figures right from the database: at the start, when the PBX's link comes up, and every minute. So a call
 * that was taken from the PBX's journal, or put right from it, counts as it was.
 */
@ApplicationScoped
class Recount {
    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);

    /** A call that joins a queue began no longer before. */
    private static final Duration LONGEST_BEFORE = Duration.ofDays(1);

    private static final String VISITS = """
            select c.id, c.ended_at is not null as over, v ->> 'queue' as queue, v ->> 'joinedAt' as joined,
                v ->> 'leftAt' as "left", v ->> 'outcome' as outcome
            from call c cross join lateral jsonb_array_elements(c.doc -> 'visits') with ordinality as visits(v, n)
            where c.started_at >= $1 and c.started_at < $2 and c.queue is not null
                and (c.ended_at is null or c.ended_at >= $3)
            order by c.id, n""";

    private final Pool pool;
    private final Board board;
    private final BoardStreams streams;

    Recount(Pool pool, Board board, BoardStreams streams) {
        this.pool = pool;
        this.board = board;
        this.streams = streams;
    }

    /** Begins one; it need not be waited for. */
    void begin() {
        now().subscribe()
                .with(
                        done -> {},
                        failure ->
                                LOG.warn("The day was not counted; it is again in a minute: {}", failure.toString()));
    }

    /** Counts the day anew. */
    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> now() {
        Day day = board.today();
        return pool.preparedQuery(VISITS)
                .execute(Tuple.of(
                        day.from().minus(LONGEST_BEFORE).atOffset(ZoneOffset.UTC),
                        day.to().atOffset(ZoneOffset.UTC),
                        day.from().atOffset(ZoneOffset.UTC)))
                // A busy day has tens of thousands of rows: no event loop is held up by reading them.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Recount::contributions)
                .invoke(board::recount)
                .invoke(streams::soon)
                .replaceWithVoid();
    }

    private static List<Contribution> contributions(RowSet<Row> rows) {
        Map<String, List<Stay>> stays = new LinkedHashMap<>();
        Map<String, Boolean> over = new LinkedHashMap<>();
        rows.forEach(row -> {
            String id = row.getString("id");
            over.put(id, row.getBoolean("over"));
            stays.computeIfAbsent(id, call -> new ArrayList<>()).add(stay(row));
        });
        return stays.entrySet().stream()
                .map(call -> new Contribution(call.getKey(), over.getOrDefault(call.getKey(), false), call.getValue()))
                .toList();
    }

    private static Stay stay(Row row) {
        String left = row.getString("left");
        String outcome = row.getString("outcome");
        return Stay.of(
                row.getString("queue"),
                Instant.parse(row.getString("joined")),
                left == null ? null : Instant.parse(left),
                outcome == null ? null : Words.parse(VisitOutcome.class, outcome, "outcome"));
    }
}
