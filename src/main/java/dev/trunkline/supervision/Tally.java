package dev.trunkline.supervision;

import dev.trunkline.acd.QueueGoal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a queue has done in a day or an interval. All figures are sums, so that tallies can be added.
 *
 * @param offered callers who joined, those who still wait too
 * @param answeredInTime those of the answered who waited no longer than the queue's service level allows
 * @param abandoned callers who gave up, short abandons apart
 * @param overflowed callers whom the queue did not keep
 * @param answeredWaitMs how long all answered callers waited together
 */
record Tally(
        int offered,
        int answered,
        int answeredInTime,
        int abandoned,
        int shortAbandoned,
        int overflowed,
        long answeredWaitMs) {
    /** How the service level is reckoned: the word for it on the board. */
    static final String FORMULA = "answered-in-time/(offered-short-abandoned)";

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    /** One stay by itself. */
    static Tally of(Stay stay, QueueGoal goal) {
        if (stay.outcome() == null) {
            return new Tally(1, 0, 0, 0, 0, 0, 0);
        }
        long waited = Objects.requireNonNullElse(stay.waitedMs(), 0L);
        return switch (stay.outcome()) {
            case ANSWERED -> new Tally(1, 1, waited <= 1000L * goal.serviceLevelSeconds() ? 1 : 0, 0, 0, 0, waited);
            case ABANDONED ->
                waited < goal.shortAbandonMs() ? new Tally(1, 0, 0, 0, 1, 0, 0) : new Tally(1, 0, 0, 1, 0, 0, 0);
            case OVERFLOWED -> new Tally(1, 0, 0, 0, 0, 1, 0);
        };
    }

    Tally plus(Tally other) {
        return new Tally(
                offered + other.offered,
                answered + other.answered,
                answeredInTime + other.answeredInTime,
                abandoned + other.abandoned,
                shortAbandoned + other.shortAbandoned,
                overflowed + other.overflowed,
                answeredWaitMs + other.answeredWaitMs);
    }

    /** The mean wait of those answered (ASA), null while nobody was. */
    @Nullable
    Long averageAnswerMs() {
        return answered == 0 ? null : Math.round((double) answeredWaitMs / answered);
    }

    /** In percent with one decimal, by {@link #FORMULA}; null while there is nothing to divide by. */
    @Nullable
    Double serviceLevel() {
        int counted = offered - shortAbandoned;
        return counted == 0 ? null : Math.round(1000.0 * answeredInTime / counted) / 10.0;
    }
}
