package dev.trunkline.service;

import dev.trunkline.shared.outbox.DomainEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Calls of one caller that end, in events, and what they left behind, in rows; each test has a caller of its own. */
@Dependent
class LeftByCalls {
    static final Duration LIMIT = Duration.ofSeconds(10);
    static final Instant NOON = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));

    private final String phone = "+86138%08d".formatted(new Random().nextInt(100_000_000));
    private final String id = "call-" + UUID.randomUUID();
    private final AfterCallWork work;
    private final Pool pool;

    LeftByCalls(AfterCallWork work, Pool pool) {
        this.work = work;
        this.pool = pool;
    }

    /** The caller's number. */
    String phone() {
        return phone;
    }

    /** Id of the caller's call; with something behind it, of further ones. */
    String id() {
        return id;
    }

    /** The journal has told better of a call that ended. */
    static DomainEvent amended(DomainEvent ended, JsonObject better) {
        return DomainEvent.of(
                "call.amended", 1, ended.subject(), NOON, better.copy().put("before", ended.payload()));
    }

    void take(DomainEvent event) {
        Uni.createFrom().deferred(() -> work.take(event)).await().atMost(LIMIT);
    }

    DomainEvent ended(String id, String outcome, Instant at) {
        JsonObject payload = new JsonObject()
                .put("callId", id)
                .put("direction", "inbound")
                .put("outcome", outcome)
                .put("queue", "support")
                .put("from", phone)
                .put("fromE164", phone)
                .put("to", "4008001000")
                .put("withheld", false)
                .put("agents", outcome.equals("answered") ? new JsonArray().add("9999") : new JsonArray())
                .put("startedAt", at.minusSeconds(30).toString())
                .put("endedAt", at.toString());
        return DomainEvent.of("call.ended", 1, id, at, payload);
    }

    DomainEvent outbound(String id, String outcome, Instant at) {
        DomainEvent event = ended(id, outcome, at);
        event.payload()
                .put("direction", "outbound")
                .putNull("queue")
                .put("from", "1001")
                .putNull("fromE164")
                .put("to", phone)
                .put("toE164", phone);
        return event;
    }

    List<Row> tickets(String call) {
        return rows("select * from ticket where call_id = $1", call);
    }

    List<Row> followUps() {
        return rows("select * from follow_up where phone = $1 order by created_at", phone);
    }

    List<String> news(UUID id) {
        return rows("select type from outbox where subject = $1 order by created_at, id", id.toString()).stream()
                .map(row -> row.getString("type"))
                .toList();
    }

    long count(String sql, Object value) {
        return rows(sql, value).getFirst().getLong(0);
    }

    List<Row> rows(String sql, Object value) {
        List<Row> found = new ArrayList<>();
        pool.preparedQuery(sql).execute(Tuple.of(value)).await().atMost(LIMIT).forEach(found::add);
        return found;
    }

    void sql(String sql) {
        pool.query(sql).execute().await().atMost(LIMIT);
    }
}
