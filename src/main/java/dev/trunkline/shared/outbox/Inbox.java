package dev.trunkline.shared.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets a consumer take each event once: note it in the transaction that acts on it. */
@Singleton
public final class Inbox {
    Inbox() {}

    /** Notes that the consumer takes the event; false when it has taken it before. */
    public Uni<Boolean> take(SqlClient transaction, String consumer, UUID eventId) {
        return transaction
                .preparedQuery("insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(consumer, eventId))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Notes that the consumer takes the event; false when it has taken it before. */
    public Uni<Boolean> take(Mutiny.Session session, String consumer, UUID eventId) {
        return session.createNativeQuery(
                        "insert into inbox (consumer, event_id) values (?1, ?2) on conflict do nothing")
                .setParameter(1, consumer)
                .setParameter(2, eventId)
                .executeUpdate()
                .map(rows -> rows == 1);
    }
}
