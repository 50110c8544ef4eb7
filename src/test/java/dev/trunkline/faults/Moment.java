package dev.trunkline.faults;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One occasion on which a fault strikes: who calls when, and when in the midst of it the fault comes, follow from the seed.
 * {@code -Dfaults.moments} says how many there are, {@code -Dfaults.seed} repeats those of an earlier run.
 */
public record Moment(long seed) {
    /** Whether faults last as long as in real life; else shortened. */
    static final boolean FULL = Boolean.getBoolean("faults.full");

    private static final int COUNT = Integer.getInteger("faults.moments", 1);
    private static final long FIRST_SEED = firstSeed();

    static Stream<Moment> all() {
        return Stream.iterate(FIRST_SEED, seed -> seed + 1).limit(COUNT).map(Moment::new);
    }

    private static long firstSeed() {
        String asked = System.getProperty("faults.seed", "");
        if (!asked.isEmpty()) {
            return Long.parseLong(asked);
        }
        return FULL ? new Random().nextInt(1_000_000) : 1;
    }

    Random random() {
        return new Random(seed);
    }

    /** Lets real time pass; for the length of a fault, which is no condition to wait for. */
    public static void passes(Duration time) {
        Executor later = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> {}, later).join();
    }

    static void passesSeconds(int full, int shortened) {
        passes(Duration.ofSeconds(FULL ? full : shortened));
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }
}
