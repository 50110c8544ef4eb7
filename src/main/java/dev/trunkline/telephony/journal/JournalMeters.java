package dev.trunkline.telephony.journal;

import dev.trunkline.telephony.JournalReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what comes of the journal, and holds how it is for whoever shows that. Thread-safe. */
@ApplicationScoped
class JournalMeters {
    /** Bad lines that are remembered by where they stand. */
    private static final int MOST_BAD = 10;

    private final Counter added;
    private final Counter mended;
    private final Counter badCount;
    private final Counter failed;
    private volatile long doneAt = System.nanoTime();
    private volatile boolean used;
    private volatile @Nullable Recovery last;
    private volatile @Nullable String problem;
    private volatile @Nullable Instant watermark;
    private volatile List<JournalReport.BadLine> bad = List.of();

    JournalMeters(MeterRegistry meters) {
        added = recovered(meters, "added");
        mended = recovered(meters, "mended");
        badCount = Counter.builder("trunkline_journal_bad_lines")
                .description("Lines of the PBX's journal that could not be read")
                .register(meters);
        failed = Counter.builder("trunkline_journal_failures")
                .description("Readings of the PBX's journal that could not be finished; they are tried again")
                .register(meters);
        TimeGauge.builder("trunkline_journal_lag", this, TimeUnit.SECONDS, JournalMeters::lag)
                .description("Time since the PBX's journal was last looked through to its end")
                .register(meters);
    }

    private static Counter recovered(MeterRegistry meters, String how) {
        return Counter.builder("trunkline_calls_recovered")
                .description("Calls put right from the PBX's journal: added, or mended where a part had been seen")
                .tag("how", how)
                .register(meters);
    }

    private double lag() {
        return used ? TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - doneAt) : 0;
    }

    /** There is a journal; until it has been read it lags from now on. */
    void begin() {
        used = true;
        doneAt = System.nanoTime();
    }

    void done(Recovery recovery) {
        added.increment(recovery.added());
        mended.increment(recovery.mended());
        badCount.increment(recovery.badLines());
        last = recovery;
        remember(recovery);
        if (recovery.complete()) {
            doneAt = System.nanoTime();
            problem = null;
        }
    }

    private void remember(Recovery recovery) {
        bad = Stream.concat(
                        recovery.bad().reversed().stream()
                                .map(one -> new JournalReport.BadLine(
                                        one.file(), one.offset(), one.problem(), recovery.at())),
                        bad.stream())
                .limit(MOST_BAD)
                .toList();
    }

    /** The journal is done with up to here, by the PBX's clock; null when it was never read. */
    void watermark(@Nullable Instant reached) {
        watermark = reached;
    }

    void failed(String why) {
        failed.increment();
        problem = why;
    }

    /** The latest reading, null before the first. */
    @Nullable
    Recovery last() {
        return last;
    }

    /**
     * All of it.
     *
     * @param directory where the journal is, null when there is none
     */
    JournalReport report(@Nullable String directory) {
        Recovery reading = last;
        return new JournalReport(
                directory == null
                        ? JournalReport.State.NONE
                        : problem == null ? JournalReport.State.OK : JournalReport.State.UNREADABLE,
                problem,
                directory,
                watermark,
                reading == null ? null : reading.until(),
                reading == null ? null : reading.at(),
                (long) (lag() * 1_000),
                (long) added.count(),
                (long) mended.count(),
                (long) failed.count(),
                (long) badCount.count(),
                bad);
    }

    /** What keeps the journal from being read, null when nothing does. */
    @Nullable
    String problem() {
        return problem;
    }
}
