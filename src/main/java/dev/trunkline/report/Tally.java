package dev.trunkline.report;

import dev.trunkline.acd.QueueGoal;
import dev.trunkline.call.Call.VisitOutcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a queue has done in a day or an interval, for the board and for reports. All figures are sums, so that tallies can
 * be added.
 *
 * @param offered callers who joined, those who still wait too
 * @param answeredInTime those of the answered who waited no longer than the queue's service level allows
 * @param abandoned callers who gave up, short abandons apart
 * @param overflowed callers whom the queue did not keep
 * @param answeredWaitMs how long all answered callers waited together
 */
public record Tally(
        int offered,
        int answered,
        int answeredInTime,
        int abandoned,
        int shortAbandoned,
        int overflowed,
        long answeredWaitMs) {
    /** How the service level is reckoned: the word for it on the board. */
    public static final String FORMULA = "answered-in-time/(offered-short-abandoned)";

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    /** One stay by itself. */
    public static Tally of(Stay stay, QueueGoal goal) {
        long waited = Objects.requireNonNullElse(stay.waitedMs(), 0L);
        return of(1, stay.outcome(), waited <= inTimeMs(goal), waited < goal.shortAbandonMs(), waited);
    }

    /**
     * Stays of one kind together.
     *
     * @param inTime whether each waited no longer than {@link #inTimeMs}
     * @param shortly whether each waited less than the queue's short abandons
     * @param waitedMs how long they waited together
     */
    static Tally of(int stays, @Nullable VisitOutcome outcome, boolean inTime, boolean shortly, long waitedMs) {
        return switch (outcome) {
            case null -> new Tally(stays, 0, 0, 0, 0, 0, 0);
            case ANSWERED -> new Tally(stays, stays, inTime ? stays : 0, 0, 0, 0, waitedMs);
            case ABANDONED -> new Tally(stays, 0, 0, shortly ? 0 : stays, shortly ? stays : 0, 0, 0);
            case OVERFLOWED -> new Tally(stays, 0, 0, 0, 0, stays, 0);
        };
    }

    /** Who waits no longer than this is answered in time. */
    static long inTimeMs(QueueGoal goal) {
        return 1000L * goal.serviceLevelSeconds();
    }

    public Tally plus(Tally other) {
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
    public @Nullable Long averageAnswerMs() {
        return Share.mean(answeredWaitMs, answered);
    }

    /** In percent with one decimal, by {@link #FORMULA}; null while there is nothing to divide by. */
    public @Nullable Double serviceLevel() {
        return Share.percent(answeredInTime, offered - shortAbandoned);
    }
}
