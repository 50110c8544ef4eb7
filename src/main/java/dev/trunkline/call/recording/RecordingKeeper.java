package dev.trunkline.call.recording;

import dev.trunkline.call.Call;
import dev.trunkline.call.recording.BadSound.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches recordings after their calls: from the PBX's directory, checked, into our place. What is pending stands in the
 * database, so a restart loses none.
 *
 * <pre>
 *   pending ──both files whole──────────────────> ready
 *      │ ^──not there, still written: again later
 *      │ ^──cannot be read or stored (disk full): again and again, for as long as it takes
 *      ├──not there after the last attempt──────> missing
 *      └──wrong, or unfinished after the last───> damaged
 * </pre>
 */
@ApplicationScoped
class RecordingKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingKeeper.class);
    static final int ATTEMPTS = 8;
    private static final int BATCH = 16;
    private static final int AT_ONCE = 2;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final RecordingStore store;
    private final RecordingFiles files;
    private final MeterRegistry meters;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("recording-", 0).factory());

    RecordingKeeper(RecordingStore store, RecordingFiles files, MeterRegistry meters) {
        this.store = store;
        this.files = files;
        this.meters = meters;
        // There from the start, so that a rule can watch the first one.
        List.of("ready", "missing", "damaged", "held-up").forEach(this::counter);
    }

    /** Fetches what is due. */
    @Scheduled(every = "{trunkline.recordings.every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> fetchDue() {
        return store.claim(BATCH, LEASE)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUni(this::fetch)
                .merge(AT_ONCE)
                .collect()
                .asList()
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warn("Recordings could not be looked after, tried again: {}", failure.toString());
                    return null;
                });
    }

    private Uni<Void> fetch(Recording recording) {
        String place = files.place(recording);
        return Uni.createFrom()
                .item(() -> work(recording, place))
                .runSubscriptionOn(workers)
                .chain(result -> result.stereo() == null
                        ? failed(recording, result.kind(), result.problem())
                        : count("ready", store.ready(recording, place, result.stereo())))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.error("Recording {} of call {} failed", recording.n(), recording.callId(), failure);
                    return failed(recording, Kind.HELD_UP, "It could not be stored; see the service's log");
                });
    }

    private record Result(@org.jspecify.annotations.Nullable Stereo stereo, Kind kind, String problem) {}

    private Result work(Recording recording, String place) {
        try {
            RecordingFiles.Pair pair = files.find(recording.file());
            boolean customers = recording.direction() == Call.Direction.INBOUND;
            Wav customer = customers ? pair.said() : pair.heard();
            Wav agent = customers ? pair.heard() : pair.said();
            return new Result(Stereo.make(customer, agent, files.resolve(place)), Kind.WRONG, "");
        } catch (BadSound e) {
            return new Result(null, e.kind(), e.problem());
        } catch (IOException e) {
            LOG.warn("Recording {} of call {}: {}", recording.n(), recording.callId(), e.toString());
            return new Result(null, Kind.HELD_UP, "It could not be read or stored: " + reason(e));
        }
    }

    /** What the system says, without the path that it may say it of. */
    private static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    private Uni<Void> failed(Recording recording, Kind kind, String problem) {
        boolean last = recording.attempts() >= ATTEMPTS;
        if (kind == Kind.HELD_UP) {
            return count("held-up", store.failed(recording, "pending", problem, pause(recording.attempts())));
        }
        if (kind != Kind.WRONG && !last) {
            return store.failed(recording, "pending", problem, pause(recording.attempts()));
        }
        String state = kind == Kind.ABSENT ? "missing" : "damaged";
        LOG.warn("Recording {} of call {} is {}: {}", recording.n(), recording.callId(), state, problem);
        return count(state, store.failed(recording, state, problem, Duration.ZERO));
    }

    private Uni<Void> count(String state, Uni<Void> stored) {
        return stored.invoke(() -> counter(state).increment());
    }

    private Counter counter(String state) {
        return meters.counter("trunkline_recordings", "state", state);
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
