package dev.trunkline.service;

import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a merged ticket's links over to the one that goes on in its place, one after the other and the oldest first. What
 * {@link TicketLinkRules} do not allow there ends: the link between the two, one to a ticket that the other is linked with
 * already, a second parent, a way round. All histories say which ended and which were made.
 */
@Singleton
class TicketLinkMoves {
    private static final String TAKE = """
            with taken as (delete from ticket_link where $1 in (from_id, to_id) returning *)
            select * from taken order by at, id""";

    private final TicketLinks links;

    TicketLinkMoves(TicketLinks links) {
        this.links = links;
    }

    /** Within the transaction that merges, while both tickets still stand. */
    Uni<Void> move(SqlConnection transaction, Reader reader, UUID gone, UUID stays) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(gone))
                .flatMap(taken -> Multi.createFrom()
                        .iterable(taken)
                        .onItem()
                        .transformToUniAndConcatenate(link -> move(transaction, reader, link, gone, stays))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private Uni<Void> move(SqlConnection transaction, Reader reader, Row link, UUID gone, UUID stays) {
        String kind = link.getString("kind");
        boolean forward = gone.equals(link.getUUID("from_id"));
        UUID other = link.getUUID(forward ? "to_id" : "from_id");
        TicketRelation relation = TicketRelation.of(kind, forward);
        UUID from = forward ? stays : other;
        UUID to = forward ? other : stays;
        return links.told(transaction, reader, "link-removed", relation, gone, other)
                .chain(() -> allowed(transaction, kind, from, to))
                .flatMap(allowed -> allowed
                        ? transaction
                                .preparedQuery(TicketLinks.INSERT)
                                .execute(Tuple.from(new @Nullable Object[] {
                                    link.getUUID("id"),
                                    kind,
                                    from,
                                    to,
                                    link.getUUID("author_id"),
                                    link.getOffsetDateTime("at")
                                }))
                                .chain(() -> links.told(transaction, reader, "link-added", relation, stays, other))
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Boolean> allowed(SqlConnection transaction, String kind, UUID from, UUID to) {
        return from.equals(to)
                ? Uni.createFrom().item(false)
                : TicketLinkRules.require(transaction, kind, from, to)
                        .replaceWith(true)
                        .onFailure(Problem.class)
                        .recoverWithItem(false);
    }
}
