package dev.trunkline.service;

import dev.trunkline.shared.Ids;
import dev.trunkline.shared.audit.Audit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follow-ups that calls open, merge and close by themselves: at most one open for each caller. Also closes those that people set. */
@Singleton
class Callbacks {
    private static final int LONGEST_PHONE = 64;
    private static final String MISSED = """
            insert into follow_up (id, version, created_at, updated_at, kind, status, due_at, customer_id, call_id, phone,
                queue, attempts, last_attempt_at, automatic)
            values ($1, 0, $2, $2, 'callback', 'open', $3, (select id from customer where id = $4), $5, $6, $7, 1, $8, true)
            on conflict (phone) where automatic and status = 'open' do update set
                version = follow_up.version + 1,
                updated_at = greatest(excluded.updated_at, follow_up.updated_at),
                due_at = least(excluded.due_at, follow_up.due_at),
                customer_id = coalesce(follow_up.customer_id, excluded.customer_id),
                call_id = case when excluded.last_attempt_at > follow_up.last_attempt_at
                    then excluded.call_id else follow_up.call_id end,
                queue = case when excluded.last_attempt_at > follow_up.last_attempt_at
                    then excluded.queue else follow_up.queue end,
                attempts = follow_up.attempts + 1,
                last_attempt_at = greatest(excluded.last_attempt_at, follow_up.last_attempt_at)
            returning *""";

    /**
     * A call that was over before the caller tried again reached nobody who still waits. What a person set is done by a
     * talk when it is due, or when its owner made the call; unless it was set or moved during that very call, for then
     * it speaks of another one to come.
     */
    private static final String REACHED = """
            update follow_up set status = 'done', closed_by = 'reached', closed_at = $1, version = version + 1,
                updated_at = greatest($1, updated_at)
            where phone = $2 and status = 'open' and (
                automatic and last_attempt_at <= $3
                or not automatic and kind = 'callback' and updated_at <= $4 and call_id is distinct from $5
                    and (due_at <= $3 or owner_id in (select id from app_user where extension = any($6))))
            returning *""";

    private static final String LINK = """
            update follow_up set customer_id = $1, version = version + 1, updated_at = greatest($2, updated_at)
            where call_id = $3 and (automatic or customer_id is not distinct from $4)
                and customer_id is distinct from $1
            returning *""";

    private final FollowUpRows rows;
    private final ServiceEvents events;
    private final Audit audit;
    private final Clock clock;

    Callbacks(FollowUpRows rows, ServiceEvents events, Audit audit, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody has to call this number back. */
    Uni<Void> missed(SqlConnection transaction, AfterCall.CallBack back) {
        UUID id = Ids.next();
        return transaction
                .preparedQuery(MISSED)
                .execute(Tuple.from(new @Nullable Object[] {
                    id,
                    now(),
                    utc(back.dueAt()),
                    back.customerId(),
                    back.callId(),
                    bounded(back.phone()),
                    back.queue(),
                    utc(back.attemptedAt())
                }))
                .flatMap(found -> tell(transaction, found, inserted(found, id) ? "created" : "merged"));
    }

    /** The number was reached. */
    Uni<Void> reached(SqlConnection transaction, AfterCall.Reached reached) {
        return transaction
                .preparedQuery(REACHED)
                .execute(Tuple.of(now(), bounded(reached.phone()), utc(reached.at()), utc(reached.from()))
                        .addString(reached.callId())
                        .addArrayOfString(reached.callers().toArray(String[]::new)))
                .flatMap(found -> tell(transaction, found, "closed"));
    }

    /** The caller of this call is this customer; what people set for the customer before goes along. */
    Uni<Void> link(SqlConnection transaction, String callId, UUID customerId, @Nullable UUID before) {
        return transaction
                .preparedQuery(LINK)
                .execute(Tuple.of(customerId, now(), callId, before))
                .flatMap(found -> tell(transaction, found, "changed"));
    }

    private Uni<Void> tell(SqlConnection transaction, RowSet<Row> found, String what) {
        return rows.views(found)
                .flatMap(views -> Multi.createFrom()
                        .iterable(views)
                        .onItem()
                        .transformToUniAndConcatenate(
                                view -> events.add(transaction, FollowUps.KIND + "." + what, view.id(), view)
                                        .chain(() -> audit.record(
                                                transaction, null, what, FollowUps.KIND, view.id(), new JsonObject())))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private static boolean inserted(RowSet<Row> found, UUID id) {
        for (Row row : found) {
            return row.getUUID("id").equals(id);
        }
        return false;
    }

    private static String bounded(String phone) {
        return phone.length() <= LONGEST_PHONE ? phone : phone.substring(0, LONGEST_PHONE);
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
