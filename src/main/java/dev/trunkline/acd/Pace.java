package dev.trunkline.acd;

import java.time.Duration;

/** How soon the PBX is told again of an agent's place, when it says otherwise or could not be told. Pure. */
final class Pace {
    /** A disagreement that lasts longer is counted and named. */
    static final Duration LONG = Duration.ofSeconds(5);

    private static final int QUICK_TRIES = 10;
    private static final Duration SETTLE = Duration.ofMillis(500);
    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final Duration STEADY = Duration.ofSeconds(5);

    private Pace() {}

    /**
     * The pause before the next try.
     *
     * @param tried how often in a row it was tried in vain; before the first try late news of our own commands arrive
     */
    static Duration after(int tried) {
        return tried == 0 ? SETTLE : tried < QUICK_TRIES ? QUICK : STEADY;
    }
}
