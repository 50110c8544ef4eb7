package dev.trunkline.telephony.ami;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: the wait doubles with each failure up to a limit, and half of it is left to
 * chance so that many clients of one PBX do not come back in step. Not thread-safe.
 */
final class Backoff {
    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
    }

    /** The wait after one more failure. */
    Duration next() {
        long full = Math.min(most.toMillis(), first.toMillis() << Math.min(failures, 20));
        failures++;
        return spread(Duration.ofMillis(full));
    }

    /** Half of the wait for certain, the other half by chance. */
    Duration spread(Duration wait) {
        long half = wait.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }

    void reset() {
        failures = 0;
    }
}
