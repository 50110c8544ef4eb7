package dev.trunkline.shared.outbox;

import dev.trunkline.shared.messaging.Channels;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what is in the outbox on channel {@code domain-events}, in the order it was written. An event counts as
 * published once every reader has acknowledged it, so that whatever dies in between, it is delivered again: at least
 * once to each reader, who takes it once by the {@link Inbox}. An event that a reader fails on is tried again later,
 * after those behind it.
 *
 * <p>Woken by the database as events are committed ({@link OutboxBell}), and every few seconds in case a bell was missed.
 */
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String WAITING = """
            select id, type, version, subject, occurred_at, payload from outbox
            where published_at is null and id <> all($1) order by created_at, id limit $2""";

    private final Pool pool;
    private final MutinyEmitter<DomainEvent> events;
    private final Retries retries;
    private final OutboxMeters meters;
    private final Clock clock;

    /** Wishes to drain that have not been met; above zero, a drain is under way. */
    private final AtomicInteger wanted = new AtomicInteger();

    OutboxRelay(
            Pool pool,
            @Channel(Channels.DOMAIN_EVENTS_OUT) MutinyEmitter<DomainEvent> events,
            OutboxMeters meters,
            Clock clock) {
        this.pool = pool;
        this.events = events;
        this.retries = new Retries(clock);
        this.meters = meters;
        this.clock = clock;
    }

    /** There may be something to publish. Never blocks; any thread may say so. */
    void wake() {
        if (wanted.getAndIncrement() == 0) {
            drain();
        }
    }

    /** Takes the figures, and publishes what no bell rang for. */
    void sweep() {
        pool.query("select count(*), coalesce(extract(epoch from now() - min(created_at)), 0)::float8 from outbox"
                        + " where published_at is null")
                .execute()
                .subscribe()
                .with(
                        rows -> rows.forEach(row -> meters.waiting(row.getLong(0), row.getDouble(1))),
                        failure -> LOG.warn("The outbox cannot be looked at: {}", failure.toString()));
        wake();
    }

    /** Events that everybody has had for long are dropped, and the notes of having had them later still. */
    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> forgetOld() {
        var limit = clock.instant().minus(KEPT);
        return pool.preparedQuery("delete from outbox where published_at < $1")
                .execute(Tuple.of(limit.atOffset(ZoneOffset.UTC)))
                .chain(() -> pool.preparedQuery("delete from inbox where event_id < $1")
                        .execute(Tuple.of(firstIdOf(limit.minus(KEPT).toEpochMilli()))))
                .replaceWithVoid();
    }

    private void drain() {
        int met = wanted.get();
        batch().subscribe()
                .with(
                        more -> {
                            if (more || wanted.addAndGet(-met) > 0) {
                                drain();
                            }
                        },
                        failure -> {
                            LOG.error("The outbox stands still; tried again in seconds: {}", failure.toString());
                            wanted.set(0);
                        });
    }

    /** Publishes some; whether there is more to do at once. */
    private Uni<Boolean> batch() {
        return pool.preparedQuery(WAITING)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(retries.notYet().toArray(UUID[]::new))
                        .addInteger(BATCH))
                .map(rows -> {
                    List<DomainEvent> found = new ArrayList<>();
                    rows.forEach(row -> found.add(event(row)));
                    return found;
                })
                .flatMap(found -> publish(found).flatMap(this::published).map(ignored -> found.size() == BATCH));
    }

    /** The ids of those that every reader took. Sent one after another without waiting, so that they keep their order. */
    private Uni<List<UUID>> publish(List<DomainEvent> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUni(event -> events.send(event)
                        .ifNoItem()
                        .after(PATIENCE)
                        .fail()
                        .replaceWith(event.id())
                        .invoke(retries::done)
                        .onFailure()
                        .recoverWithUni(failure -> {
                            meters.failed();
                            Duration pause = retries.failed(event.id());
                            LOG.error(
                                    "Event {} {} of {} was not taken; again in {}",
                                    event.type(),
                                    event.id(),
                                    event.subject(),
                                    pause,
                                    failure);
                            return Uni.createFrom().nullItem();
                        }))
                .merge(BATCH)
                .collect()
                .asList();
    }

    private Uni<Void> published(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        meters.published(ids.size());
        return pool.preparedQuery("update outbox set published_at = $1 where id = any($2)")
                .execute(Tuple.tuple()
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                        .addArrayOfUUID(ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    private static DomainEvent event(Row row) {
        return new DomainEvent(
                row.getUUID("id"),
                row.getString("type"),
                row.getInteger("version"),
                row.getString("subject"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                (JsonObject) row.getJson("payload"));
    }

    /** The least identifier (UUID version 7) of a millisecond. */
    private static UUID firstIdOf(long epochMs) {
        return new UUID(epochMs << 16 | 0x7000L, Long.MIN_VALUE);
    }
}
