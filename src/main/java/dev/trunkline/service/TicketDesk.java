package dev.trunkline.service;

import dev.trunkline.call.CallTickets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tickets and follow-ups for the agent's place: short queries on the way from ring to pop. Not narrowed by scope: who is
 * talking to a customer may know what is open for the customer.
 */
@ApplicationScoped
public class TicketDesk implements CallTickets {
    /** Most tickets that a pop shows. */
    private static final int MOST_OPEN = 20;

    private static final int MOST = 500;

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

    /** Tickets of these customers that are open or pending, the newest first, at most {@value #MOST_OPEN}. */
    public Uni<List<TicketCard>> openTickets(Collection<UUID> customerIds) {
        if (customerIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery("""
                        select * from ticket where customer_id = any($1) and status in ('open', 'pending')
                        order by created_at desc, id desc limit $2""")
                .execute(Tuple.tuple()
                        .addArrayOfUUID(customerIds.toArray(UUID[]::new))
                        .addInteger(MOST_OPEN))
                .map(rows -> {
                    List<TicketCard> found = new ArrayList<>();
                    rows.forEach(row -> found.add(TicketCard.of(row)));
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
     * @param before only those made before
     */
    public Uni<List<TicketView>> ticketsOf(UUID customerId, Instant before, int limit) {
        return pool.preparedQuery("""
                        select * from ticket where customer_id = $1 and created_at < $2
                        order by created_at desc, id desc limit $3""")
                .execute(Tuple.of(customerId, before.atOffset(ZoneOffset.UTC), Math.clamp(limit, 1, MOST)))
                .flatMap(tickets::views);
    }

    /**
     * What there was and is to do for a customer, the newest first.
     *
     * @param before only those made before
     */
    public Uni<List<FollowUpView>> followUpsOf(UUID customerId, Instant before, int limit) {
        return pool.preparedQuery("""
                        select * from follow_up where customer_id = $1 and created_at < $2
                        order by created_at desc, id desc limit $3""")
                .execute(Tuple.of(customerId, before.atOffset(ZoneOffset.UTC), Math.clamp(limit, 1, MOST)))
                .flatMap(followUps::views);
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
        return pool.withTransaction(transaction -> linkCustomer(transaction, callId, customerId));
    }

    /** The same within a transaction. */
    public Uni<Void> linkCustomer(SqlConnection transaction, String callId, UUID customerId) {
        return ticketing
                .link(transaction, callId, customerId)
                .chain(() -> callbacks.link(transaction, callId, customerId));
    }
}
