package dev.trunkline.service;

import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/**
 * What a link between two tickets may be: the only one between them, not one of a ticket that was merged into another, not a
 * second parent, and never a way round to where it began, for then each would wait for the other.
 */
final class TicketLinkRules {
    /** Links of one ticket. */
    static final int MOST = 50;

    /** One link at a time, so that two made at once close no circle; they are few and quick. */
    private static final String TURN =
            "select count(*) from (select pg_advisory_xact_lock(hashtext('ticket-link'))) turn";

    /** The lock keeps a merge waiting that would take one of them away. */
    private static final String MERGED = """
            select count(*) filter (where merged_into is not null) as merged, count(*) as found
            from (select merged_into from ticket where id in ($1, $2) order by id for share) both_tickets""";

    private static final String LINKED = """
            select count(*) filter (where least(from_id, to_id) = least($1::uuid, $2::uuid)
                    and greatest(from_id, to_id) = greatest($1::uuid, $2::uuid)) as doubled,
                count(*) filter (where $1 in (from_id, to_id)) as of_from,
                count(*) filter (where $2 in (from_id, to_id)) as of_to,
                count(*) filter (where to_id = $2 and kind = 'parent') as parents
            from ticket_link where from_id in ($1, $2) or to_id in ($1, $2)""";
    private static final String CIRCLE = """
            with recursive onward (id) as (
                select $2::uuid
                union
                select l.to_id from ticket_link l join onward o on l.from_id = o.id where l.kind = $3)
            select count(*) from onward where id = $1""";

    private TicketLinkRules() {}

    /** Waits until nobody else makes a link. Whoever locks tickets before links comes here first, so that none waits for ever. */
    static Uni<Void> turn(SqlConnection transaction) {
        return transaction.query(TURN).execute().replaceWithVoid();
    }

    /** Fails with 409, saying what the link would break, or with 404 when a ticket has gone. */
    static Uni<Void> require(SqlConnection transaction, String kind, UUID from, UUID to) {
        Tuple ends = Tuple.of(from, to);
        return turn(transaction)
                .chain(() -> transaction.preparedQuery(MERGED).execute(ends))
                .map(found -> found.iterator().next())
                .invoke(row -> {
                    if (row.getLong("found") != 2) {
                        throw Problem.notFound(Tickets.KIND, to);
                    }
                    refuse(row.getLong("merged") > 0, "ticket-merged", "A ticket was merged into another one");
                })
                .chain(() -> transaction.preparedQuery(LINKED).execute(ends))
                .invoke(found -> fits(found.iterator().next(), kind))
                .chain(() -> kind.equals("related")
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .preparedQuery(CIRCLE)
                                .execute(Tuple.of(from, to, kind))
                                .invoke(found -> refuse(
                                        found.iterator().next().getLong(0) > 0,
                                        "link-circle",
                                        "The tickets are linked the other way round already, by way of others"))
                                .replaceWithVoid());
    }

    private static void fits(Row row, String kind) {
        refuse(row.getLong("doubled") > 0, "already-linked", "The tickets are linked already");
        refuse(
                row.getLong("of_from") >= MOST || row.getLong("of_to") >= MOST,
                "too-many-links",
                "A ticket has " + MOST + " links at most");
        refuse(
                kind.equals("parent") && row.getLong("parents") > 0,
                "has-parent",
                "The ticket is part of another one already");
    }

    private static void refuse(boolean wrong, String code, String why) {
        if (wrong) {
            throw Problem.conflict(code, why);
        }
    }
}
