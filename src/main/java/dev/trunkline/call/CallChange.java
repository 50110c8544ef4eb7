package dev.trunkline.call;

import java.time.Instant;
import java.util.UUID;

/**
 * What a {@link CallEvent} meant to a call: the published news of the tracker, on channel {@code call-changes}, in the
 * order it happened for each call.
 */
public sealed interface CallChange {

    /** Unique, for readers that must not act twice. */
    UUID id();

    /** The call as it is after the change. */
    Call call();

    /** When, by the PBX's clock. */
    Instant occurredAt();

    /** A call came into being. */
    record Started(UUID id, Call call, Instant occurredAt) implements CallChange {}

    /** An agent's phone is rung for a queue call: the moment for the screen pop. */
    record Offered(UUID id, Call call, Instant occurredAt, Call.Offer offer) implements CallChange {}

    /** The offer is over, taken or not. */
    record OfferEnded(UUID id, Call call, Instant occurredAt, Call.Offer offer) implements CallChange {}

    /** An agent talks: in a queue call, an outbound or an internal one. */
    record Connected(UUID id, Call call, Instant occurredAt, Call.Segment segment) implements CallChange {}

    /** An agent's talk is over; the call may go on with another, and the agent's phone still be in it. */
    record Disconnected(UUID id, Call call, Instant occurredAt, Call.Segment segment) implements CallChange {}

    /** A phone of an agent outside a queue offer began to ring or was taken into use (outbound or internal call). */
    record PhoneBusy(UUID id, Call call, Instant occurredAt, Call.Leg leg) implements CallChange {}

    /** A phone that {@link PhoneBusy} told of, or that took an offer, is free again. */
    record PhoneFree(UUID id, Call call, Instant occurredAt, Call.Leg leg) implements CallChange {}

    /** Anything else that changed the call: queue, hold, recording, legs. */
    record Updated(UUID id, Call call, Instant occurredAt) implements CallChange {}

    /** The last leg is gone; the outcome is known. */
    record Ended(UUID id, Call call, Instant occurredAt) implements CallChange {}
}
