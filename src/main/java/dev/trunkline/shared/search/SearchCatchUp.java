package dev.trunkline.shared.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has everything indexed that was there before, beside the running service and after each start. It needs no mark of how
 * far it came: what is missing tells. So it may be stopped at any time, and of two replicas each finds what the other has
 * not done yet. The gauge {@code trunkline_search_missing} counts down.
 */
@Singleton
class SearchCatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(SearchCatchUp.class);
    /** After the demo, which is made at 1600. */
    private static final int LAST = 2500;

    private static final int ROWS = 500;
    private static final int LOGGED_EACH = 50_000;
    private static final Duration SOME_TIME = Duration.ofSeconds(10);
    private static final int TRIES = 5;

    private final List<SearchRows> kinds;
    private final MeterRegistry meters;
    private volatile boolean stopped;

    SearchCatchUp(@All List<SearchRows> kinds, MeterRegistry meters) {
        this.kinds = kinds;
        this.meters = meters;
    }

    void begin(@Observes @Priority(LAST) StartupEvent started) {
        for (SearchRows kind : kinds) {
            AtomicLong missing =
                    meters.gauge("trunkline.search.missing", List.of(Tag.of("kind", kind.kind())), new AtomicLong());
            kind.missing()
                    .invoke(missing::set)
                    .flatMap(count -> count == 0 ? Uni.createFrom().voidItem() : all(kind, count, missing))
                    .onFailure()
                    .retry()
                    .withBackOff(SOME_TIME, SOME_TIME)
                    .atMost(TRIES)
                    .subscribe()
                    .with(
                            done -> {},
                            failure -> LOG.error("{}s are not all indexed for the search", kind.kind(), failure));
        }
    }

    void end(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private Uni<Void> all(SearchRows kind, long count, AtomicLong missing) {
        LOG.info("{} {}s are to be indexed for the search", count, kind.kind());
        AtomicReference<@Nullable UUID> after = new AtomicReference<>();
        return Multi.createBy()
                .repeating()
                .uni(() -> kind.make(after.get(), ROWS).emitOn(Infrastructure.getDefaultWorkerPool()))
                .whilst(last -> last.isPresent() && !stopped)
                .invoke(last -> {
                    after.set(last.orElse(null));
                    long left = last.isPresent() ? Math.max(0, missing.get() - ROWS) : 0;
                    missing.set(left);
                    if (left > 0 && left % LOGGED_EACH < ROWS) {
                        LOG.info("{}s still to be indexed: {}", kind.kind(), left);
                    }
                })
                .collect()
                .last()
                .invoke(last -> LOG.info(
                        "{}s: {}", kind.kind(), stopped ? "indexing goes on at the next start" : "all are indexed"))
                .replaceWithVoid();
    }
}
