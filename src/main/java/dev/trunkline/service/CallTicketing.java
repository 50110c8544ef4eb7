package dev.trunkline.service;

import dev.trunkline.identity.Person;
import dev.trunkline.identity.Users;
import dev.trunkline.shared.Ids;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.crud.Change;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets that calls open by themselves. */
@Singleton
class CallTicketing {
    private static final String RULE = "call-answered";
    private static final String OPEN = """
            insert into ticket (id, version, created_at, updated_at, owner_id, team_id, number, type, status, priority,
                subject_key, subject_params, customer_id, call_id, rule, queue)
            values ($1, 0, $2, $2, $3, $4, nextval('ticket_number'), $5, 'open', 'normal', $6, $7,
                -- A customer who was deleted meanwhile keeps no call from leaving its ticket.
                (select id from customer where id = $8), $9, $10, $11)
            on conflict (call_id, rule) where rule is not null do nothing
            returning *""";

    private static final String LINK = """
            update ticket set customer_id = $1, version = version + 1, updated_at = greatest($2, updated_at)
            where call_id = $3 and rule is not null and customer_id is distinct from $1
            returning *""";

    private final Users users;
    private final TicketRows rows;
    private final ServiceEvents events;
    private final Audit audit;
    private final Clock clock;

    CallTicketing(Users users, TicketRows rows, ServiceEvents events, Audit audit, Clock clock) {
        this.users = users;
        this.rows = rows;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens the call's ticket unless it is there. */
    Uni<Void> open(SqlConnection transaction, AfterCall.OpenTicket ticket) {
        return agent(ticket)
                .flatMap(person -> transaction.preparedQuery(OPEN).execute(Tuple.from(new @Nullable Object[] {
                    Ids.next(),
                    now(),
                    person == null ? null : person.id(),
                    person == null ? null : person.teamId(),
                    ticket.type(),
                    ticket.subjectKey(),
                    new JsonObject(new TreeMap<String, Object>(ticket.subjectParams())).encode(),
                    ticket.customerId(),
                    ticket.callId(),
                    RULE,
                    ticket.queue()
                })))
                .flatMap(found -> tell(transaction, found, Change.CREATED));
    }

    /** What the call left by itself is this customer's. */
    Uni<Void> link(SqlConnection transaction, String callId, UUID customerId) {
        return transaction
                .preparedQuery(LINK)
                .execute(Tuple.of(customerId, now(), callId))
                .flatMap(found -> tell(transaction, found, Change.CHANGED));
    }

    private Uni<@Nullable Person> agent(AfterCall.OpenTicket ticket) {
        String agent = ticket.agent();
        return agent == null ? Uni.createFrom().nullItem() : users.byExtension(agent);
    }

    private Uni<Void> tell(SqlConnection transaction, RowSet<Row> found, Change change) {
        return rows.views(found)
                .flatMap(views -> Multi.createFrom()
                        .iterable(views)
                        .onItem()
                        .transformToUniAndConcatenate(
                                view -> events.add(transaction, Tickets.KIND, change, view.id(), view)
                                        .chain(() -> audit.record(
                                                transaction,
                                                null,
                                                Words.of(change),
                                                Tickets.KIND,
                                                view.id(),
                                                new JsonObject())))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
