package dev.trunkline.report;

import org.jspecify.annotations.Nullable;

/** Figures that are divided, null while there is nothing to divide by. */
final class Share {
    private Share() {}

    /** In percent with one decimal. */
    static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : Math.round(1000.0 * part / whole) / 10.0;
    }

    /** The mean, rounded. */
    static @Nullable Long mean(long sum, long count) {
        return count == 0 ? null : Math.round((double) sum / count);
    }
}
