package dev.trunkline.boot.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way each time, so that a demo can be shown twice. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** From 0 to just under 1. */
    double share() {
        return random.nextDouble();
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number, both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** One of them, the first ones far more often: a few customers call all the time. */
    <T> T pickEarly(List<T> from) {
        double skewed = Math.pow(random.nextDouble(), 2.2);
        return from.get((int) (skewed * from.size()));
    }

    /** A time between the two, to the millisecond. */
    Duration seconds(double least, double most) {
        return Duration.ofMillis(Math.round((least + random.nextDouble() * (most - least)) * 1000));
    }

    /** A time as conversations have it: mostly near the median, now and then several times as long. */
    Duration around(double medianSeconds, double leastSeconds, double mostSeconds) {
        double drawn = medianSeconds * Math.exp(random.nextGaussian() * 0.7);
        return Duration.ofMillis(Math.round(Math.clamp(drawn, leastSeconds, mostSeconds) * 1000));
    }
}
