package dev.trunkline.service;

import dev.trunkline.shared.Ids;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What tickets have to do with each other, told of both, without making one of them. Both tickets' histories say who linked
 * them and who ended it. What a link may be is in {@link TicketLinkRules}.
 */
@Singleton
class TicketLinks {
    private static final String SELECT = """
            select l.id as link_id, l.kind as link_kind, l.from_id as link_from, l.at as link_at,
                u.name as author_name, t.*
            from ticket_link l join ticket t on t.id in (l.from_id, l.to_id)
                left join app_user u on u.id = l.author_id where\s""";
    static final String INSERT = """
            insert into ticket_link (id, kind, from_id, to_id, author_id, at) values ($1, $2, $3, $4, $5, $6)""";
    private static final String DELETE = """
            delete from ticket_link where id = $1 and (from_id = $2 or to_id = $2) returning kind, from_id, to_id""";
    private static final String BOTH = "select * from ticket where id = any($1)";

    private final Pool pool;
    private final Tickets tickets;
    private final TicketRows rows;
    private final ServiceEvents events;
    private final Audit audit;
    private final Clock clock;

    TicketLinks(Pool pool, Tickets tickets, TicketRows rows, ServiceEvents events, Audit audit, Clock clock) {
        this.pool = pool;
        this.tickets = tickets;
        this.rows = rows;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** A ticket's links to tickets that the reader sees; fails with 404 for a ticket that the reader does not see. */
    Uni<List<TicketLinkView>> of(Reader reader, UUID ticket) {
        return tickets.get(reader, ticket).chain(() -> links(reader, ticket, Where.sql()));
    }

    /**
     * Links two tickets.
     *
     * @return fails with 404 for what the reader does not see, 422 for a ticket and itself, 409 as {@link TicketLinkRules}
     *     say
     */
    Uni<TicketLinkView> add(Reader reader, UUID ticket, TicketLinkInput input) {
        UUID other = input.ticket();
        TicketRelation relation = input.relation();
        if (ticket.equals(other)) {
            throw Problem.invalid("ticket", "same", "must be another ticket");
        }
        UUID id = Ids.next();
        UUID from = relation.forward() ? ticket : other;
        UUID to = relation.forward() ? other : ticket;
        return tickets.get(reader, ticket)
                .chain(() -> tickets.get(reader, other))
                .chain(() -> pool.withTransaction(transaction -> TicketLinkRules.require(
                                transaction, relation.kind(), from, to)
                        .chain(() -> transaction
                                .preparedQuery(INSERT)
                                .execute(Tuple.of(
                                        id,
                                        relation.kind(),
                                        from,
                                        to,
                                        reader.userId(),
                                        clock.instant().atOffset(ZoneOffset.UTC))))
                        .chain(() -> told(transaction, reader, "link-added", relation, ticket, other))))
                .chain(() -> links(reader, ticket, Where.sql().add("l.id = ?", id)))
                .map(List::getFirst);
    }

    /** Ends a link of the ticket; fails with 404 for what the reader does not see, or when there is no such link of it. */
    Uni<Void> remove(Reader reader, UUID ticket, UUID link) {
        return tickets.get(reader, ticket)
                .chain(() -> links(reader, ticket, Where.sql().add("l.id = ?", link)))
                .invoke(seen -> {
                    if (seen.isEmpty()) {
                        throw noLink(link);
                    }
                })
                .chain(() -> pool.withTransaction(transaction -> transaction
                        .preparedQuery(DELETE)
                        .execute(Tuple.of(link, ticket))
                        .flatMap(gone -> {
                            if (gone.rowCount() == 0) {
                                throw noLink(link);
                            }
                            Row row = gone.iterator().next();
                            UUID from = row.getUUID("from_id");
                            boolean forward = from.equals(ticket);
                            TicketRelation relation = TicketRelation.of(row.getString("kind"), forward);
                            UUID other = forward ? row.getUUID("to_id") : from;
                            return told(transaction, reader, "link-removed", relation, ticket, other);
                        })));
    }

    private Uni<List<TicketLinkView>> links(Reader reader, UUID ticket, Where where) {
        where.add("l.from_id = ? or l.to_id = ?", ticket, ticket)
                .add("t.id <> ?", ticket)
                .scope(reader, Permission.TICKETS_READ, ScopeRule.owned("t.owner_id", "t.team_id"));
        String sql = SELECT + where.text() + " order by l.kind, l.from_id = t.id, t.number limit "
                + where.bind(TicketLinkRules.MOST);
        return pool.preparedQuery(sql).execute(where.tuple()).map(found -> {
            List<TicketLinkView> links = new ArrayList<>();
            found.forEach(row -> links.add(view(row, ticket)));
            return links;
        });
    }

    private static TicketLinkView view(Row row, UUID ticket) {
        return new TicketLinkView(
                row.getUUID("link_id"),
                TicketRelation.of(row.getString("link_kind"), ticket.equals(row.getUUID("link_from"))),
                TicketCard.of(row),
                row.getString("author_name"),
                row.getOffsetDateTime("link_at").toInstant());
    }

    /**
     * In both tickets' histories, and to whoever watches one of them.
     *
     * @param action {@code link-added} or {@code link-removed}
     */
    Uni<Void> told(
            SqlConnection transaction, Reader reader, String action, TicketRelation relation, UUID ticket, UUID other) {
        return transaction
                .preparedQuery(BOTH)
                .execute(Tuple.tuple().addArrayOfUUID(new UUID[] {ticket, other}))
                .flatMap(rows::views)
                .flatMap(both -> {
                    TicketView one = one(both, ticket);
                    TicketView two = one(both, other);
                    return note(transaction, reader, action, relation, one, two)
                            .chain(() -> note(transaction, reader, action, relation.inverse(), two, one));
                });
    }

    private Uni<Void> note(
            SqlConnection transaction,
            Reader reader,
            String action,
            TicketRelation relation,
            TicketView ticket,
            TicketView other) {
        JsonObject details =
                new JsonObject().put("relation", Words.of(relation)).put("number", other.number());
        return audit.record(transaction, reader, action, Tickets.KIND, ticket.id(), details)
                .chain(() -> events.add(transaction, Tickets.KIND + "." + action, ticket.id(), ticket));
    }

    private static TicketView one(List<TicketView> both, UUID id) {
        return both.stream()
                .filter(ticket -> ticket.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Tickets.KIND, id));
    }

    private static Problem noLink(UUID link) {
        return Problem.notFound("ticket-link", link);
    }
}
