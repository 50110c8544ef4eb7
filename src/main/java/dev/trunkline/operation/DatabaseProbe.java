package dev.trunkline.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Asks the database for a sign of life as all work does: by the same pool. Never blocks. */
@ApplicationScoped
// Its figures are told from the start, so that a rule can watch the first one.
@Startup
class DatabaseProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Pool pool;
    private final Clock clock;
    private final Timer answers;
    /** Whether an earlier question waits for its answer still: a database that hangs is not asked ever more. */
    private final AtomicBoolean asking = new AtomicBoolean();

    private volatile DatabaseReport last;

    DatabaseProbe(Pool pool, Clock clock, MeterRegistry meters) {
        this.pool = pool;
        this.clock = clock;
        last = new DatabaseReport(true, clock.instant(), null, null);
        answers = Timer.builder("trunkline_database_answer")
                .description("Time to get a connection and the answer to an empty question")
                .register(meters);
        Gauge.builder("trunkline_database_up", this, self -> self.last.up() ? 1 : 0)
                .description("Whether the database answers within a second")
                .register(meters);
    }

    /** How it is now; does not fail, and takes a second at most. */
    Uni<DatabaseReport> look() {
        return Uni.createFrom().deferred(() -> {
            if (!asking.compareAndSet(false, true)) {
                return Uni.createFrom().item(last);
            }
            long began = System.nanoTime();
            Uni<Boolean> answer = pool.query("select 1")
                    .execute()
                    .replaceWith(true)
                    .onTermination()
                    .invoke(() -> asking.set(false))
                    .memoize()
                    .indefinitely();
            return answer.ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .map(answered -> told(Duration.ofNanos(System.nanoTime() - began), null))
                    .onFailure()
                    .recoverWithItem(failure -> told(null, why(failure)));
        });
    }

    private DatabaseReport told(@Nullable Duration took, @Nullable String why) {
        DatabaseReport before = last;
        boolean up = took != null;
        if (took != null) {
            answers.record(took);
        }
        DatabaseReport now = new DatabaseReport(
                up,
                before.up() == up ? before.since() : clock.instant(),
                took == null ? null : took.toNanos() / 10_000 / 100.0,
                why);
        last = now;
        return now;
    }

    private static String why(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return "no answer within " + PATIENCE.toMillis() + " ms";
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
