package dev.trunkline.shared.audit;

import dev.trunkline.shared.Ids;
import dev.trunkline.shared.access.Reader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Notes who did what to which thing: each change, in the transaction of the change, and each look at a customer or a
 * recording. Entries are never changed nor deleted; the database refuses it.
 *
 * <p>Actions are words: {@code looked}, {@code created}, {@code changed}, {@code deleted}, {@code signed-in} and so on.
 * Kinds name the thing: {@code customer}, {@code recording}. Details say which fields, and of words, numbers and times
 * what they were and are; never what people wrote.
 */
@Singleton
public final class Audit {
    private static final String INTO =
            "insert into audit_entry (id, at, actor_id, actor, action, kind, ref_id, details) ";
    /** The actor of what the service does by itself. */
    private static final String SYSTEM = "system";

    private final Clock clock;

    Audit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes it through a connection or transaction of the reactive client.
     *
     * @param actor null for the service itself
     */
    public Uni<Void> record(
            SqlClient transaction,
            @Nullable Reader actor,
            String action,
            String kind,
            Object refId,
            JsonObject details) {
        return transaction
                .preparedQuery(INTO + "values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb)")
                .execute(Tuple.from(new @Nullable Object[] {
                    Ids.next(),
                    clock.instant().atOffset(ZoneOffset.UTC),
                    actor == null ? null : actor.userId(),
                    actor == null ? SYSTEM : actor.username(),
                    action,
                    kind,
                    refId.toString(),
                    details.encode()
                }))
                .replaceWithVoid();
    }

    /**
     * Notes it through Hibernate's session and its transaction.
     *
     * @param actor null for the service itself
     */
    public Uni<Void> record(
            Mutiny.Session session,
            @Nullable Reader actor,
            String action,
            String kind,
            Object refId,
            JsonObject details) {
        return session.createNativeQuery(
                        INTO
                                + "values (?1, ?2, cast(nullif(cast(?3 as text), '') as uuid), ?4, ?5, ?6, ?7, cast(cast(?8 as text) as jsonb))")
                .setParameter(1, Ids.next())
                .setParameter(2, clock.instant())
                .setParameter(3, actor == null ? "" : actor.userId().toString())
                .setParameter(4, actor == null ? SYSTEM : actor.username())
                .setParameter(5, action)
                .setParameter(6, kind)
                .setParameter(7, refId.toString())
                .setParameter(8, details.encode())
                .executeUpdate()
                .replaceWithVoid();
    }
}
