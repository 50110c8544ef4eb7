package dev.trunkline.customer;

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
 * Pairs of customers of whom somebody said that they are not the same. Which of the two was asked about does not matter. Such
 * a pair is hinted at no more, until somebody takes that back.
 */
@Singleton
class DismissedDuplicates {
    private static final int MOST_SHOWN = 50;

    /** Of $1 and $2, in the database's order of ids, which is not Java's. */
    private static final String DISMISS = """
            insert into dismissed_duplicate (low_id, high_id, at, user_id)
            values (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4) on conflict do nothing""";

    private static final String RESTORE = "delete from dismissed_duplicate"
            + " where low_id = least($1::uuid, $2::uuid) and high_id = greatest($1::uuid, $2::uuid)";

    private final Pool pool;
    private final CustomerDirectory customers;
    private final CustomerEvents events;
    private final Audit audit;
    private final Clock clock;

    DismissedDuplicates(Pool pool, CustomerDirectory customers, CustomerEvents events, Audit audit, Clock clock) {
        this.pool = pool;
        this.customers = customers;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Leaves out who was said not to be this customer; {@code c} is the other one. */
    static Where without(Where where, UUID customer) {
        return where.add(
                "not exists (select 1 from dismissed_duplicate d where d.low_id = least(c.id, ?::uuid)"
                        + " and d.high_id = greatest(c.id, ?::uuid))",
                customer,
                customer);
    }

    /** Those whom the reader sees, the latest first; fails with 404 for a customer the reader does not see. */
    Uni<List<DismissedDuplicateView>> of(Reader reader, UUID customer) {
        Where where = Where.sql();
        String self = where.bind(customer) + "::uuid";
        where.add("d.low_id = " + self + " or d.high_id = " + self)
                .scope(reader, Permission.CUSTOMERS_READ, ScopeRule.owned("c.owner_id", "c.team_id"));
        String sql = "select c.id, c.name, c.kind, d.at, u.name as by_name from dismissed_duplicate d"
                + " join customer c on c.id = case when d.low_id = " + self + " then d.high_id else d.low_id end"
                + " left join app_user u on u.id = d.user_id where " + where.text() + " order by d.at desc, c.id limit "
                + where.bind(MOST_SHOWN);
        return customers
                .requireVisible(reader, customer)
                .chain(() -> pool.preparedQuery(sql).execute(where.tuple()))
                .map(rows -> {
                    List<DismissedDuplicateView> found = new ArrayList<>();
                    rows.forEach(row -> found.add(view(row)));
                    return found;
                });
    }

    /** Says that they are not the same; nothing happens when that was said before. */
    Uni<Void> dismiss(Reader reader, UUID customer, UUID other) {
        Tuple pair = Tuple.of(customer, other, clock.instant().atOffset(ZoneOffset.UTC), reader.userId());
        return say(reader, customer, other, "duplicate-dismissed", DISMISS, pair);
    }

    /** Takes that back; nothing happens when it was not said. */
    Uni<Void> restore(Reader reader, UUID customer, UUID other) {
        return say(reader, customer, other, "duplicate-restored", RESTORE, Tuple.of(customer, other));
    }

    /** Fails with 404 unless the reader sees both, with 422 for one and the same. */
    private Uni<Void> say(Reader reader, UUID customer, UUID other, String action, String sql, Tuple values) {
        if (customer.equals(other)) {
            throw Problem.invalid("other", "invalid", "must be another customer");
        }
        return customers
                .requireVisible(reader, customer)
                .chain(() -> customers.requireVisible(reader, other))
                .chain(() -> pool.withTransaction(transaction -> transaction
                        .preparedQuery(sql)
                        .execute(values)
                        .chain(done -> done.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : told(transaction, reader, customer, other, action)
                                        .chain(() -> told(transaction, reader, other, customer, action)))));
    }

    private Uni<Void> told(SqlConnection transaction, Reader reader, UUID customer, UUID other, String action) {
        return audit.record(
                        transaction,
                        reader,
                        action,
                        "customer",
                        customer,
                        new JsonObject().put("other", other.toString()))
                .chain(() -> events.add(transaction, "changed", customer));
    }

    private static DismissedDuplicateView view(Row row) {
        return new DismissedDuplicateView(
                row.getUUID("id"),
                row.getString("name"),
                Words.parse(Customer.Kind.class, row.getString("kind"), "kind"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("by_name"));
    }
}
