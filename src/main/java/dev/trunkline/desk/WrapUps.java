package dev.trunkline.desk;

import dev.trunkline.call.CallWrapUps;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Keeps what agents note after their calls, drafts included. */
@ApplicationScoped
class WrapUps implements CallWrapUps {
    private final Pool pool;
    private final Audit audit;
    private final Clock clock;

    WrapUps(Pool pool, Audit audit, Clock clock) {
        this.pool = pool;
        this.audit = audit;
        this.clock = clock;
    }

    /** Saves the agent's note of a call, in the place of an earlier one; a finished note stays finished. */
    Uni<WrapUp> save(Reader reader, String agent, String callId, WrapUpInput input) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("""
                        insert into wrap_up (call_id, agent, disposition, notes, saved_at, done_at)
                        values ($1, $2, $3, $4, $5, $6)
                        on conflict (call_id, agent) do update set disposition = excluded.disposition,
                            notes = excluded.notes, saved_at = excluded.saved_at,
                            done_at = coalesce(wrap_up.done_at, excluded.done_at)
                        """)
                .execute(Tuple.of(callId, agent, input.disposition(), input.notes(), now, input.done() ? now : null))
                .chain(() -> audit.record(
                        transaction,
                        reader,
                        input.done() ? "wrapped-up" : "noted",
                        "call",
                        callId,
                        new JsonObject().put("disposition", input.disposition())))
                .replaceWith(new WrapUp(input.disposition(), input.notes(), agent, now.toInstant())));
    }

    @Override
    public Uni<Map<String, WrapUp>> ofCalls(Collection<String> callIds) {
        return pool.preparedQuery("select * from wrap_up where call_id = any($1) order by saved_at")
                .execute(Tuple.of(callIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, WrapUp> newest = new HashMap<>();
                    rows.forEach(row -> newest.put(row.getString("call_id"), note(row)));
                    return newest;
                });
    }

    private static WrapUp note(Row row) {
        return new WrapUp(
                row.getString("disposition"),
                row.getString("notes"),
                row.getString("agent"),
                row.getOffsetDateTime("saved_at").toInstant());
    }
}
