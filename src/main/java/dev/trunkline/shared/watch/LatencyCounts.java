package dev.trunkline.shared.watch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How often something took how long, by buckets. Immutable. */
public final class LatencyCounts {
    /** The longest time of each bucket; one more takes what is longer still. */
    static final long[] BOUNDS_MICROS = {
        500,
        1_000,
        2_000,
        3_000,
        5_000,
        7_500,
        10_000,
        15_000,
        25_000,
        50_000,
        75_000,
        100_000,
        150_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000,
        30_000_000,
        60_000_000
    };

    static final int BUCKETS = BOUNDS_MICROS.length + 1;

    private final long[] counts;

    LatencyCounts(long[] counts) {
        this.counts = counts;
    }

    /** Nothing yet. */
    public static LatencyCounts none() {
        return new LatencyCounts(new long[BUCKETS]);
    }

    static int bucketOf(long micros) {
        int found = Arrays.binarySearch(BOUNDS_MICROS, micros);
        return found < 0 ? -found - 1 : found;
    }

    /** What came after these earlier counts of the same thing. */
    public LatencyCounts since(LatencyCounts earlier) {
        long[] left = counts.clone();
        Arrays.setAll(left, i -> counts[i] - earlier.counts[i]);
        return new LatencyCounts(left);
    }

    /** How many there are. */
    public long count() {
        return Arrays.stream(counts).sum();
    }

    /** How many took longer than a second. */
    public long overASecond() {
        return Arrays.stream(counts, bucketOf(1_000_000) + 1, BUCKETS).sum();
    }

    /**
     * The time in milliseconds that this share of them took at most, evened out within the bucket as Prometheus does it; at
     * most a minute, which stands for all that is longer. Null when there are none.
     *
     * @param share 0 to 1
     */
    public @Nullable Double quantileMs(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * count()));
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            if (counts[i] > 0 && seen + counts[i] >= wanted) {
                double least = i == 0 ? 0 : BOUNDS_MICROS[i - 1];
                double most = BOUNDS_MICROS[Math.min(i, BOUNDS_MICROS.length - 1)];
                double micros = least + (most - least) * (wanted - seen) / counts[i];
                return Math.round(micros) / 1_000.0;
            }
            seen += counts[i];
        }
        return null;
    }
}
