package dev.trunkline.shared.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the database ring (PostgreSQL's LISTEN and NOTIFY) as events are committed, in whichever replica, and wakes the
 * relay. Holds one connection; when it is lost, takes another.
 */
@ApplicationScoped
class OutboxBell {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxBell.class);
    private static final long RETRY_MS = 2_000;

    private final Pool pool;
    private final Vertx vertx;
    private final OutboxRelay relay;
    private volatile boolean open;
    private volatile @Nullable PgConnection connection;

    OutboxBell(Pool pool, Vertx vertx, OutboxRelay relay) {
        this.pool = pool;
        this.vertx = vertx;
        this.relay = relay;
    }

    /** Channels are connected by now. */
    void start(@Observes StartupEvent event) {
        open = true;
        listen();
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
        PgConnection held = connection;
        if (held != null) {
            held.close().subscribe().with(ignored -> {}, failure -> LOG.debug("Not closed", failure));
        }
    }

    @Scheduled(every = "5s")
    void sweep() {
        if (open) {
            relay.sweep();
        }
    }

    private void listen() {
        pool.getConnection()
                .map(PgConnection::cast)
                .invoke(listening -> {
                    connection = listening;
                    listening.notificationHandler(ring -> relay.wake());
                    listening.closeHandler(this::again);
                })
                .flatMap(listening -> listening.query("listen outbox").execute())
                .subscribe()
                // What was committed before we listened rang for nobody.
                .with(ignored -> relay.wake(), failure -> {
                    LOG.warn("The outbox's bell is not heard: {}", failure.toString());
                    again();
                });
    }

    private void again() {
        if (open) {
            vertx.setTimer(RETRY_MS, timer -> {
                if (open) {
                    listen();
                }
            });
        }
    }
}
