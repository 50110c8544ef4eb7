package dev.trunkline.service;

import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.crud.Change;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes one ticket of two: all of it happens or nothing. */
@Singleton
class TicketMerge {
    /** In one order, so that two merges of the same tickets wait for each other instead of for ever. */
    private static final String LOCK =
            "select id, version, number, merged_into, call_id from ticket where id = any($1) order by id for update";

    private static final String COMMENTS = "update ticket_comment set ticket_id = $2 where ticket_id = $1";
    private static final String WATCHERS = """
            insert into ticket_watcher (ticket_id, user_id)
            select $2, user_id from ticket_watcher where ticket_id = $1 on conflict do nothing""";
    private static final String CLOSE = """
            update ticket set status = 'closed', merged_into = $2, version = version + 1,
                updated_at = greatest($3, updated_at + interval '1 microsecond')
            where id = $1 returning *""";
    /** One that a call left by itself speaks of that call alone. */
    private static final String GREW = """
            update ticket set call_id = case when rule is null then coalesce(call_id, $3) else call_id end,
                version = version + 1, updated_at = greatest($2, updated_at + interval '1 microsecond')
            where id = $1 returning *""";

    private final Pool pool;
    private final Tickets tickets;
    private final TicketRows rows;
    private final TicketLinkMoves links;
    private final ServiceEvents events;
    private final Audit audit;
    private final Clock clock;

    private record Locked(
            UUID id,
            long version,
            long number,
            boolean merged,
            @Nullable String callId) {}

    private record Both(Locked goes, Locked stays) {}

    TicketMerge(
            Pool pool,
            Tickets tickets,
            TicketRows rows,
            TicketLinkMoves links,
            ServiceEvents events,
            Audit audit,
            Clock clock) {
        this.pool = pool;
        this.tickets = tickets;
        this.rows = rows;
        this.links = links;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes a ticket in favour of another one. Comments and links go there; watchers of both watch it from now on, and those
     * of the closed one are told of the merge. The closed one keeps its call, and so does the other one its own; one that has
     * none takes that of the closed one. Its history names the call of the closed one in any case.
     *
     * @param ifMatch names the version of the ticket to be closed
     * @return the ticket that stays; fails with 404 for what the reader does not see, 409 when either was merged before,
     *     412 and 428 as any change
     */
    Uni<TicketView> merge(Reader reader, UUID id, @Nullable String ifMatch, UUID into) {
        if (id.equals(into)) {
            throw Problem.invalid("into", "same", "must be another ticket");
        }
        return tickets.get(reader, id)
                .chain(() -> tickets.get(reader, into))
                .chain(() -> pool.withTransaction(transaction -> TicketLinkRules.turn(transaction)
                        .chain(() -> lock(transaction, id, ifMatch, into))
                        .flatMap(both -> transaction
                                .preparedQuery(COMMENTS)
                                .execute(Tuple.of(id, into))
                                .chain(() -> transaction.preparedQuery(WATCHERS).execute(Tuple.of(id, into)))
                                .chain(() -> links.move(transaction, reader, id, into))
                                .chain(() -> close(transaction, reader, id, both.stays()))
                                .chain(() -> grow(transaction, reader, into, both.goes())))));
    }

    private Uni<Void> close(SqlConnection transaction, Reader reader, UUID id, Locked stays) {
        JsonObject details = new JsonObject().put("into", stays.number());
        return change(transaction, CLOSE, Tuple.of(id, stays.id(), now()))
                .call(() -> audit.record(transaction, reader, "merged", Tickets.KIND, id, details))
                .flatMap(view -> events.add(transaction, Tickets.KIND + ".merged", id, view));
    }

    private Uni<TicketView> grow(SqlConnection transaction, Reader reader, UUID into, Locked gone) {
        JsonObject details = new JsonObject().put("from", gone.number());
        if (gone.callId() != null) {
            details.put("callId", gone.callId());
        }
        return change(transaction, GREW, Tuple.of(into, now(), gone.callId()))
                .call(() -> audit.record(transaction, reader, "merged", Tickets.KIND, into, details))
                .call(view -> events.add(transaction, Tickets.KIND, Change.CHANGED, into, view));
    }

    private Uni<TicketView> change(SqlConnection transaction, String sql, Tuple values) {
        return transaction
                .preparedQuery(sql)
                .execute(values)
                .flatMap(rows::views)
                .map(List::getFirst);
    }

    private static Uni<Both> lock(SqlConnection transaction, UUID id, @Nullable String ifMatch, UUID into) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(new UUID[] {id, into}))
                .map(found -> new Both(one(found, id), one(found, into)))
                .invoke(both -> {
                    if (both.goes().merged() || both.stays().merged()) {
                        throw Problem.conflict("ticket-merged", "The ticket was merged into another one");
                    }
                    Etags.require(ifMatch, both.goes().version());
                });
    }

    private static Locked one(RowSet<Row> found, UUID id) {
        for (Row row : found) {
            if (row.getUUID("id").equals(id)) {
                return new Locked(
                        id,
                        row.getLong("version"),
                        row.getLong("number"),
                        row.getUUID("merged_into") != null,
                        row.getString("call_id"));
            }
        }
        throw Problem.notFound(Tickets.KIND, id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
