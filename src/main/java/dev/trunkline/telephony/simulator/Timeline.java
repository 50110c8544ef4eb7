package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.time.Instant;

/** The simulated PBX's time: everything in it happens here, one thing after another. */
interface Timeline {

    Instant now();

    /** Runs the task later; the answer takes it back. */
    Cancellable after(Duration delay, Runnable task);

    /** Something that may be taken back; nothing happens when it is too late. */
    @FunctionalInterface
    interface Cancellable {
        void cancel();
    }
}
