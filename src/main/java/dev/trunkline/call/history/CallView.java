package dev.trunkline.call.history;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallWrapUps.WrapUp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call as clients see it. Durations in milliseconds, defined in {@link dev.trunkline.call.CallFigures}.
 *
 * @param id Asterisk's linkedid
 * @param fromE164 the caller's normal form, for inbound calls with a public number
 * @param toE164 the called number's normal form, for outbound calls to a public number
 * @param outcome null while the call is open
 * @param wrapMs time spent on wrap-up after it, by all its agents
 * @param handovers how it changed hands: transfers, pick-ups, parking
 * @param mergedInto the call that this one became part of
 * @param customerId the customer it was with, null when not known
 * @param contactId who of the customer's contacts it was, null where nobody said
 */
@Schema(name = "CallView")
public record CallView(
        String id,
        String pbx,
        Call.Direction direction,
        @Nullable String from,
        @Nullable String fromE164,
        @Nullable String fromName,
        boolean withheld,
        @Nullable String to,
        @Nullable String toE164,
        @Nullable String queue,
        List<String> agents,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Long waitMs,
        @Nullable Long ringMs,
        @Nullable Long talkMs,
        @Nullable Long holdMs,
        @Nullable Long wrapMs,
        Call.@Nullable Outcome outcome,
        @Nullable Integer hangupCause,
        Call.@Nullable Party endedBy,
        List<VisitView> visits,
        List<SegmentView> segments,
        List<LegView> legs,
        List<HandoverView> handovers,
        boolean recovered,
        @Nullable String mergedInto,
        @Nullable UUID customerId,
        @Nullable String customerName,
        @Nullable UUID contactId,
        @Nullable String contactName,
        List<UUID> ticketIds,
        List<RecordingView> recordings,
        @Nullable WrapUp wrapUp) {

    public CallView {
        agents = List.copyOf(agents);
        visits = List.copyOf(visits);
        segments = List.copyOf(segments);
        legs = List.copyOf(legs);
        handovers = List.copyOf(handovers);
        ticketIds = List.copyOf(ticketIds);
        recordings = List.copyOf(recordings);
    }

    /** An open call from what the telephone says alone: without customer, tickets, recordings and notes. */
    public static CallView live(Call call) {
        return new CallRecord(call, null, null, null, null, List.of()).view(null, null, List.of(), null);
    }

    /** A stay in a queue. */
    @Schema(name = "CallVisitView")
    public record VisitView(
            String queue,
            Instant joinedAt,
            @Nullable Instant leftAt,
            Call.@Nullable VisitOutcome outcome,
            List<OfferView> offers) {
        public VisitView {
            offers = List.copyOf(offers);
        }
    }

    /** An agent's phone was rung. */
    @Schema(name = "CallOfferView")
    public record OfferView(
            String agent, Instant at, @Nullable Long ringMs, Call.@Nullable OfferOutcome outcome) {}

    /** An agent talked. */
    @Schema(name = "CallSegmentView")
    public record SegmentView(
            String agent, Instant from, @Nullable Instant to) {}

    /**
     * A channel.
     *
     * @param party the agent's extension, null for the outside
     * @param cause Q.850
     */
    @Schema(name = "CallLegView")
    public record LegView(
            String id,
            String channel,
            @Nullable String party,
            Instant startedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable Integer cause) {}

    /**
     * The call changed hands.
     *
     * @param from the agent who had it or whose phone rang, or the parking space; null when unknown
     * @param to the agent, number or parking space that got it; null when unknown
     */
    @Schema(name = "CallHandoverView")
    public record HandoverView(
            Call.HandoverKind kind,
            Instant at,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * A recording.
     *
     * @param n from 1 within the call
     * @param state pending, ready, missing or damaged
     * @param silences when nothing said went into it, by the wishes of its agent
     * @param problem what is wrong with it and where, null for a good one
     */
    @Schema(name = "CallRecordingView")
    public record RecordingView(
            int n,

            @Schema(enumeration = {"pending", "ready", "missing", "damaged"})
            String state,

            @Nullable Long durationMs,
            @Nullable Instant startedAt,
            List<SilenceView> silences,
            @Nullable String problem) {
        public RecordingView {
            silences = List.copyOf(silences);
        }
    }

    /** Silence in the place of what was said; {@code to} is null when it lasted to the end. */
    @Schema(name = "CallSilenceView")
    public record SilenceView(Instant from, @Nullable Instant to) {}
}
