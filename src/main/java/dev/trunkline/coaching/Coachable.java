package dev.trunkline.coaching;

import dev.trunkline.acd.AgentView;
import dev.trunkline.call.Call;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a call can be taken part in as it is now, by whom and with whom. Pure.
 *
 * <p>There is an agent's leg in talk; it is one of an agent for whom the coach answers; the coach has a phone that is free.
 */
final class Coachable {
    private Coachable() {}

    /** What came of asking. */
    sealed interface Verdict {
        /** @param leg the agent's, in talk */
        record Allowed(AgentView agent, Call.Leg leg) implements Verdict {}

        /** It cannot be done now. */
        record Refused(Refusal why) implements Verdict {}

        /** The agent is another's. */
        record NotYours() implements Verdict {}
    }

    /**
     * With whom in the call.
     *
     * @param everybody who takes calls
     * @param wanted the extension of the agent meant, null where there is but one
     */
    static Verdict agent(Reach who, Collection<AgentView> everybody, Call call, @Nullable String wanted) {
        List<Call.Segment> talking = call.segments().stream()
                .filter(segment -> segment.to() == null)
                .filter(segment -> wanted == null || wanted.equals(segment.agent()))
                .toList();
        if (talking.isEmpty()) {
            return new Verdict.Refused(Refusal.NOT_IN_TALK);
        }
        if (talking.size() > 1) {
            return new Verdict.Refused(Refusal.SEVERAL_AGENTS);
        }
        Call.Segment segment = talking.getFirst();
        AgentView agent = find(everybody, segment.agent()).orElse(null);
        if (agent == null || !who.answersFor(agent)) {
            return new Verdict.NotYours();
        }
        if (segment.agent().equals(who.extension())) {
            return new Verdict.Refused(Refusal.OWN_CALL);
        }
        return leg(call, segment)
                .<Verdict>map(leg -> new Verdict.Allowed(agent, leg))
                .orElseGet(() -> new Verdict.Refused(Refusal.NOT_IN_TALK));
    }

    /** Why the coach's own phone cannot be rung, empty when it can. */
    static Optional<Refusal> phone(Reach who, Collection<AgentView> everybody) {
        if (who.extension() == null) {
            return Optional.of(Refusal.NO_PHONE);
        }
        return find(everybody, who.extension()).flatMap(own -> switch (own.state()) {
            case "ringing", "on-call" -> Optional.of(Refusal.YOUR_PHONE_IN_USE);
            default -> own.phoneReachable() ? Optional.empty() : Optional.of(Refusal.YOUR_PHONE_UNREACHABLE);
        });
    }

    /** The one who talks to the agent's leg and is no agent; empty when there are more, or none. */
    static Optional<Call.Leg> party(Call call, Call.Leg agent) {
        List<Call.Leg> others = up(call).filter(leg -> !leg.id().equals(agent.id()))
                .filter(leg -> agent.bridge() != null && agent.bridge().equals(leg.bridge()))
                .toList();
        return others.size() == 1 && telephone(others.getFirst()) ? Optional.of(others.getFirst()) : Optional.empty();
    }

    /** The leg of the caller who waits in a queue; empty when nobody does. */
    static Optional<Call.Leg> waiting(Call call) {
        Call.Visit visit = call.visits().isEmpty() ? null : call.visits().getLast();
        if (visit == null || visit.leftAt() != null || visit.outcome() != null) {
            return Optional.empty();
        }
        List<Call.Leg> callers = up(call).filter(leg -> leg.bridge() == null && leg.answeredAt() != null)
                .filter(leg ->
                        visit.offers().stream().noneMatch(offer -> leg.id().equals(offer.legId())))
                .toList();
        return callers.size() == 1 && telephone(callers.getFirst())
                ? Optional.of(callers.getFirst())
                : Optional.empty();
    }

    private static Optional<Call.Leg> leg(Call call, Call.Segment segment) {
        return up(call).filter(leg -> leg.id().equals(segment.legId()) && leg.bridge() != null && telephone(leg))
                .findFirst();
    }

    private static Stream<Call.Leg> up(Call call) {
        return call.legs().stream().filter(leg -> leg.endedAt() == null);
    }

    private static boolean telephone(Call.Leg leg) {
        return leg.channel().startsWith("PJSIP/");
    }

    private static Optional<AgentView> find(Collection<AgentView> everybody, String extension) {
        return everybody.stream()
                .filter(agent -> agent.extension().equals(extension))
                .findFirst();
    }
}
