package dev.trunkline.call;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * What the house asks a PBX to do; implemented in {@code telephony.ami}. No call blocks; each Uni fails with {@link
 * PbxUnavailable} when there is no link or no answer in time, and with {@link PbxRefused} when the PBX says no. Values
 * that carry control characters or line breaks are refused with {@link IllegalArgumentException} before anything is
 * sent.
 */
public interface PbxCommands {

    /**
     * Adds the agent's phone to a queue, unpaused; an agent who is a member already is unpaused and gets the level.
     *
     * @param level those of a higher one are rung while nobody of a lower one is free, 0 for the first
     */
    Uni<Void> joinQueue(String queue, String agent, int level);

    /** Takes the agent's phone out of a queue; no error when it was not in it. */
    Uni<Void> leaveQueue(String queue, String agent);

    /** Pauses or resumes the agent in every queue the agent is a member of. */
    Uni<Void> pause(String agent, boolean paused, @Nullable String reason);

    /**
     * Rings the agent's own phone and, once taken, dials.
     *
     * @param callId the channel's unique id, which becomes the call's linkedid
     * @param to validated
     */
    Uni<Void> dial(String callId, String agent, Destination to);

    /** Tells the PBX a queue's policy, kept there so that it holds while we are away. */
    Uni<Void> setQueuePolicy(String queue, String key, String value);

    /** The PBX cannot be reached or did not answer in time. */
    final class PbxUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PbxUnavailable(String message) {
            super(message);
        }
    }

    /** The PBX answered with an error. */
    final class PbxRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PbxRefused(String message) {
            super(message);
        }
    }
}
