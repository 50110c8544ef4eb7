package dev.trunkline.customer;

import dev.trunkline.shared.outbox.DomainEvent;
import dev.trunkline.shared.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Domain events of this room, version 1: {@code customer.changed|deleted|noted}, the last for any change of its notes, the
 * first also for one of its addresses or of who is not the same. Subject is the customer's id; the payload is empty: who
 * wants to know more asks, as far as they may.
 */
@Singleton
class CustomerEvents {
    private static final int VERSION = 1;

    private final Outbox outbox;
    private final Clock clock;

    CustomerEvents(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param what the second half of the type */
    Uni<Void> add(Mutiny.Session session, String what, UUID customer) {
        return outbox.add(session, event(what, customer));
    }

    /** The same through a transaction of the reactive client. */
    Uni<Void> add(SqlClient transaction, String what, UUID customer) {
        return outbox.add(transaction, event(what, customer));
    }

    private DomainEvent event(String what, UUID customer) {
        return DomainEvent.of("customer." + what, VERSION, customer.toString(), clock.instant(), new JsonObject());
    }
}
