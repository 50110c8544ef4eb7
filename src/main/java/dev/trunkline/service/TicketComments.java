package dev.trunkline.service;

import dev.trunkline.shared.Ids;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.page.Keyset;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What colleagues say of tickets. Who sees a ticket sees all of it; nothing said is changed or taken back. */
@Singleton
class TicketComments {
    private static final Keyset<TicketCommentView> ORDER =
            Keyset.of("c.id", UUID.class, TicketCommentView::id).by("at", "c.at", Instant.class, TicketCommentView::at);

    private static final String SELECT = """
            select c.id, c.at, c.author_id, u.name as author_name, c.internal, c.body
            from ticket_comment c left join app_user u on u.id = c.author_id where\s""";

    /** Waits for a merge that is under way, and finds no ticket when it has been merged since. */
    private static final String STANDS = "select id from ticket where id = $1 and merged_into is null for share";

    private static final String ADD =
            "insert into ticket_comment (id, ticket_id, author_id, at, internal, body) values ($1, $2, $3, $4, $5, $6)";

    private final Pool pool;
    private final Tickets tickets;
    private final ServiceEvents events;
    private final Audit audit;
    private final Clock clock;

    TicketComments(Pool pool, Tickets tickets, ServiceEvents events, Audit audit, Clock clock) {
        this.pool = pool;
        this.tickets = tickets;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of what was said, by default the newest last; fails with 404 for a ticket that the reader does not see. */
    Uni<Page<TicketCommentView>> list(Reader reader, UUID ticket, ListQuery query) {
        Where where = Where.sql().add("c.ticket_id = ?", ticket);
        Where paged = ORDER.after(query, where.copy());
        String limit = paged.bind(query.rows() + 1);
        String select = SELECT + paged.text() + " order by " + ORDER.order(query) + " limit " + limit;
        return tickets.get(reader, ticket)
                .chain(() -> pool.preparedQuery("select count(*) from ticket_comment c where " + where.text())
                        .execute(where.tuple()))
                .map(rows -> rows.iterator().next().getLong(0))
                .flatMap(total -> pool.preparedQuery(select)
                        .execute(paged.tuple())
                        .map(rows -> {
                            List<TicketCommentView> found = new ArrayList<>();
                            rows.forEach(row -> found.add(view(row)));
                            return ORDER.page(query, found, total);
                        }));
    }

    /**
     * Says something of a ticket that the reader sees; it is told to others in the same transaction.
     *
     * @return fails with 404 for a ticket that the reader does not see, with 409 for one that was merged
     */
    Uni<TicketCommentView> add(Reader reader, UUID ticket, TicketCommentInput input) {
        TicketCommentView comment = new TicketCommentView(
                Ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                reader.userId(),
                reader.displayName(),
                Objects.requireNonNullElse(input.internal(), false),
                input.body());
        return tickets.get(reader, ticket)
                .flatMap(found -> pool.withTransaction(transaction -> keep(transaction, ticket, comment)
                        .chain(() ->
                                audit.record(transaction, reader, "commented", Tickets.KIND, ticket, new JsonObject()))
                        .chain(() -> events.commented(transaction, found, comment))))
                .replaceWith(comment);
    }

    private static Uni<Void> keep(SqlConnection transaction, UUID ticket, TicketCommentView comment) {
        return transaction
                .preparedQuery(STANDS)
                .execute(Tuple.of(ticket))
                .invoke(found -> {
                    if (found.size() == 0) {
                        throw Problem.conflict("ticket-merged", "The ticket was merged into another one");
                    }
                })
                .chain(() -> transaction
                        .preparedQuery(ADD)
                        .execute(Tuple.of(
                                comment.id(),
                                ticket,
                                comment.authorId(),
                                comment.at().atOffset(ZoneOffset.UTC),
                                comment.internal(),
                                comment.body())))
                .replaceWithVoid();
    }

    private static TicketCommentView view(Row row) {
        return new TicketCommentView(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getUUID("author_id"),
                row.getString("author_name"),
                row.getBoolean("internal"),
                row.getString("body"));
    }
}
