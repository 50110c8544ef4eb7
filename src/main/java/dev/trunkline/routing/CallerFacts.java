package dev.trunkline.routing;

import dev.trunkline.call.QueuePolicies;
import dev.trunkline.service.Ticket;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.phone.PhoneIdentity;
import dev.trunkline.shared.phone.PhoneNumbers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out what is known of a caller, by one question to the database; by none where the number says nothing. */
@ApplicationScoped
class CallerFacts {
    /**
     * The customers who have the number, as a pop has them, and the last talk with it among its latest calls: one row for
     * each customer, one without a customer where nobody has it.
     */
    private static final String KNOWN = """
            select c.id, c.name, c.vip, c.tags, c.owner_name, c.tickets, l.queue, l.agents[array_length(l.agents, 1)] as agent
            from (select 1) one
            left join lateral (
                select c.id, c.name, c.vip, c.tags, u.name as owner_name, c.updated_at,
                    array(select distinct t.type from ticket t
                        where t.customer_id = c.id and t.status in ('open', 'pending')) as tickets
                from customer c left join app_user u on u.id = c.owner_id
                where c.id in (select p.customer_id from customer_phone p where p.phone_key = $1)
                order by c.vip desc, c.updated_at desc, c.id limit 20) c on true
            left join lateral (
                select r.queue, r.agents from (
                    select queue, agents, outcome, started_at from call where party_key = $1
                    order by started_at desc, id desc limit 20) r
                where r.outcome = 'answered' and cardinality(r.agents) > 0
                order by r.started_at desc limit 1) l on true
            order by c.vip desc, c.updated_at desc, c.id
            """;

    private final Pool pool;
    private final PhoneNumbers numbers;
    private final QueuePolicies queues;

    CallerFacts(Pool pool, PhoneNumbers numbers, QueuePolicies queues) {
        this.pool = pool;
        this.numbers = numbers;
        this.queues = queues;
    }

    /**
     * What is known of the caller.
     *
     * @param from as it came, null for none
     * @param withheld whether the caller asked not to be identified
     */
    Uni<Caller> of(String did, @Nullable String from, boolean withheld, BlockList blocked, Instant at) {
        PhoneIdentity number = numbers.normalise(withheld ? null : from, queues.regionOfDid(did));
        Caller stranger = new Caller(
                number, blocked.has(number), List.of(), did, queues.named(did).orElse(null), null, null, at);
        return number.key() == null
                ? Uni.createFrom().item(stranger)
                : pool.preparedQuery(KNOWN).execute(Tuple.of(number.key())).map(rows -> known(stranger, rows));
    }

    private static Caller known(Caller stranger, RowSet<Row> rows) {
        List<Caller.Known> customers = new ArrayList<>();
        String queue = null;
        String agent = null;
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            if (id != null) {
                customers.add(customer(id, row));
            }
            queue = row.getString("queue");
            agent = row.getString("agent");
        }
        return new Caller(
                stranger.number(),
                stranger.blocked(),
                customers,
                stranger.did(),
                stranger.usualQueue(),
                queue,
                agent,
                stranger.at());
    }

    private static Caller.Known customer(UUID id, Row row) {
        Set<Ticket.Type> tickets = Arrays.stream(row.getArrayOfStrings("tickets"))
                .map(word -> Words.parse(Ticket.Type.class, word, "type"))
                .collect(Collectors.toSet());
        return new Caller.Known(
                id,
                row.getString("name"),
                row.getBoolean("vip"),
                Set.copyOf(Arrays.asList(row.getArrayOfStrings("tags"))),
                row.getString("owner_name"),
                tickets);
    }
}
