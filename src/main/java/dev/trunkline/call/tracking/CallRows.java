package dev.trunkline.call.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.call.Call;
import dev.trunkline.call.CallFigures;
import dev.trunkline.call.CallParties;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls as rows. A call that has ended in the database is never changed again, whoever folds it once more, but for a
 * recovered one of which the PBX's journal knows better; and its end is one transaction with the event {@code call.ended}
 * in the outbox and the recordings to be fetched.
 */
@ApplicationScoped
class CallRows {
    private static final Logger LOG = LoggerFactory.getLogger(CallRows.class);

    private static final String WRITE = """
            insert into call (id, pbx, direction, from_number, from_name, withheld, party_key, to_number, queue, agents,
                started_at, answered_at, ended_at, outcome, ended_by, hangup_cause, wait_ms, ring_ms, talk_ms, hold_ms,
                recovered, merged_into, doc, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                $23::text::jsonb, $24)
            on conflict (id) do update set direction = excluded.direction, from_number = excluded.from_number,
                from_name = excluded.from_name, withheld = excluded.withheld, party_key = excluded.party_key,
                to_number = excluded.to_number, queue = excluded.queue, agents = excluded.agents,
                started_at = excluded.started_at, answered_at = excluded.answered_at, ended_at = excluded.ended_at,
                outcome = excluded.outcome, ended_by = excluded.ended_by, hangup_cause = excluded.hangup_cause,
                wait_ms = excluded.wait_ms, ring_ms = excluded.ring_ms, talk_ms = excluded.talk_ms,
                hold_ms = excluded.hold_ms, recovered = excluded.recovered, merged_into = excluded.merged_into,
                doc = excluded.doc, updated_at = excluded.updated_at
            """;
    private static final String UPSERT = WRITE + " where call.ended_at is null";
    private static final String AMEND = WRITE + " where call.recovered and call.doc is distinct from excluded.doc";
    private static final String RECORDING = """
            insert into call_recording (call_id, n, file, started_at, state, due_at)
            values ($1, $2, $3, $4, 'pending', $5) on conflict do nothing
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final CallParties parties;
    private final Clock clock;

    CallRows(Pool pool, ObjectMapper json, Outbox outbox, CallParties parties, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.outbox = outbox;
        this.parties = parties;
        this.clock = clock;
    }

    /** The open calls, the newest first when there are more than the limit. */
    Uni<List<Call>> open(int limit) {
        return pool.preparedQuery("select doc::text from call where ended_at is null order by started_at desc limit $1")
                .execute(Tuple.of(limit))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(this::read)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Those of the calls that are stored, as they are, by id. */
    Uni<Map<String, Call>> find(List<String> ids) {
        return pool.preparedQuery("select doc::text from call where id = any($1)")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(this::read)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(Call::id, call -> call)));
    }

    /** Those of the calls whose end is stored and that were seen whole. */
    Uni<List<String>> endedAsSeen(List<String> ids) {
        return pool.preparedQuery("select id from call where id = any($1) and ended_at is not null and not recovered")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    /** Writes the calls, each given once, in one transaction. */
    Uni<Void> write(List<Call> calls) {
        Instant now = clock.instant();
        List<Tuple> rows = calls.stream().map(call -> row(call, now)).toList();
        List<Call> ended = calls.stream().filter(call -> !call.open()).toList();
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(UPSERT)
                .executeBatch(rows)
                .chain(() -> ended.isEmpty() ? Uni.createFrom().voidItem() : ends(transaction, ended, now)));
    }

    /**
     * Writes and tells what is known better of a recovered call that has ended; its end has been told already. What another
     * reading has written meanwhile is not told twice.
     */
    Uni<Void> amend(Call before, Call call) {
        Instant now = clock.instant();
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(AMEND)
                .execute(row(call, now))
                .flatMap(written -> written.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : record(transaction, recordings(call, now))
                                .chain(() -> outbox.add(
                                        transaction,
                                        CallEnded.amended(before, parties.of(before), call, parties.of(call))))));
    }

    /** Writes calls of the past in the caller's transaction; nobody is told of them. */
    Uni<Void> writePast(SqlConnection transaction, List<Call> calls) {
        Instant now = clock.instant();
        return transaction
                .preparedQuery(UPSERT)
                .executeBatch(calls.stream().map(call -> row(call, now)).toList())
                .replaceWithVoid();
    }

    private Uni<Void> ends(SqlConnection transaction, List<Call> ended, Instant now) {
        List<Tuple> recordings =
                ended.stream().flatMap(call -> recordings(call, now).stream()).toList();
        return record(transaction, recordings)
                .chain(() -> customers(transaction, ended))
                .chain(customers -> outbox.addOnce(
                        transaction,
                        ended.stream()
                                .map(call -> new Outbox.Once(
                                        CallEnded.of(call, parties.of(call), customers.get(call.id())),
                                        CallEnded.TYPE + ":" + call.id()))
                                .toList()));
    }

    private static Uni<Void> record(SqlConnection transaction, List<Tuple> recordings) {
        return recordings.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(RECORDING).executeBatch(recordings).replaceWithVoid();
    }

    /** A recording holds something only where people talked. */
    private static List<Tuple> recordings(Call call, Instant now) {
        List<Tuple> rows = new ArrayList<>();
        if (!call.segments().isEmpty()) {
            for (Call.Recording recording : call.recordings()) {
                rows.add(Tuple.of(call.id(), rows.size() + 1, recording.file(), utc(recording.startedAt()), utc(now)));
            }
        }
        return rows;
    }

    private static Uni<Map<String, UUID>> customers(SqlConnection transaction, List<Call> ended) {
        String[] ids = ended.stream().map(Call::id).toArray(String[]::new);
        return transaction
                .preparedQuery("select call_id, customer_id from call_customer where call_id = any($1)")
                .execute(Tuple.of(ids))
                .map(found -> {
                    Map<String, UUID> customers = new HashMap<>();
                    found.forEach(row -> customers.put(row.getString(0), row.getUUID(1)));
                    return customers;
                });
    }

    private Tuple row(Call call, Instant now) {
        CallFigures figures = CallFigures.of(call);
        return Tuple.from(new @Nullable Object[] {
            call.id(),
            call.pbx(),
            Words.of(call.direction()),
            call.from(),
            call.fromName(),
            call.withheld(),
            parties.of(call).key(),
            call.to(),
            call.queue(),
            call.agents().toArray(String[]::new),
            utc(call.startedAt()),
            utc(call.answeredAt()),
            utc(call.endedAt()),
            call.open() ? null : Words.ofNullable(call.outcome()),
            Words.ofNullable(call.endedBy()),
            call.hangupCause(),
            figures.waitMs(),
            figures.ringMs(),
            figures.talkMs(),
            figures.holdMs(),
            call.recovered(),
            call.mergedInto(),
            encode(call),
            utc(now)
        });
    }

    private String encode(Call call) {
        try {
            return json.writeValueAsString(call);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A call that is no JSON: " + call.id(), e);
        }
    }

    private Optional<Call> read(Row row) {
        try {
            return Optional.of(json.readValue(row.getString(0), Call.class));
        } catch (JsonProcessingException e) {
            LOG.error("A stored open call cannot be read and is left as it is: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
