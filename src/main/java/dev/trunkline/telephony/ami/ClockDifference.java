package dev.trunkline.telephony.ami;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the PBX's clock is ahead of ours, as its answers to pings tell. An answer is stamped after we asked and before we
 * heard it, which bounds the difference from both sides; the narrowest of the last bounds is believed. Thread-safe.
 */
final class ClockDifference {
    /** A minute of pings over one connection. */
    private static final int KEPT = 12;

    private final Deque<Bounds> last = new ArrayDeque<>();

    /** Asked for with each event, so it is kept. */
    private volatile @Nullable Bounds best;

    /** The PBX's clock is ahead of ours by as much as this at least and at most; negative when it is behind. */
    record Bounds(Duration least, Duration most) {

        Duration middle() {
            return least.plus(most).dividedBy(2);
        }

        /** The difference may be as much more or less than the middle. */
        Duration within() {
            return most.minus(least).dividedBy(2);
        }

        boolean contradicts(Bounds other) {
            return least.compareTo(other.most) > 0 || other.least.compareTo(most) > 0;
        }
    }

    /**
     * An answer was heard.
     *
     * @param asked our time before asking
     * @param stamp the PBX's time in the answer
     * @param heard our time after hearing it
     */
    synchronized void heard(Instant asked, Instant stamp, Instant heard) {
        if (heard.isBefore(asked)) {
            // Our own clock was set back meanwhile: that says nothing.
            return;
        }
        Bounds bounds = new Bounds(Duration.between(heard, stamp), Duration.between(asked, stamp));
        if (last.stream().anyMatch(bounds::contradicts)) {
            // One of the clocks was set: what was known before is not true any more.
            last.clear();
        }
        last.addLast(bounds);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        best = last.stream().min(Comparator.comparing(Bounds::within)).orElse(bounds);
    }

    /** The best that is known, empty while the PBX has not told its time. */
    Optional<Bounds> best() {
        return Optional.ofNullable(best);
    }

    /** How far the PBX's clock is ahead, nothing while not known. */
    Duration ahead() {
        Bounds known = best;
        return known == null ? Duration.ZERO : known.middle();
    }
}
