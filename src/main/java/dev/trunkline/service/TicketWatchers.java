package dev.trunkline.service;

import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who wants to know of which tickets: whoever sees one may, and hears of it as long as they watch. */
@Singleton
class TicketWatchers {
    private static final String WATCH =
            "insert into ticket_watcher (ticket_id, user_id) values ($1, $2) on conflict do nothing";
    private static final String LEAVE = "delete from ticket_watcher where ticket_id = $1 and user_id = $2";
    private static final String WATCHED =
            "select ticket_id from ticket_watcher where user_id = $1 and ticket_id = any($2)";

    private final Pool pool;
    private final Tickets tickets;
    private final Audit audit;

    TicketWatchers(Pool pool, Tickets tickets, Audit audit) {
        this.pool = pool;
        this.tickets = tickets;
        this.audit = audit;
    }

    /** The reader watches from now on; nothing happens to who does already. Fails with 404 for what is not to be seen. */
    Uni<Void> watch(Reader reader, UUID ticket) {
        return set(reader, ticket, WATCH, "watched");
    }

    /** The reader watches no more. */
    Uni<Void> leave(Reader reader, UUID ticket) {
        return set(reader, ticket, LEAVE, "unwatched");
    }

    /** The ticket, saying whether the reader watches it. */
    Uni<TicketView> seen(Reader reader, TicketView ticket) {
        return watched(reader, List.of(ticket.id())).map(watched -> ticket.watching(watched.contains(ticket.id())));
    }

    /** The tickets of a page, each saying whether the reader watches it. */
    Uni<Page<TicketView>> seen(Reader reader, Page<TicketView> page) {
        return watched(reader, page.items().stream().map(TicketView::id).toList())
                .map(watched -> page.map(ticket -> ticket.watching(watched.contains(ticket.id()))));
    }

    private Uni<Void> set(Reader reader, UUID ticket, String sql, String action) {
        return tickets.get(reader, ticket)
                .chain(() -> pool.withTransaction(transaction -> transaction
                        .preparedQuery(sql)
                        .execute(Tuple.of(ticket, reader.userId()))
                        .flatMap(done -> done.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : audit.record(transaction, reader, action, Tickets.KIND, ticket, new JsonObject()))));
    }

    private Uni<Set<UUID>> watched(Reader reader, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return pool.preparedQuery(WATCHED)
                .execute(Tuple.of(reader.userId(), ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> found = new HashSet<>();
                    rows.forEach(row -> found.add(row.getUUID(0)));
                    return found;
                });
    }
}
