package dev.trunkline.call.history;

import dev.trunkline.call.Call;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.page.MixedCursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other rooms ask and say of calls, for the house itself: no reader's scope is applied here. A call is there from
 * about the moment it begins; what is said of one that is not written yet is kept all the same.
 */
@ApplicationScoped
public class CallHistory {
    /** How a timeline calls a call. */
    public static final String KIND = "call";

    private static final int MOST = 200;

    private final Pool pool;
    private final CallQueries queries;
    private final CallViews views;
    private final Clock clock;

    CallHistory(Pool pool, CallQueries queries, CallViews views, Clock clock) {
        this.pool = pool;
        this.queries = queries;
        this.views = views;
        this.clock = clock;
    }

    /**
     * The latest calls with a number, the newest first.
     *
     * @param numberKey the far end's number as {@code PhoneIdentity.key()} has it
     * @param exceptCallId a call to leave out, null for none
     */
    public Uni<List<CallCard>> recent(String numberKey, @Nullable String exceptCallId, int limit) {
        return queries.cards(
                Where.sql().add("c.party_key = ?", numberKey).addIf(exceptCallId, "c.id <> ?"), bounded(limit));
    }

    /**
     * Calls with a customer, the newest first.
     *
     * @param after where to go on, null for the newest
     */
    public Uni<List<CallCard>> ofCustomer(UUID customerId, @Nullable MixedCursor after, int limit) {
        Where where = Where.sql().add("cc.customer_id = ?", customerId);
        return queries.cards(MixedCursor.after(after, where, KIND, "c.started_at", "c.id", id -> id), bounded(limit));
    }

    /** The call as clients see it, empty when there is none. */
    public Uni<Optional<CallView>> byId(String callId) {
        return queries.records(Where.sql().add("c.id = ?", callId), "c.id", 1)
                .chain(views::of)
                .map(found -> found.stream().findFirst());
    }

    /** A call that goes on, as it was written a moment ago; empty when there is none such or it is over. */
    public Uni<Optional<Call>> open(String callId) {
        return queries.records(Where.sql().add("c.id = ?", callId).add("c.ended_at is null"), "c.id", 1)
                .map(found -> found.stream().findFirst().map(CallRecord::call));
    }

    /** Whether the reader may deal with the call by this permission. */
    public Uni<Boolean> visible(Reader reader, Permission permission, String callId) {
        Where where = CallAccess.apply(Where.sql(), reader, permission).add("c.id = ?", callId);
        return queries.count(where).map(found -> found > 0);
    }

    /** Those of the calls that the reader may deal with by this permission. */
    public Uni<Set<String>> visible(Reader reader, Permission permission, Collection<String> callIds) {
        if (callIds.isEmpty() || !reader.may(permission)) {
            return Uni.createFrom().item(Set.of());
        }
        return queries.ids(CallAccess.apply(Where.sql(), reader, permission)
                .add("c.id = any(?)", (Object) callIds.toArray(String[]::new)));
    }

    /**
     * Says which customer a call was with.
     *
     * @param by the user who chose; null when the number alone decided, which never replaces a person's choice
     */
    public Uni<Void> linkCustomer(String callId, UUID customerId, @Nullable UUID by) {
        return linkCustomer(pool, callId, customerId, null, by);
    }

    /**
     * The same within a transaction.
     *
     * @param transaction that of what else the choice changes, so that all of it is kept or nothing
     * @param contactId who of the customer's contacts it was, null where nobody says
     */
    public Uni<Void> linkCustomer(
            SqlClient transaction, String callId, UUID customerId, @Nullable UUID contactId, @Nullable UUID by) {
        return transaction
                .preparedQuery("""
                        insert into call_customer (call_id, customer_id, contact_id, chosen_by, at)
                        values ($1, $2, $3, $4, $5)
                        on conflict (call_id) do update set customer_id = excluded.customer_id,
                            contact_id = excluded.contact_id, chosen_by = excluded.chosen_by, at = excluded.at
                        where call_customer.chosen_by is null or excluded.chosen_by is not null
                        """)
                .execute(Tuple.of(
                        callId, customerId, contactId, by, clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** The customer a call was with, empty when not known. */
    public Uni<Optional<UUID>> customerOf(String callId) {
        return farEndOf(pool, callId).map(found -> found.map(FarEnd::customerId));
    }

    /** Whom a call was with, as the number or a person said; empty when neither did. */
    public Uni<Optional<FarEnd>> farEndOf(String callId) {
        return farEndOf(pool, callId);
    }

    /** The same within a transaction. */
    public Uni<Optional<FarEnd>> farEndOf(SqlClient transaction, String callId) {
        return transaction
                .preparedQuery("select customer_id, contact_id from call_customer where call_id = $1")
                .execute(Tuple.of(callId))
                .map(rows -> {
                    var each = rows.iterator();
                    return each.hasNext() ? Optional.of(farEnd(each.next())) : Optional.empty();
                });
    }

    /** The same of many calls; those of which it is not known are left out. */
    public Uni<Map<String, FarEnd>> farEndsOf(Collection<String> callIds) {
        return pool.preparedQuery("select customer_id, contact_id, call_id from call_customer where call_id = any($1)")
                .execute(Tuple.of(callIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, FarEnd> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getString(2), farEnd(row)));
                    return found;
                });
    }

    /** @param contactId who of the customer's contacts, null where nobody said */
    public record FarEnd(UUID customerId, @Nullable UUID contactId) {}

    private static FarEnd farEnd(Row row) {
        return new FarEnd(row.getUUID(0), row.getUUID(1));
    }

    /**
     * Whether somebody talked to this number in a call from or to it that was not over yet at this time. A missed call may
     * be learnt of late, from the PBX's journal, when that has already happened.
     *
     * @param numberKey the far end's number as {@code PhoneIdentity.key()} has it
     */
    public Uni<Boolean> reachedSince(SqlClient transaction, String numberKey, Instant since) {
        return transaction
                .preparedQuery("select exists (select 1 from call where party_key = $1 and outcome = 'answered' "
                        + "and direction <> 'internal' and merged_into is null and ended_at >= $2)")
                .execute(Tuple.of(numberKey, since.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /**
     * Says how long an agent's wrap-up of a call took, in milliseconds; said again, the newer figure counts.
     *
     * @param transaction that of the change which ended the wrap-up, so that both are kept or neither
     */
    public Uni<Void> saveWrap(SqlClient transaction, String callId, String agent, long wrapMs) {
        return transaction
                .preparedQuery("insert into call_wrap (call_id, agent, wrap_ms) values ($1, $2, $3) "
                        + "on conflict (call_id, agent) do update set wrap_ms = excluded.wrap_ms")
                .execute(Tuple.of(callId, agent, Math.max(0, wrapMs)))
                .replaceWithVoid();
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 1, MOST);
    }
}
