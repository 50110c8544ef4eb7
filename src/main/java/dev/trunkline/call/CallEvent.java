package dev.trunkline.call;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a call at a PBX, in our own words.
 *
 * <p>Every event names its call by {@link #callId()}, Asterisk's {@code Linkedid}: the unique id of the leg that began
 * the conversation, the same on every leg of it. {@link #at()} is always the PBX's clock ({@code timestampevents=yes}),
 * never ours, so that durations equal those of the PBX's own journal.
 *
 * <p>Adding a kind of event does not compile until every reader has decided what to do with it.
 */
public sealed interface CallEvent {

    /** The PBX's system name, for example {@code pbx1}. */
    String pbx();

    /** When it happened, by the PBX's clock. */
    Instant at();

    /** Asterisk's linkedid. */
    String callId();

    /**
     * A channel came into being.
     *
     * @param legId Asterisk's unique id of the channel; equal to {@code callId} for the leg that began the call
     * @param channel the channel's name, for example {@code PJSIP/lab-00000001}; repeats after a restart of the PBX
     * @param callerNumber the calling number as the PBX saw it, null when there is none or it is withheld
     * @param callerName the calling name as the PBX saw it: hostile text, already bounded and free of control characters
     * @param withheld whether the caller asked not to be identified
     * @param dialled what the channel dialled on entry (the DID for a customer's leg), null for a leg the PBX made
     * @param context the dialplan context the channel entered, which tells customers from agents
     */
    record LegStarted(
            String pbx,
            Instant at,
            String callId,
            String legId,
            String channel,
            @Nullable String callerNumber,
            @Nullable String callerName,
            boolean withheld,
            @Nullable String dialled,
            @Nullable String context)
            implements CallEvent {}

    /**
     * The dialplan's word on an outside caller, given as the call comes in.
     *
     * @param did the number the customer dialled, null when the dialplan does not say
     * @param withheld whether the network says that the caller asked not to be identified
     */
    record CallerPresented(
            String pbx,
            Instant at,
            String callId,
            String legId,
            @Nullable String did,
            boolean withheld) implements CallEvent {}

    /** A leg's far end was answered: the channel is up. */
    record LegAnswered(String pbx, Instant at, String callId, String legId) implements CallEvent {}

    /** A leg began to ring at its far end. */
    record LegRinging(String pbx, Instant at, String callId, String legId) implements CallEvent {}

    /**
     * One leg dials another.
     *
     * @param legId the dialling leg, null when the PBX itself originated it
     * @param destLegId the dialled leg
     * @param dialString what was dialled, for example {@code 13800138000@lab}
     */
    record DialStarted(
            String pbx,
            Instant at,
            String callId,
            @Nullable String legId,
            String destLegId,
            @Nullable String dialString)
            implements CallEvent {}

    /** A dial ended with Asterisk's DIALSTATUS. A second one for the same leg carries nothing new. */
    record DialEnded(String pbx, Instant at, String callId, String destLegId, DialStatus status) implements CallEvent {}

    /** The caller entered a queue, at a position from 1. */
    record QueueJoined(String pbx, Instant at, String callId, String legId, String queue, int position)
            implements CallEvent {}

    /** The caller is no longer waiting in the queue: connected, gave up or was sent on. */
    record QueueLeft(String pbx, Instant at, String callId, String legId, String queue) implements CallEvent {}

    /** The queue gave the caller up: the caller hung up, or the queue's time ran out (then {@link QueueExited} says so). */
    record QueueAbandoned(String pbx, Instant at, String callId, String legId, String queue) implements CallEvent {}

    /**
     * The dialplan's word on why {@code Queue()} came back.
     *
     * @param reason Asterisk's QUEUESTATUS
     */
    record QueueExited(String pbx, Instant at, String callId, String queue, QueueExitReason reason)
            implements CallEvent {}

    /**
     * The queue offers the call to an agent: the agent's phone is about to ring.
     *
     * @param agent the queue member's name, which is the agent's extension
     * @param agentLegId the agent's channel
     */
    record OfferStarted(String pbx, Instant at, String callId, String queue, String agent, String agentLegId)
            implements CallEvent {}

    /**
     * The agent did not take the offer.
     *
     * @param ringMs how long the phone rang, in milliseconds; Asterisk counts whole seconds where the phone refused, so 0 may be one
     */
    record OfferRefused(String pbx, Instant at, String callId, String queue, String agent, long ringMs)
            implements CallEvent {}

    /** An agent of the queue and the caller are connected. */
    record AgentConnected(
            String pbx,
            Instant at,
            String callId,
            String queue,
            String agent,
            @Nullable String agentLegId) implements CallEvent {}

    /** The agent's part in a queue call is over; who ended it is Asterisk's {@code Reason}. */
    record AgentCompleted(String pbx, Instant at, String callId, String queue, String agent, CompleteReason reason)
            implements CallEvent {}

    /** A leg entered a bridge. */
    record BridgeEntered(String pbx, Instant at, String callId, String legId, String bridgeId) implements CallEvent {}

    /** A leg left a bridge. */
    record BridgeLeft(String pbx, Instant at, String callId, String legId, String bridgeId) implements CallEvent {}

    /** A leg put the other side on hold. */
    record HoldStarted(String pbx, Instant at, String callId, String legId) implements CallEvent {}

    /** A leg took the other side back. Asterisk sends a stray one with a blind transfer. */
    record HoldEnded(String pbx, Instant at, String callId, String legId) implements CallEvent {}

    /** A leg's own far end asked to hang up: this is who ended the call. */
    record HangupRequested(String pbx, Instant at, String callId, String legId) implements CallEvent {}

    /**
     * A channel is gone.
     *
     * @param cause Q.850 cause, 0 when Asterisk gives none (a caller who gave up)
     * @param techCause the SIP status or other technology's cause, null when not given
     */
    record LegEnded(
            String pbx,
            Instant at,
            String callId,
            String legId,
            int cause,
            @Nullable String techCause) implements CallEvent {}

    /**
     * A recording began.
     *
     * @param file the base name of its files within the PBX's recording directory, without extension; hostile until
     *     checked
     */
    record RecordingStarted(String pbx, Instant at, String callId, String file) implements CallEvent {}

    /** From now on silence is written into the call's recordings, or sound again. */
    record RecordingSilenced(String pbx, Instant at, String callId, boolean silent) implements CallEvent {}

    /**
     * A leg belongs to another call from now on: an attended transfer joined the two. The tracker finds this by itself
     * when a leg's events change their linkedid.
     *
     * @param intoCallId the call that goes on with the leg
     */
    record LegMoved(String pbx, Instant at, String callId, String legId, String intoCallId) implements CallEvent {}

    /**
     * An agent's leg handed the other side on.
     *
     * @param target who gets it, as dialled; null when the event does not say
     */
    record Transferred(
            String pbx,
            Instant at,
            String callId,
            String legId,
            TransferKind kind,
            @Nullable String target) implements CallEvent {}

    /**
     * Somebody else took the call that rang at a leg. The leg that took it began a call of its own, which becomes part of
     * this one.
     *
     * @param legId the leg that rang and is gone now
     */
    record PickedUp(String pbx, Instant at, String callId, String legId, String byCallId, String byLegId)
            implements CallEvent {}

    /**
     * A leg waits in a parking space.
     *
     * @param parker the device that parked it, for example {@code PJSIP/1001}
     * @param space its number, null when the source does not say
     */
    record Parked(
            String pbx,
            Instant at,
            String callId,
            String legId,
            @Nullable String parker,
            @Nullable String space) implements CallEvent {}

    /**
     * A leg waits in a parking space no longer: somebody took it, or it goes back to the one who parked it. A caller who
     * hangs up there is told by {@link LegEnded} alone.
     *
     * @param takenByLegId null when its time was over
     */
    record Unparked(
            String pbx,
            Instant at,
            String callId,
            String legId,
            @Nullable String parker,
            @Nullable String space,
            @Nullable String takenByLegId)
            implements CallEvent {}

    /**
     * A pair of Local channels takes itself out of the call: the leg behind it goes into the bridge that the Local channel
     * was in. The legs' own entering and leaving is told as well.
     *
     * @param legId the Local channel in the bridge that stays
     * @param byLegId the leg that takes its place
     */
    record LocalReplaced(String pbx, Instant at, String callId, String legId, String byLegId) implements CallEvent {}

    /**
     * After a gap in the events the PBX's own list of channels says that this call has only these legs left, maybe none.
     *
     * @param legIds unique ids of the call's channels that are still up
     */
    record CallVerified(String pbx, Instant at, String callId, List<String> legIds) implements CallEvent {
        public CallVerified {
            legIds = List.copyOf(legIds);
        }
    }

    /** How a call is handed on. */
    enum TransferKind {
        /** At once. */
        BLIND,
        /** After a word with the one who gets it. */
        ATTENDED
    }

    /** Asterisk's DIALSTATUS. */
    enum DialStatus {
        ANSWER,
        BUSY,
        NOANSWER,
        CANCEL,
        CONGESTION,
        CHANUNAVAIL,
        OTHER
    }

    /** Asterisk's QUEUESTATUS. */
    enum QueueExitReason {
        TIMEOUT,
        FULL,
        JOINEMPTY,
        LEAVEEMPTY,
        CONTINUE,
        /** Somebody who may sent the caller on to another queue. */
        WITHDRAW,
        OTHER
    }

    /** Asterisk's reason of an AgentComplete. */
    enum CompleteReason {
        CALLER,
        AGENT,
        TRANSFER
    }
}
