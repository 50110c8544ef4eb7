package dev.trunkline.service;

import dev.trunkline.identity.Person;
import dev.trunkline.identity.Users;
import dev.trunkline.shared.Ids;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.crud.Change;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
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
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that calls open by themselves: one for a call, and none for a call that has one made by hand while it went on. Of
 * two who open at the same moment one waits for the other.
 */
@Singleton
class CallTicketing {
    private static final String RULE = "call-answered";
    private static final String OPEN = """
            insert into ticket (id, version, created_at, updated_at, owner_id, team_id, number, type, status,
                subject_key, subject_params, customer_id, call_id, rule, queue, priority, subject, due_at)
            select $1, 0, $2, $2, $3, $4, nextval('ticket_number'), $5, 'open', $6, $7,
                -- A customer who was deleted meanwhile keeps no call from leaving its ticket.
                (select id from customer where id = $8), $9, $10, $11, $12, $13, $14
            where not exists (select from ticket where call_id = $9 and rule is null)
            on conflict (call_id, rule) where rule is not null do nothing
            returning *""";

    private static final String LINK = """
            update ticket set customer_id = $1, version = version + 1, updated_at = greatest($2, updated_at)
            where call_id = $3 and (rule is not null or customer_id is not distinct from $4)
                and customer_id is distinct from $1
            returning *""";

    private static final String TURN = "select pg_advisory_xact_lock(hashtextextended('ticket of ' || $1, 0))";
    private static final JsonObject NOTHING = new JsonObject();
    private static final JsonObject CUSTOMER = new JsonObject().put("fields", new JsonArray().add("customerId"));
    private static final JsonObject OWNER = new JsonObject().put("fields", new JsonArray().add("assignee"));

    private static final String OWN = """
            update ticket set owner_id = $1, team_id = coalesce(team_id, $2), version = version + 1,
                updated_at = greatest($3, updated_at)
            where call_id = $4 and rule is not null and owner_id is null
            returning *""";

    private final Users users;
    private final TicketAssignment assignment;
    private final TicketRows rows;
    private final ServiceEvents events;
    private final Audit audit;
    private final Clock clock;

    CallTicketing(
            Users users, TicketAssignment assignment, TicketRows rows, ServiceEvents events, Audit audit, Clock clock) {
        this.users = users;
        this.assignment = assignment;
        this.rows = rows;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Within a transaction, until whose end nobody else opens a ticket for this call. */
    static Uni<Void> oneAtATime(Mutiny.Session session, @Nullable String callId) {
        return callId == null
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(
                                "select count(*) from (%s) turn".formatted(TURN.replace("$1", "?1")), Long.class)
                        .setParameter(1, callId)
                        .getSingleResult()
                        .replaceWithVoid();
    }

    /** Opens the call's ticket unless it is there, or one that a person made. */
    Uni<Void> open(SqlConnection transaction, AfterCall.OpenTicket ticket) {
        return transaction
                .preparedQuery(TURN)
                .execute(Tuple.of(ticket.callId()))
                .chain(() -> assignee(transaction, ticket))
                .flatMap(person -> transaction.preparedQuery(OPEN).execute(Tuple.from(new @Nullable Object[] {
                    Ids.next(),
                    now(),
                    person == null ? null : person.id(),
                    person == null ? null : person.teamId(),
                    Words.of(ticket.type()),
                    ticket.subject() == null ? ticket.subjectKey() : null,
                    new JsonObject(new TreeMap<String, Object>(ticket.subjectParams())).encode(),
                    ticket.customerId(),
                    ticket.callId(),
                    ticket.rule() == null ? RULE : "rule-" + ticket.rule(),
                    ticket.queue(),
                    Words.of(ticket.priority()),
                    ticket.subject(),
                    ticket.dueAt() == null ? null : ticket.dueAt().atOffset(ZoneOffset.UTC)
                })))
                .flatMap(found -> tell(transaction, found, Change.CREATED, NOTHING));
    }

    /** The journal has told who talked: what the call left by itself is that agent's, unless it is somebody's already. */
    Uni<Void> own(SqlConnection transaction, String callId, String agent) {
        return users.byExtension(agent)
                .flatMap(person -> person == null
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .preparedQuery(OWN)
                                .execute(Tuple.of(person.id(), person.teamId(), now(), callId))
                                .flatMap(found -> tell(transaction, found, Change.CHANGED, OWNER)));
    }

    /** What the call left by itself is this customer's, and what people made of it for the customer before. */
    Uni<Void> link(SqlConnection transaction, String callId, UUID customerId, @Nullable UUID before) {
        return transaction
                .preparedQuery(LINK)
                .execute(Tuple.of(customerId, now(), callId, before))
                .flatMap(found -> tell(transaction, found, Change.CHANGED, CUSTOMER));
    }

    private Uni<@Nullable Person> assignee(SqlConnection transaction, AfterCall.OpenTicket ticket) {
        return switch (ticket.assign()) {
            case AGENT -> agent(transaction, ticket);
            case AUTOMATIC -> automatic(transaction, ticket);
            case OWNER ->
                transaction
                        .preparedQuery("select owner_id from customer where id = $1")
                        .execute(Tuple.of(ticket.customerId()))
                        .map(found -> found.size() == 0
                                ? null
                                : found.iterator().next().getUUID(0))
                        .flatMap(owner -> owner == null ? agent(transaction, ticket) : users.byId(owner))
                        .flatMap(owner -> owner == null || owner.active()
                                ? Uni.createFrom().item(owner)
                                : agent(transaction, ticket));
        };
    }

    /** Who talked in an answered call may become known later: it waits for that one. */
    private Uni<@Nullable Person> agent(SqlConnection transaction, AfterCall.OpenTicket ticket) {
        String agent = ticket.agent();
        if (agent != null) {
            return users.byExtension(agent);
        }
        return ticket.answered() ? Uni.createFrom().nullItem() : automatic(transaction, ticket);
    }

    private Uni<@Nullable Person> automatic(SqlConnection transaction, AfterCall.OpenTicket ticket) {
        return assignment
                .taking(transaction, ticket.queue())
                .flatMap(id -> id == null ? Uni.createFrom().nullItem() : users.byId(id));
    }

    private Uni<Void> tell(SqlConnection transaction, RowSet<Row> found, Change change, JsonObject details) {
        return rows.views(found)
                .flatMap(views -> Multi.createFrom()
                        .iterable(views)
                        .onItem()
                        .transformToUniAndConcatenate(
                                view -> events.add(transaction, Tickets.KIND, change, view.id(), view)
                                        .chain(() -> audit.record(
                                                transaction, null, Words.of(change), Tickets.KIND, view.id(), details)))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
