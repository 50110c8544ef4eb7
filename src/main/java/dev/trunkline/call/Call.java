package dev.trunkline.call;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One conversation through the PBX as it is known now: an immutable value that {@code CallTracker} folds from
 * {@link CallEvent}s. Times are the PBX's clock, durations milliseconds.
 *
 * @param id Asterisk's linkedid
 * @param pbx the PBX's system name
 * @param direction seen from the contact centre
 * @param from the calling number as presented, null when none or withheld
 * @param fromName the calling name as presented: hostile text, bounded, without control characters
 * @param withheld whether the caller asked not to be identified
 * @param to the DID of an inbound call, the number or extension dialled otherwise
 * @param startedAt when the first leg came into being
 * @param answeredAt when somebody was first talking to the caller: an agent, or the far end of an outbound call
 * @param endedAt when the last leg was gone, null while open
 * @param endedBy who hung up, null when unknown; while open, who has already asked to
 * @param hangupCause Q.850 cause of the leg that began the call, null while open or unknown
 * @param outcome null while open
 * @param legs in the order they came into being
 * @param visits to queues, in order
 * @param segments of talk with agents, in order
 * @param holds times on hold, in order
 * @param handovers how it changed hands, in order
 * @param recordings base names of recording files, in order
 * @param recovered whether events of it were missed, so that a part was reconstructed rather than seen; when its end
 *     was missed, the end's times are those of the check that found it over
 * @param mergedInto the call that this one became part of
 */
