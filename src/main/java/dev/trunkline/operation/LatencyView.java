package dev.trunkline.operation;

import dev.trunkline.shared.watch.LatencyCounts;
import org.jspecify.annotations.Nullable;

/**
 * How long something took in the last minutes.
 *
 * @param count how often there was something to time
 * @param p50Ms half of the times are no longer than this, null when there are none
 * @param p99Ms 99 of 100
 * @param overASecond how many took longer than a second
 */
public record LatencyView(
        long count, @Nullable Double p50Ms, @Nullable Double p99Ms, long overASecond) {

    static LatencyView of(LatencyCounts counts) {
        return new LatencyView(counts.count(), counts.quantileMs(0.5), counts.quantileMs(0.99), counts.overASecond());
    }
}
