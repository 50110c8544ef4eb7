package dev.trunkline.telephony.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call's stay in a queue, as the simulated PBX itself remembers it.
 *
 * @param agent who took the call, null when nobody did
 * @param leftAt null while the caller waits
 * @param end null while the caller waits
 */
public record QueueStay(
        String callId,
        String queue,
        Instant joinedAt,
        @Nullable String agent,
        @Nullable Instant leftAt,
        @Nullable End end) {

    /** How a stay ended. */
    public enum End {
        ANSWERED,
        ABANDONED,
        TIMED_OUT,
        /** Somebody sent the caller on to another queue. */
        MOVED
    }

    QueueStay left(Instant at, End how, @Nullable String by) {
        return new QueueStay(callId, queue, joinedAt, by, at, how);
    }
}
