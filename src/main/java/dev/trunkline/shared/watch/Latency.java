package dev.trunkline.shared.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long something takes each time: a histogram for Prometheus, and the same counts for whoever looks from within.
 * Thread-safe, and cheap enough for every event.
 */
public final class Latency {
    private final Timer timer;
    private final AtomicLongArray counts = new AtomicLongArray(LatencyCounts.BUCKETS);

    /** @param name of the metric, without unit */
    public Latency(MeterRegistry meters, String name, String description) {
        timer = Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(Arrays.stream(LatencyCounts.BOUNDS_MICROS)
                        .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
                        .toArray(Duration[]::new))
                .register(meters);
    }

    /** It took this long once. Less than nothing, as clocks that differ a little may say, counts as nothing. */
    public void record(Duration time) {
        Duration taken = time.isNegative() ? Duration.ZERO : time;
        timer.record(taken);
        counts.incrementAndGet(LatencyCounts.bucketOf(taken.toNanos() / 1_000));
    }

    /** All since the service started. */
    public LatencyCounts counts() {
        long[] now = new long[LatencyCounts.BUCKETS];
        Arrays.setAll(now, counts::get);
        return new LatencyCounts(now);
    }
}
