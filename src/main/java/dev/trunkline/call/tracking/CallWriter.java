package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes calls behind the tracker's back: nobody waits for it. Of each call only the newest state waits, so a slow
 * database makes for fewer writes and not for a longer queue. One batch is on its way at a time, which keeps every call's
 * states in order, and a moment passes between two, in which the many states of a call's beginning become one. Calls that go
 * on, which somebody may be looking at, do not wait behind many that are over. While the database is away batches are tried
 * again with back-off.
 *
 * <p>At most {@value #CAPACITY} calls wait. Beyond that a state of a call that goes on is dropped, to be replaced by the
 * next one; ends are dropped only when nothing else is left to drop. Both are counted, and who reads the PBX's journal is
 * told of a lost end. Thread-safe.
 */
@ApplicationScoped
class CallWriter {
    private static final Logger LOG = LoggerFactory.getLogger(CallWriter.class);
    private static final int CAPACITY = 50_000;
    private static final int BATCH = 200;
    /** Ends take long to write, and after a time unheard there are many: calls that go on do not wait behind all of them. */
    private static final int MOST_ENDS = 50;

    private static final Duration GATHERING = Duration.ofMillis(50);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final long FLUSH_SECONDS = 5;

    private final CallRows rows;
    private final int capacity;
    private final Duration gathering;
    private final Map<String, Call> waiting = new LinkedHashMap<>();
    private final Map<String, Call> underWay = new HashMap<>();
    private final Map<String, Boolean> refused = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > BATCH;
        }
    };
    private final Map<String, Instant> lost = new HashMap<>();
    private volatile Runnable onLoss = () -> {};
    private final Counter failures;
    private final Counter dropped;
    private boolean busy;
    private boolean endsLeft;
    private Duration pause = FIRST_PAUSE;
    private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);

    @Inject
    CallWriter(CallRows rows, MeterRegistry meters) {
        this(rows, meters, CAPACITY, GATHERING);
    }

    CallWriter(CallRows rows, MeterRegistry meters, int capacity, Duration gathering) {
        this.rows = rows;
        this.capacity = capacity;
        this.gathering = gathering;
        this.failures = Counter.builder("trunkline_call_writes_failed")
                .description("Batches of calls the database did not take; they are tried again")
                .register(meters);
        this.dropped = Counter.builder("trunkline_call_writes_dropped")
                .description("States of calls never written: too many waited, or the database refused the row itself")
                .register(meters);
        Gauge.builder("trunkline_call_writes_waiting", this, CallWriter::size)
                .description("Calls whose newest state is not yet written")
                .register(meters);
    }

    /** The calls that are open by the database's account. */
    Uni<List<Call>> open(int limit) {
        return rows.open(limit);
    }

    /** Takes the newest state of a call; returns at once. */
    void write(Call call) {
        boolean kept;
        synchronized (this) {
            kept = waiting.size() < capacity || waiting.containsKey(call.id()) || makeRoom(call);
            if (kept) {
                waiting.put(call.id(), call);
            } else if (!call.open()) {
                lost.merge(call.pbx(), call.startedAt(), (a, b) -> a.isBefore(b) ? a : b);
            }
            if (kept && busy) {
                return;
            }
            if (kept) {
                busy = true;
                idle = new CompletableFuture<>();
            }
        }
        if (kept) {
            next();
        } else if (!call.open()) {
            onLoss.run();
        }
    }

    /** Whether a call's end waits to be written, is under way, or is one that the database will not have. */
    synchronized boolean holdsEnd(String id) {
        return ended(waiting.get(id)) || ended(underWay.get(id)) || refused.containsKey(id);
    }

    private static boolean ended(@Nullable Call call) {
        return call != null && !call.open();
    }

    /** When the earliest call of a PBX began that is not written yet, lost ones included. */
    synchronized Optional<Instant> earliest(String pbx) {
        return Stream.concat(
                        Stream.concat(waiting.values().stream(), underWay.values().stream())
                                .filter(call -> call.pbx().equals(pbx))
                                .map(Call::startedAt),
                        Optional.ofNullable(lost.get(pbx)).stream())
                .min(Instant::compareTo);
    }

    /** When the earliest call of a PBX began whose end was dropped since last asked. */
    synchronized Optional<Instant> takeLoss(String pbx) {
        return Optional.ofNullable(lost.remove(pbx));
    }

    void onLoss(Runnable told) {
        onLoss = told;
    }

    private boolean makeRoom(Call call) {
        dropped.increment();
        if (call.open()) {
            return false;
        }
        for (Iterator<Call> each = waiting.values().iterator(); each.hasNext(); ) {
            if (each.next().open()) {
                each.remove();
                return true;
            }
        }
        LOG.error("The end of call {} is lost: {} ends wait for the database already", call.id(), capacity);
        return false;
    }

    private void next() {
        List<Call> batch = new ArrayList<>();
        synchronized (this) {
            underWay.clear();
            int ends = 0;
            endsLeft = false;
            for (Iterator<Call> each = waiting.values().iterator(); each.hasNext() && batch.size() < BATCH; ) {
                Call call = each.next();
                if (!call.open() && ends++ >= MOST_ENDS) {
                    endsLeft = true;
                    continue;
                }
                batch.add(call);
                underWay.put(call.id(), call);
                each.remove();
            }
            if (batch.isEmpty()) {
                busy = false;
                idle.complete(null);
                return;
            }
        }
        Uni.createFrom()
                .deferred(() -> rows.write(batch))
                .subscribe()
                .with(written -> succeeded(), failure -> failed(batch, failure));
    }

    private void succeeded() {
        boolean gathers;
        synchronized (this) {
            pause = FIRST_PAUSE;
            gathers = !waiting.isEmpty() && !endsLeft && gathering.isPositive();
        }
        if (gathers) {
            after(gathering);
        } else {
            next();
        }
    }

    private void after(Duration wait) {
        Uni.createFrom().voidItem().onItem().delayIt().by(wait).subscribe().with(ignored -> next());
    }

    private void failed(List<Call> batch, Throwable failure) {
        failures.increment();
        if (refusedForGood(failure)) {
            oneByOne(batch);
            return;
        }
        Duration wait;
        synchronized (this) {
            batch.forEach(call -> waiting.putIfAbsent(call.id(), call));
            wait = pause;
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        LOG.warn(
                "{} calls could not be written, tried again in {} ms: {}",
                batch.size(),
                wait.toMillis(),
                failure.toString());
        after(wait);
    }

    /** Whether the database objects to what is written (data, constraint, statement) rather than being away. */
    static boolean refusedForGood(Throwable failure) {
        if (failure instanceof IllegalArgumentException || failure instanceof ClassCastException) {
            return true;
        }
        if (!(failure instanceof PgException refused) || refused.getSqlState() == null) {
            return false;
        }
        String kind = refused.getSqlState().substring(0, 2);
        return kind.equals("22") || kind.equals("23") || kind.equals("42");
    }

    /** One row that the database refuses must not hold up the others. */
    private void oneByOne(List<Call> batch) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Call call : batch) {
            all = all.chain(() -> Uni.createFrom()
                    .deferred(() -> rows.write(List.of(call)))
                    .onFailure()
                    .recoverWithUni(failure -> {
                        if (refusedForGood(failure)) {
                            dropped.increment();
                            neverAgain(call);
                            LOG.error("The database refuses call {}: {}", call.id(), failure.toString());
                        } else {
                            synchronized (this) {
                                waiting.putIfAbsent(call.id(), call);
                            }
                        }
                        return Uni.createFrom().voidItem();
                    }));
        }
        all.subscribe().with(done -> next(), failure -> next());
    }

    private synchronized void neverAgain(Call call) {
        refused.put(call.id(), true);
    }

    /** How many calls wait to be written. */
    synchronized int size() {
        return waiting.size();
    }

    /** Batches the database did not take. */
    long failures() {
        return (long) failures.count();
    }

    /** States never written. */
    long dropped() {
        return (long) dropped.count();
    }

    /** Gives what still waits a few seconds; whatever does not make it is put right after the next start. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        CompletableFuture<Void> done;
        synchronized (this) {
            done = idle;
        }
        try {
            done.get(FLUSH_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{} calls are left unwritten; their state is taken from the PBX at the next start", size());
        }
    }
}
