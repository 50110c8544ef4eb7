package dev.trunkline.acd;

import java.time.Duration;
import java.time.Instant;

/**
 * What moves an {@link AgentState}: the person's wishes, the PBX's news of the agent's calls, time, and that page or
 * phone are gone.
 */
public sealed interface AgentInput {

    /** The person wants to be available, on break or offline. */
    record Wished(Wish wish) implements AgentInput {}

    /**
     * Page or phone have been gone for too long: whoever is available goes on break, after the call and its wrap-up. A
     * break goes on as it is.
     *
     * @param reason a key that nobody can choose
     * @param goneSince when the page or the phone went
     */
    record SetAside(String reason, Instant goneSince) implements AgentInput {}

    /** The person asks for the whole wrap-up time again; means something in wrap-up only, and so often at most. */
    record MoreWrapUp() implements AgentInput {}

    /** The person has finished the wrap-up of this call, maybe before the call was over. */
    record WrapUpDone(String callId) implements AgentInput {}

    /** Time went by; ends a wrap-up whose time is over. */
    record Tick() implements AgentInput {}

    /** A queue rings the agent's phone. */
    record Offered(String callId) implements AgentInput {}

    /**
     * The phone stopped ringing for the queue's call.
     *
     * @param missedLimit offers missed in a row that set the agent aside, 0 = never
     */
    record OfferEnded(String callId, OfferEnd end, int missedLimit) implements AgentInput {}

    /**
     * The agent talks.
     *
     * @param wrapUp time for wrap-up after the call, zero for none
     */
    record Connected(String callId, Duration wrapUp) implements AgentInput {}

    /** The agent's talk in this call is over. */
    record Disconnected(String callId) implements AgentInput {}

    /**
     * The agent's phone rings or is in use outside a queue's offer.
     *
     * @param ringing whether it only rings yet
     */
    record PhoneBusy(String callId, boolean ringing) implements AgentInput {}

    /** The phone is free of this call. */
    record PhoneFree(String callId) implements AgentInput {}

    /** The call has no leg left, whatever else was or was not heard of it. */
    record CallGone(String callId) implements AgentInput {}

    /** How an offer ended for the agent. */
    enum OfferEnd {
        TAKEN,
        MISSED,
        WITHDRAWN
    }
}
