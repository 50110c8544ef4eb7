package dev.trunkline.service;

import dev.trunkline.call.CallTickets;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.page.MixedCursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tickets and follow-ups for the agent's place: short queries on the way from ring to pop. Who will take a call is not known
 * yet when it comes in, so what is found says whose it is: whoever tells an agent of it narrows it to what that one may see.
 */
@ApplicationScoped
public class TicketDesk implements CallTickets {
    private static final int MOST = 500;

    /** What a reader may see depends on owner and team alone: the newest of all of these are among the newest of each. */
    private static final String OPEN = """
            select * from (
                select t.*, row_number() over (partition by owner_id, team_id order by created_at desc, id desc) as place
                from ticket t where customer_id = any($1) and status in ('open', 'pending')) latest
            where place <= $2 order by created_at desc, id desc limit $3""";

    private static final String TICKET_CONCERNS = """
            select owner_id, team_id,
                array(select user_id from ticket_watcher where ticket_id = t.id limit %d) as watchers
            from ticket t where id = $1""".formatted(MOST);
    private static final String FOLLOW_UP_CONCERNS =
            "select owner_id, team_id, '{}'::uuid[] as watchers from follow_up where id = $1";

    private final Pool pool;
    private final TicketRows tickets;
    private final FollowUpRows followUps;
    private final CallTicketing ticketing;
    private final Callbacks callbacks;

    TicketDesk(Pool pool, TicketRows tickets, FollowUpRows followUps, CallTicketing ticketing, Callbacks callbacks) {
        this.pool = pool;
        this.tickets = tickets;
        this.followUps = followUps;
        this.ticketing = ticketing;
        this.callbacks = callbacks;
    }

    /** Tickets of these customers that are open or pending, the newest first: for any reader as many as one is told of. */
    public Uni<List<OpenTicket>> openTickets(Collection<UUID> customerIds) {
        if (customerIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery(OPEN)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(customerIds.toArray(UUID[]::new))
                        .addInteger(OpenTicket.MOST)
                        .addInteger(MOST))
                .map(rows -> {
                    List<OpenTicket> found = new ArrayList<>();
                    rows.forEach(row -> found.add(
                            new OpenTicket(TicketCard.of(row), row.getUUID("owner_id"), row.getUUID("team_id"))));
                    return found;
                });
    }

    @Override
    public Uni<Map<String, List<UUID>>> ofCalls(Collection<String> callIds) {
        if (callIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(
                        "select call_id, id from ticket where call_id = any($1) order by created_at, id limit " + MOST)
                .execute(Tuple.tuple().addArrayOfString(callIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<UUID>> found = new HashMap<>();
                    rows.forEach(row -> found.computeIfAbsent(row.getString("call_id"), call -> new ArrayList<>())
                            .add(row.getUUID("id")));
                    return found;
                });
    }

    /**
     * What a customer's tickets were and are, the newest first.
     *
     * @param after where to go on, null for the newest
     */
    public Uni<List<TicketView>> ticketsOf(UUID customerId, @Nullable MixedCursor after, int limit) {
        return latest("ticket", Tickets.KIND, customerId, after, limit).flatMap(tickets::views);
    }

    /**
     * What there was and is to do for a customer, the newest first.
     *
     * @param after where to go on, null for the newest
     */
    public Uni<List<FollowUpView>> followUpsOf(UUID customerId, @Nullable MixedCursor after, int limit) {
        return latest("follow_up", FollowUps.KIND, customerId, after, limit).flatMap(followUps::views);
    }

    private Uni<RowSet<Row>> latest(
            String table, String kind, UUID customerId, @Nullable MixedCursor after, int limit) {
        Where where = Where.sql().add("customer_id = ?", customerId);
        MixedCursor.after(after, where, kind, "created_at", "id", UUID::fromString);
        String sql = "select * from " + table + " where " + where.text() + " order by created_at desc, id desc limit "
                + where.bind(Math.clamp(limit, 1, MOST));
        return pool.preparedQuery(sql).execute(where.tuple());
    }

    /** Whom a ticket or a follow-up concerns, empty for one that is not there any more. Of watchers at most {@value #MOST}. */
    public Uni<Optional<Concern>> concern(boolean ticket, UUID id) {
        return pool.preparedQuery(ticket ? TICKET_CONCERNS : FOLLOW_UP_CONCERNS)
                .execute(Tuple.of(id))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(new Concern(
                                row.getUUID("owner_id"),
                                row.getUUID("team_id"),
                                Set.of(row.getArrayOfUUIDs("watchers"))));
                    }
                    return Optional.empty();
                });
    }

    /** Those of the tickets that the reader may open. */
    public Uni<Set<UUID>> readableTickets(Reader reader, Collection<UUID> ids) {
        return readable("ticket", Permission.TICKETS_READ, reader, ids);
    }

    /** Those of the follow-ups that the reader may open. */
    public Uni<Set<UUID>> readableFollowUps(Reader reader, Collection<UUID> ids) {
        return readable("follow_up", Permission.FOLLOW_UPS_READ, reader, ids);
    }

    private Uni<Set<UUID>> readable(String table, Permission permission, Reader reader, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Where where = Where.sql()
                .scope(reader, permission, ScopeRule.owned("owner_id", "team_id"))
                .add("id = any(?)", (Object) ids.toArray(UUID[]::new));
        return pool.preparedQuery("select id from " + table + " where " + where.text())
                .execute(where.tuple())
                .map(rows -> {
                    Set<UUID> found = new HashSet<>();
                    rows.forEach(row -> found.add(row.getUUID(0)));
                    return found;
                });
    }

    /**
     * What this person has to do by a time, and what nobody in particular has to: open follow-ups, the most urgent first.
     */
    public Uni<List<FollowUpView>> due(UUID userId, Instant before, int limit) {
        return pool.preparedQuery("""
                        select * from follow_up
                        where status = 'open' and due_at < $2 and (owner_id = $1 or owner_id is null)
                        order by due_at, id limit $3""")
                .execute(Tuple.of(userId, before.atOffset(ZoneOffset.UTC), Math.clamp(limit, 1, MOST)))
                .flatMap(followUps::views);
    }

    /** The customer of a call is known now: what the call left by itself is that customer's. */
    public Uni<Void> linkCustomer(String callId, UUID customerId) {
        return pool.withTransaction(transaction -> linkCustomer(transaction, callId, customerId, customerId));
    }

    /**
     * Somebody said whom the call was with: what it left by itself is that customer's, and what people made of it for whom it
     * was taken to be with until then.
     *
     * @param before the customer until then, null when none was known
     */
    public Uni<Void> linkCustomer(SqlConnection transaction, String callId, UUID customerId, @Nullable UUID before) {
        return ticketing
                .link(transaction, callId, customerId, before)
                .chain(() -> callbacks.link(transaction, callId, customerId, before));
    }
}