public record Call(
        String id,
        String pbx,
        Direction direction,
        @Nullable String from,
        @Nullable String fromName,
        boolean withheld,
        @Nullable String to,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Party endedBy,
        @Nullable Integer hangupCause,
        @Nullable Outcome outcome,
        List<Leg> legs,
        List<Visit> visits,
        List<Segment> segments,
        List<Hold> holds,
        List<Handover> handovers,
        List<Recording> recordings,
        boolean recovered,
        @Nullable String mergedInto) {

    public Call {
        legs = List.copyOf(legs);
        visits = List.copyOf(visits);
        segments = List.copyOf(segments);
        holds = List.copyOf(holds);
        // Calls stored before there were any have none.
        handovers = handovers == null ? List.of() : List.copyOf(handovers);
        recordings = List.copyOf(recordings);
    }

    public boolean open() {
        return endedAt == null;
    }

    /** The leg that began the call, null when its beginning was missed. */
    public @Nullable Leg origin() {
        return legs.stream().filter(leg -> leg.id().equals(id)).findFirst().orElse(null);
    }

    /** Extensions of the agents who took part, each once: the one whose phone began the call, and those who talked. */
    public List<String> agents() {
        Leg origin = origin();
        Stream<String> began = origin == null || origin.party() == null ? Stream.of() : Stream.of(origin.party());
        return Stream.concat(began, segments.stream().map(Segment::agent))
                .distinct()
                .toList();
    }

    /** The queue visited last, null when none was. */
    public @Nullable String queue() {
        return visits.isEmpty() ? null : visits.getLast().queue();
    }

    /** Which way, seen from the contact centre. */
    @Schema(name = "CallDirection")
    public enum Direction {
        INBOUND,
        OUTBOUND,
        INTERNAL
    }

    /** Who ended the call. */
    @Schema(name = "CallParty")
    public enum Party {
        /** The customer; in an internal call the colleague who began it. */
        CALLER,
        /** The agent; in an internal call the colleague who was called. */
        AGENT,
        /** Nobody asked to: the dialplan or a time limit did. */
        PBX
    }

    /** How a call ended. The words are the published ones. */
    @Schema(name = "CallOutcome")
    public enum Outcome {
        ANSWERED,
        ABANDONED,
        SHORT_ABANDONED,
        OVERFLOWED,
        CALLBACK,
        CLOSED,
        VOICEMAIL,
        NO_ANSWER,
        BUSY,
        FAILED,
        MACHINE,
        DROPPED,
        INTERRUPTED
    }

    /**
     * One channel.
     *
     * @param channel its name, empty when its beginning was missed
     * @param party the agent's extension when the channel is an agent's phone, null for the outside
     * @param entered whether it came in by itself, its person having dialled; false for a leg that the PBX made
     * @param startedAt when the channel came into being
     * @param dialledAt when the PBX began to dial it, null for a leg that came in
     * @param ringingAt when its far end began to ring
     * @param answeredAt when the channel was up
     * @param endedAt when the channel was gone
     * @param hangupCause Q.850
     * @param techCause the SIP status or other technology's cause
     * @param dialStatus how the dial of it ended
     * @param bridge the bridge it is in, null outside of one
     * @param bridgeAt when it last entered or left a bridge
     */
    public record Leg(
            String id,
            String channel,
            @Nullable String party,
            boolean entered,
            Instant startedAt,
            @Nullable Instant dialledAt,
            @Nullable Instant ringingAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable Integer hangupCause,
            @Nullable String techCause,
            CallEvent.@Nullable DialStatus dialStatus,
            @Nullable String bridge,
            @Nullable Instant bridgeAt) {}

    /** A stay in a queue, from joining to leaving, and the offers made meanwhile. */
    public record Visit(
            String queue,
            Instant joinedAt,
            @Nullable Instant leftAt,
            @Nullable VisitOutcome outcome,
            List<Offer> offers) {
        public Visit {
            offers = List.copyOf(offers);
        }
    }

    /** How a stay in a queue ended. */
    @Schema(name = "VisitOutcome")
    public enum VisitOutcome {
        ANSWERED,
        ABANDONED,
        OVERFLOWED
    }

    /**
     * An agent's phone was rung.
     *
     * @param agent extension
     * @param ringMs null while ringing
     * @param outcome null while ringing
     */
    public record Offer(
            String agent,
            @Nullable String legId,
            Instant at,
            @Nullable Long ringMs,
            @Nullable OfferOutcome outcome) {}

    /** How an offer ended. */
    @Schema(name = "OfferOutcome")
    public enum OfferOutcome {
        ANSWERED,
        NO_ANSWER,
        BUSY,
        /** The caller gave up, or another agent took the call, while this one's phone rang. */
        WITHDRAWN
    }

    /**
     * An agent talks to the other side.
     *
     * @param to null while talking
     */
    public record Segment(
            String agent,
            @Nullable String legId,
            Instant from,
            @Nullable Instant to) {}

    /** The other side is on hold; {@code to} is null while it is. */
    public record Hold(String legId, Instant from, @Nullable Instant to) {}

    /**
     * The call changed hands.
     *
     * @param from the agent who had it or whose phone rang, or the parking space; null when unknown
     * @param to the agent, number or parking space that got it; null when unknown
     */
    public record Handover(
            HandoverKind kind,
            Instant at,
            @Nullable String from,
            @Nullable String to) {}

    /** How a call changed hands. */
    public enum HandoverKind {
        BLIND_TRANSFER,
        ATTENDED_TRANSFER,
        /** A colleague took it while it rang at the agent's phone. */
        PICKUP,
        PARKED,
        /** Somebody took it from its parking space. */
        UNPARKED,
        /** Nobody did, and it went back to the one who had parked it. */
        PARK_RETURNED
    }

    /**
     * A recording.
     *
     * @param file base name of its files at the PBX
     * @param silences when nothing that was said went into it, as while card data is spoken; in order
     */
    public record Recording(String file, Instant startedAt, List<Silence> silences) {
        public Recording {
            // Recordings stored before there were any have none.
            silences = silences == null ? List.of() : List.copyOf(silences);
        }

        /** Whether nothing that is said goes into it now. */
        public boolean silent() {
            return !silences.isEmpty() && silences.getLast().to() == null;
        }
    }

    /** Silence instead of sound; {@code to} is null while it lasts, or when the recording ended with it. */
    public record Silence(Instant from, @Nullable Instant to) {}
}
