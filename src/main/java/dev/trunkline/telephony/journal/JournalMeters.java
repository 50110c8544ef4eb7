package dev.trunkline.telephony.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts what comes of the journal, and holds how it is for whoever shows that. Thread-safe. */
@ApplicationScoped
class JournalMeters {
    private final Counter added;
    private final Counter mended;
    private final Counter bad;
    private final Counter failed;
    private volatile long doneAt = System.nanoTime();
    private volatile boolean used;
    private volatile @Nullable Recovery last;
    private volatile @Nullable String problem;

    JournalMeters(MeterRegistry meters) {
        added = recovered(meters, "added");
        mended = recovered(meters, "mended");
        bad = Counter.builder("trunkline_journal_bad_lines")
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
        bad.increment(recovery.badLines());
        last = recovery;
        if (recovery.complete()) {
            doneAt = System.nanoTime();
            problem = null;
        }
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

    /** What keeps the journal from being read, null when nothing does. */
    @Nullable
    String problem() {
        return problem;
    }
}
