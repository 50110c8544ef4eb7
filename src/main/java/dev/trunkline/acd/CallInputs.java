package dev.trunkline.acd;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallChange;
import dev.trunkline.call.PbxState;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What news of a call mean to the agent they are about. Pure. */
final class CallInputs {
    private CallInputs() {}

    /** An agent, by extension, and what happened to the agent. */
    record Addressed(String agent, AgentInput input) {}

    /**
     * The input of one agent; empty for news that are about no agent in particular. {@link CallChange.Ended} concerns
     * whoever has the call and is the caller's to spread.
     *
     * @param wrapUp time for wrap-up in a queue
     * @param missedLimit calls missed in a row that set an agent aside, in a queue
     */
    static Optional<Addressed> of(
            CallChange change, Function<String, Duration> wrapUp, ToIntFunction<String> missedLimit) {
        Call call = change.call();
        return switch (change) {
            case CallChange.Offered it -> to(it.offer().agent(), new AgentInput.Offered(call.id()));
            case CallChange.OfferEnded it ->
                to(
                        it.offer().agent(),
                        new AgentInput.OfferEnded(
                                call.id(),
                                end(it.offer()),
                                call.queue() == null ? 0 : missedLimit.applyAsInt(queue(call))));
            case CallChange.Connected it ->
                to(
                        it.segment().agent(),
                        new AgentInput.Connected(
                                call.id(), call.queue() == null ? Duration.ZERO : wrapUp.apply(queue(call))));
            // Between two bridges, or alone with a parking announcement: the agent is free when the phone is.
            case CallChange.Disconnected it ->
                inCall(call, it.segment().agent())
                        ? Optional.empty()
                        : to(it.segment().agent(), new AgentInput.Disconnected(call.id()));
            case CallChange.PhoneBusy it ->
                to(it.leg().party(), new AgentInput.PhoneBusy(call.id(), onlyRings(it.leg())));
            case CallChange.PhoneFree it -> to(it.leg().party(), new AgentInput.PhoneFree(call.id()));
            case CallChange.Started ignored -> Optional.empty();
            case CallChange.Updated ignored -> Optional.empty();
            case CallChange.Ended ignored -> Optional.empty();
        };
    }

    /** What a coach's leg means to the coach. */
    static AgentInput of(PbxState.CoachLeg leg) {
        return switch (leg.phase()) {
            case RINGING -> new AgentInput.PhoneBusy(leg.legId(), true);
            case UP -> new AgentInput.PhoneBusy(leg.legId(), false);
            case GONE -> new AgentInput.PhoneFree(leg.legId());
        };
    }

    private static boolean inCall(Call call, String agent) {
        return call.legs().stream().anyMatch(leg -> agent.equals(leg.party()) && leg.endedAt() == null);
    }

    private static String queue(Call call) {
        return Objects.requireNonNull(call.queue());
    }

    private static boolean onlyRings(Call.Leg leg) {
        return leg.ringingAt() != null && leg.answeredAt() == null;
    }

    private static AgentInput.OfferEnd end(Call.Offer offer) {
        return switch (offer.outcome()) {
            case ANSWERED -> AgentInput.OfferEnd.TAKEN;
            case NO_ANSWER, BUSY -> AgentInput.OfferEnd.MISSED;
            case WITHDRAWN -> AgentInput.OfferEnd.WITHDRAWN;
            case null -> AgentInput.OfferEnd.WITHDRAWN;
        };
    }

    private static Optional<Addressed> to(@Nullable String agent, AgentInput input) {
        return agent == null ? Optional.empty() : Optional.of(new Addressed(agent, input));
    }
}
