package dev.trunkline.call;

import io.smallrye.mutiny.Uni;

/**
 * What those who answer for agents ask of a PBX; implemented in {@code telephony.ami}. Blocking, failures and refused values
 * as in {@link CallCommands}. To end a coach's leg there is {@link CallCommands#hangUp}.
 */
public interface CoachCommands {

    /**
     * Rings the coach's own phone and, once taken, joins it to an agent's leg. It ends with the agent's leg; the call goes on
     * when the coach leaves.
     *
     * @param legId of the coach's leg, by {@link CoachLegs#newId}
     * @param coach the coach's extension
     * @param agent the agent's extension, which the coach's phone shows
     * @param agentChannel name of the agent's channel
     */
    Uni<Void> coach(String legId, String coach, String agent, String agentChannel, CoachMode mode);

    /** Changes over without ringing again. */
    Uni<Void> change(String coachLegId, CoachMode mode);

    /**
     * Takes a leg out of its talk and rings the coach for it; a browser answers by itself. Nobody takes it: it goes back to
     * its queue.
     */
    Uni<Void> takeOver(String legId, String coach);

    /**
     * Sends who waits in a queue on to another.
     *
     * @param channel name of the waiting channel
     */
    Uni<Void> moveToQueue(String channel, String queue, String toQueue);

    /**
     * Puts who waits in a queue before all others.
     *
     * @param channel name of the waiting channel
     * @param priority the highest comes first; callers have 0
     */
    Uni<Void> moveToFront(String channel, String queue, int priority);
}
