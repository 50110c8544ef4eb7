package dev.trunkline.supervision;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An alarm of a queue.
 *
 * @param limit what the value is held to: calls, seconds or percent
 * @param value what it was when the alarm was raised
 * @param since when it was raised
 * @param over when it was over, null while it stands
 */
@Schema(name = "BoardAlarm")
public record BoardAlarm(
        String queue,
        Kind kind,
        double limit,
        double value,
        Instant since,
        @Nullable Instant over) {

    /** Whether both are about the same. */
    boolean same(BoardAlarm other) {
        return queue.equals(other.queue) && kind == other.kind;
    }

    BoardAlarm heldTo(double newLimit) {
        return new BoardAlarm(queue, kind, newLimit, value, since, over);
    }

    BoardAlarm over(Instant at) {
        return new BoardAlarm(queue, kind, limit, value, since, at);
    }

    /** What an alarm is about. */
    @Schema(name = "BoardAlarmKind")
    public enum Kind {
        /** More calls wait than the limit. */
        WAITING,
        /** Somebody waits longer than the limit. */
        LONGEST_WAIT,
        /** The day's service level is below the target. */
        SERVICE_LEVEL
    }
}
