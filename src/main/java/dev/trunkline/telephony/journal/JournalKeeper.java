package dev.trunkline.telephony.journal;

import dev.trunkline.call.CallConfig;
import dev.trunkline.call.CallRecovery;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.call.tracking.CallRules;
import dev.trunkline.shared.Ids;
import dev.trunkline.telephony.Gap;
import dev.trunkline.telephony.GapCloser;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the PBX's journal whenever something may have been missed, and from time to time because it may. One virtual
 * thread does all of it, beside the live events.
 *
 * <pre>
 *   link up ──lists told──> gap ──> read from the watermark ──> vanished calls' ends found, and CEL come as far as the gap?
 *                                        ^        ├── not yet, and still patient ──┘      │ yes
 *                                        │        v                                       v
 *                                        └────────┘              vanished calls' ends told, kept ends let go, record
 *   an end lost for the database ────────┤
 *   a call missed in part has ended, soon ┤
 *   time to check (the newest part only) ┘
 * </pre>
 *
 * <p>The watermark is a time of the journal itself, so that it does not matter how the clocks of PBX and service differ.
 * It stands before every call that is open, waits to be stored or had to be left, and moves with complete readings only.
 */
@ApplicationScoped
class JournalKeeper implements GapCloser {
    private static final Logger LOG = LoggerFactory.getLogger(JournalKeeper.class);
    private static final int BEFORE_THE_LINK = 1_600;
    private static final Duration DATABASE = Duration.ofSeconds(10);
    /** Rows of one moment are not all written at once, and the PBX's lists tell whole seconds. */
    private static final Duration MARGIN = Duration.ofSeconds(2);
    /** How far back a check looks; calls that it finds and that began before are read whole. */
    private static final Duration CHECKED = Duration.ofMinutes(10);

    /** A PBX that has much to do writes CEL a while after the fact, and queue_log at once. */
    private static final int LAGGING = 5;

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final JournalConfig config;
    private final CallRecovery recovery;
    private final OpenCallIds openCalls;
    private final Recoveries recoveries;
    private final JournalMeters meters;
    private final Clock clock;
    private final @Nullable JournalReader reader;
    private final @Nullable JournalPass pass;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /** The rest is touched by the keeper's own thread only. */
    private @Nullable String pbx;

    private @Nullable Instant watermark;
    private @Nullable Instant newest;
    private @Nullable Instant lost;
    private @Nullable Gap unfinished;
    private boolean lookFurther;

    /** Whether a call has ended of which a part was missed, since the last reading began. */
    private final AtomicBoolean partEnded = new AtomicBoolean();

    /** What is to be done, soon or at once; without a gap: look for an end lost for the database. */
    private record Request(@Nullable Gap gap, boolean soon, Runnable afterwards) {
        static final Request LOSS = new Request(null, false, () -> {});
        static final Request CHECK = new Request(null, true, () -> {});
    }

    JournalKeeper(
            JournalConfig config,
            CallConfig calls,
            CallRecovery recovery,
            OpenCallIds openCalls,
            Recoveries recoveries,
            JournalMeters meters,
            Clock clock) {
        this.config = config;
        this.recovery = recovery;
        this.openCalls = openCalls;
        this.recoveries = recoveries;
        this.meters = meters;
        this.clock = clock;
        this.reader = config.journalDir().map(Path::of).map(JournalReader::new).orElse(null);
        this.pass = reader == null
                ? null
                : new JournalPass(reader, recovery, openCalls, CallRules.agents(calls.agentEndpoints()));
    }

