package dev.trunkline.shared.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Writes domain events into the same transaction as the change that caused them, so that a crash neither loses nor
 * invents one. A relay publishes them after the commit.
 */
@Singleton
public final class Outbox {
    private static final String INTO =
            "insert into outbox (id, type, version, subject, occurred_at, payload, dedup_key, created_at) ";
    private static final String ADD =
            INTO + "values ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8) on conflict (dedup_key) do nothing";

    private final Clock clock;

    Outbox(Clock clock) {
        this.clock = clock;
    }

    /** Adds an event through a connection or transaction of the reactive client. */
    public Uni<Void> add(SqlClient transaction, DomainEvent event) {
        return add(transaction, event, null);
    }

    /**
     * Adds an event through a connection or transaction of the reactive client.
     *
     * @param dedupKey at most one event ever has it, further ones are dropped; null for none
     */
    public Uni<Void> add(SqlClient transaction, DomainEvent event, @Nullable String dedupKey) {
        return transaction.preparedQuery(ADD).execute(row(event, dedupKey)).replaceWithVoid();
    }

    /** Adds events, one or more, in one go; of those with one key at most one ever. */
    public Uni<Void> addOnce(SqlClient transaction, List<Once> events) {
        return transaction
                .preparedQuery(ADD)
                .executeBatch(
                        events.stream().map(one -> row(one.event(), one.key())).toList())
                .replaceWithVoid();
    }

    /** An event that is added unless there ever was one with this key. */
    public record Once(DomainEvent event, String key) {}

    private Tuple row(DomainEvent event, @Nullable String dedupKey) {
        return Tuple.from(new @Nullable Object[] {
            event.id(),
            event.type(),
            event.version(),
            event.subject(),
            event.occurredAt().atOffset(ZoneOffset.UTC),
            event.payload().encode(),
            dedupKey,
            clock.instant().atOffset(ZoneOffset.UTC)
        });
    }

    /** Adds an event through Hibernate's session and its transaction. */
    public Uni<Void> add(Mutiny.Session session, DomainEvent event) {
        return add(session, event, null);
    }

    /**
     * Adds an event through Hibernate's session and its transaction.
     *
     * @param dedupKey at most one event ever has it, further ones are dropped; null for none
     */
    public Uni<Void> add(Mutiny.Session session, DomainEvent event, @Nullable String dedupKey) {
        return session.createNativeQuery(
                        INTO
                                + "values (?1, ?2, ?3, ?4, ?5, cast(cast(?6 as text) as jsonb), nullif(cast(?7 as text), ''), ?8) on conflict (dedup_key) do nothing")
                .setParameter(1, event.id())
                .setParameter(2, event.type())
                .setParameter(3, event.version())
                .setParameter(4, event.subject())
                .setParameter(5, event.occurredAt())
                .setParameter(6, event.payload().encode())
                .setParameter(7, dedupKey == null ? "" : dedupKey)
                .setParameter(8, clock.instant())
                .executeUpdate()
                .replaceWithVoid();
    }
}
