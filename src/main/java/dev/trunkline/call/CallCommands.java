package dev.trunkline.call;

import io.smallrye.mutiny.Uni;

/**
 * What is asked of a PBX for a call that goes on; implemented in {@code telephony.ami}. A leg is named by its id. No call
 * blocks. Each Uni fails with {@link PbxCommands.PbxUnavailable} without a link or an answer in time, and with {@link
 * PbxCommands.PbxRefused} when the PBX says no, as it does when the leg has gone. What would not fit into a line of the
 * protocol is refused with {@link IllegalArgumentException} before anything is sent. That a command was taken does not mean
 * that it is done: the call's events tell.
 */
public interface CallCommands {

    /** Ends the leg. In a consultation that completes the transfer. */
    Uni<Void> hangUp(String legId);

    /**
     * Sends the one whom the agent's leg talks to elsewhere; the agent is out of it at once.
     *
     * @param to validated
     */
    Uni<Void> transfer(String legId, Destination to);

    /**
     * Rings somebody for the agent's leg, while the one it talked to hears music.
     *
     * @param to as for {@link #transfer}
     */
    Uni<Void> consult(String legId, Destination to);

    /** Goes over to the other one of the two whom the agent's leg is between. */
    Uni<Void> swap(String legId);

    /** Everybody of a consultation talks to everybody. */
    Uni<Void> bringTogether(String legId);

    /** Lets the one go who was consulted, and takes the first one back. */
    Uni<Void> cancelConsultation(String legId);

    /**
     * Parks a leg: it waits at a number from which any agent can take it, and comes back after a while.
     *
     * @param channel name of the agent's channel, to whose phone it comes back
     */
    Uni<Void> park(String legId, String channel);

    /** Plays tones to the leg's far end, one to 32 of {@code 0-9A-D*#}. */
    Uni<Void> sendTones(String legId, String digits);

    /** Writes silence into the leg's recordings from now on, or sound again. */
    Uni<Void> silenceRecording(String legId, boolean silent);
}