    void start(@Observes @Priority(BEFORE_THE_LINK) StartupEvent started) {
        if (pass == null) {
            LOG.info("The PBX shares no journal (trunkline.pbx.journal-dir): what is missed is not recovered");
            return;
        }
        meters.begin();
        recovery.onLoss(() -> requests.add(Request.LOSS));
        recovery.onPartEnd(() -> {
            if (!partEnded.getAndSet(true)) {
                requests.add(Request.CHECK);
            }
        });
        thread = Thread.ofVirtual().name("journal").start(this::keep);
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped.countDown();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public void opens(String name) {
        if (pass != null) {
            recovery.keepEnds(name, Instant.MAX);
        }
    }

    @Override
    public void close(Gap gap, Runnable afterwards) {
        if (pass == null) {
            afterwards.run();
        } else {
            recovery.keepEnds(gap.pbx(), gap.at());
            requests.add(new Request(gap, false, afterwards));
        }
    }

    private void keep() {
        try {
            while (stopped.getCount() > 0) {
                serve(requests.poll(pause().toMillis(), TimeUnit.MILLISECONDS));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        boolean soon =
                pass != null && pass.waits() || unfinished != null || lookFurther || lost != null || partEnded.get();
        return soon && SOON.compareTo(config.journalEvery()) < 0 ? SOON : config.journalEvery();
    }

    private void serve(@Nullable Request request) throws InterruptedException {
        if (request != null && request.soon()) {
            // The PBX writes the end down in a moment; the next turn is not far.
            return;
        }
        Gap gap = request == null ? unfinished : request.gap();
        try {
            if (gap != null) {
                pbx = gap.pbx();
            }
            if (pbx != null) {
                work(pbx, gap, request != null && gap != null);
            }
        } catch (IOException | RuntimeException failure) {
            unfinished = gap;
            if (stopped.getCount() > 0) {
                if (!failure.toString().equals(meters.problem())) {
                    LOG.error("The PBX's journal could not be read; it is tried again", failure);
                }
                meters.failed(failure.toString());
            }
            if (pbx != null) {
                recovery.releaseEnds(pbx);
            }
        } finally {
            if (request != null) {
                if (request.gap() != null) {
                    recovery.releaseEnds(request.gap().pbx());
                }
                request.afterwards().run();
            }
        }
    }

    private void work(String name, @Nullable Gap gap, boolean patient) throws IOException, InterruptedException {
        partEnded.set(false);
        Instant at = clock.instant();
        long began = System.nanoTime();
        long patience = config.journalPatience().toNanos();
        boolean known = watermark(name, gap);
        recovery.takeLoss(name).ifPresent(since -> lost = earliest(lost, since));
        RecoveryReason reason =
                gap != null ? RecoveryReason.LINK : lost != null ? RecoveryReason.STORAGE : RecoveryReason.CHECK;
        List<JournalPass.Result> results = new ArrayList<>();
        Instant from = from(name, gap);
        boolean whole = gap != null || lost != null || lookFurther || newest == null;
        while (true) {
            results.add(read(name, from, gap, whole));
            Instant reached = results.getLast().tally().newest();
            boolean found =
                    gap == null || reached == null || Collections.disjoint(openCalls.openCalls(name), gap.vanished());
            boolean caughtUp = gap == null || reached == null || !reached.isBefore(gap.at()) || !goOn(name, gap.at());
            long waited = System.nanoTime() - began;
            if (found && caughtUp || !patient || waited > (caughtUp ? patience : LAGGING * patience)) {
                break;
            }
            if (stopped.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        JournalPass.Result last = results.getLast();
        boolean complete = known && !last.incomplete();
        Recovery done = new Recovery(
                Ids.next(),
                name,
                reason,
                at,
                Duration.ofNanos(System.nanoTime() - began),
                from,
                last.tally().newest(),
                last.tally().lines(),
                results.stream().mapToLong(result -> result.tally().badLines()).sum(),
                results.stream()
                        .flatMap(result -> result.tally().bad().stream())
                        .limit(Tally.MOST_NAMED)
                        .toList(),
                results.stream().mapToInt(JournalPass.Result::added).sum(),
                results.stream().mapToInt(JournalPass.Result::mended).sum(),
                complete);
        finish(done, gap, last);
    }

    /** Whether there are calls of before the gap's end of which the journal may still have to tell something. */
    private boolean goOn(String name, Instant before) {
        return recovery.unsettledSince(name).filter(before::isAfter).isPresent();
    }

    /**
     * Knows the watermark, or that there is none yet; false when the database does not say. It is asked again after each
     * gap, for another replica may have held the link meanwhile.
     */
    private boolean watermark(String name, @Nullable Gap gap) {
        if (watermark != null && gap == null) {
            return true;
        }
        try {
            Optional<Instant> stored = recoveries.watermark(name).await().atMost(DATABASE);
            // A journal never read before is that of calls which are none of ours.
            watermark = stored.orElse(watermark != null || gap == null ? watermark : gap.at());
            meters.watermark(watermark);
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("How far the PBX's journal is done with cannot be read: {}", failure.toString());
            return false;
        }
    }

    private Instant from(String name, @Nullable Gap gap) {
        Instant all = Stream.of(Optional.ofNullable(watermark), Optional.ofNullable(lost), unsettled(name))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElseGet(() -> gap == null ? clock.instant() : gap.at());
        boolean whole = gap != null || lost != null || lookFurther || newest == null;
        Instant checked = newest == null ? all : newest.minus(CHECKED);
        return whole || checked.isBefore(all) ? all : checked;
    }

    private Optional<Instant> unsettled(String name) {
        return pass == null ? Optional.empty() : pass.unsettledSince(name).map(since -> since.minus(MARGIN));
    }

    private JournalPass.Result read(String name, Instant from, @Nullable Gap gap, boolean whole) throws IOException {
        if (reader == null || pass == null) {
            throw new IllegalStateException("There is no journal");
        }
        String problem = reader.problem();
        if (problem != null) {
            throw new IOException(problem);
        }
        return pass.read(name, from, gap, whole);
    }

    private void finish(Recovery done, @Nullable Gap gap, JournalPass.Result last) {
        newest = latest(newest, done.until());
        unfinished = done.complete() ? null : gap;
        lost = done.complete() ? null : lost;
        lookFurther = last.partial();
        meters.done(done);
        if (done.added() + done.mended() > 0 || done.badLines() > 0) {
            LOG.info(
                    "The PBX's journal from {} on: {} calls added, {} mended in {} ms, {} lines read, {} of them bad",
                    done.since(),
                    done.added(),
                    done.mended(),
                    done.duration().toMillis(),
                    done.lines(),
                    done.badLines());
        }
        if (done.complete() && !last.partial() && newest != null) {
            Instant reached = newest.minus(MARGIN);
            Instant moved = unsettled(done.pbx())
                    .filter(since -> since.isBefore(reached))
                    .orElse(reached);
            keep(done.pbx(), moved);
        }
        if (done.notable()) {
            recoveries.add(done).await().atMost(DATABASE);
        }
    }

    private void keep(String name, Instant moved) {
        if (!moved.equals(watermark)) {
            recoveries.moveWatermark(name, moved).await().atMost(DATABASE);
            watermark = moved;
            meters.watermark(moved);
        }
    }

    private static Instant earliest(@Nullable Instant a, Instant b) {
        return a == null || b.isBefore(a) ? b : a;
    }

    private static @Nullable Instant latest(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }
}
