package dev.trunkline.call;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a PBX and its queue members besides calls, on channel {@code pbx-states}. */
public sealed interface PbxState {

    String pbx();

    /** The PBX's clock for members, ours for the link. */
    Instant at();

    /**
     * The event link changed.
     *
     * @param detail what and where, for people; null when up
     */
    record Link(
            String pbx,
            Instant at,
            LinkState state,
            @Nullable String detail) implements PbxState {}

    /**
     * A member was added to a queue, or its state there changed.
     *
     * @param reachable false when the PBX cannot ring the member's phone: not registered, or unknown to it
     */
    record Member(
            String pbx,
            Instant at,
            String queue,
            String agent,
            boolean paused,
            @Nullable String pausedReason,
            boolean reachable)
            implements PbxState {}

    /** A member left a queue. */
    record MemberGone(String pbx, Instant at, String queue, String agent) implements PbxState {}

    /**
     * A coach's leg came into being, was taken, joined or has gone.
     *
     * @param legId by {@link CoachLegs}
     * @param coach the extension whose phone it is
     * @param heard the channel that the coach hears now, null when this does not tell of any
     * @param mode how, null with {@code heard}
     */
    record CoachLeg(
            String pbx,
            Instant at,
            String legId,
            String coach,
            CoachPhase phase,
            @Nullable String heard,
            @Nullable CoachMode mode)
            implements PbxState {}

    /** After a gap in the events: these coaches' legs are there, and no others. */
    record CoachLegsVerified(String pbx, Instant at, Set<String> legIds) implements PbxState {
        public CoachLegsVerified {
            legIds = Set.copyOf(legIds);
        }
    }

    /** How far a coach's leg has come. */
    enum CoachPhase {
        RINGING,
        UP,
        GONE
    }

    /** State of the event link. */
    enum LinkState {
        CONNECTING,
        UP,
        /** Unreachable or silent; tried again with back-off. */
        DOWN,
        /** The PBX refused our name or secret; tried again with back-off, mended by a person. */
        REFUSED
    }
}
