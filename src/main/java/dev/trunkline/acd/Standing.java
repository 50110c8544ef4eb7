package dev.trunkline.acd;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The place an agent should have in the PBX's queues. Asterisk offers calls to members that are not paused; everything
 * else that keeps calls away from an agent is said by these three.
 *
 * @param reason why paused, null otherwise; goes to the PBX as the pause's reason
 */
record Standing(Kind kind, @Nullable String reason) {
    static final Standing OUT = new Standing(Kind.OUT, null);
    static final Standing READY = new Standing(Kind.READY, null);
    static final String WRAP_UP = "wrap-up";

    /** No member, a member that gets no calls, a member that gets calls. */
    enum Kind {
        OUT,
        PAUSED,
        READY
    }

    static Standing paused(String reason) {
        return new Standing(Kind.PAUSED, reason);
    }

    /**
     * The place that goes with a state. From the moment an agent takes a queue's call the agent is paused, so that the
     * PBX, which does not know our wrap-up, offers no call in it. A ringing agent stays a member, or the offer's end
     * would go unseen.
     */
    static Standing of(AgentState state) {
        return switch (state) {
            case AgentState.Resting resting -> of(resting.wish());
            case AgentState.Ringing ringing ->
                ringing.wish().equals(Wish.OFFLINE) ? paused("offline") : of(ringing.wish());
            case AgentState.OnCall call -> call.engagement().wrapUp() == null ? of(call.wish()) : paused(WRAP_UP);
            case AgentState.WrapUp ignored -> paused(WRAP_UP);
        };
    }

    private static Standing of(Wish wish) {
        return switch (wish.kind()) {
            case AVAILABLE -> READY;
            case BREAK -> paused(Objects.requireNonNull(wish.reason()));
            case OFFLINE -> OUT;
        };
    }
}
