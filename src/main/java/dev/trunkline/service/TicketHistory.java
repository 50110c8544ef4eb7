package dev.trunkline.service;

import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.page.Keyset;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What became of a ticket, read from the audit, for whoever sees the ticket. Comments tell themselves, and who watches is
 * nobody's history.
 */
@Singleton
class TicketHistory {
    private static final Keyset<TicketHistoryView> ORDER =
            Keyset.of("a.id", UUID.class, TicketHistoryView::id).by("at", "a.at", Instant.class, TicketHistoryView::at);

    private static final String SELECT = """
            select a.id, a.at, a.actor, u.name as actor_name, a.action, a.details
            from audit_entry a left join app_user u on u.id = a.actor_id where\s""";

    private final Pool pool;
    private final Tickets tickets;

    TicketHistory(Pool pool, Tickets tickets) {
        this.pool = pool;
        this.tickets = tickets;
    }

    /** A page of it, by default the newest last; fails with 404 for a ticket that the reader does not see. */
    Uni<Page<TicketHistoryView>> of(Reader reader, UUID ticket, ListQuery query) {
        Where where = Where.sql()
                .add("a.kind = ? and a.ref_id = ?", Tickets.KIND, ticket.toString())
                .add("a.action in ('created', 'changed', 'merged', 'link-added', 'link-removed')");
        Where paged = ORDER.after(query, where.copy());
        String limit = paged.bind(query.rows() + 1);
        String select = SELECT + paged.text() + " order by " + ORDER.order(query) + " limit " + limit;
        return tickets.get(reader, ticket)
                .chain(() -> pool.preparedQuery("select count(*) from audit_entry a where " + where.text())
                        .execute(where.tuple()))
                .map(rows -> rows.iterator().next().getLong(0))
                .flatMap(total -> pool.preparedQuery(select)
                        .execute(paged.tuple())
                        .map(rows -> {
                            List<TicketHistoryView> found = new ArrayList<>();
                            rows.forEach(row -> found.add(view(row)));
                            return ORDER.page(query, found, total);
                        }));
    }

    private static TicketHistoryView view(Row row) {
        return new TicketHistoryView(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("action"),
                row.getJsonObject("details").getMap());
    }
}
