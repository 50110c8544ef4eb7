package dev.trunkline.acd;

import dev.trunkline.acd.AgentState.Busy;
import dev.trunkline.acd.AgentState.Resting;
import dev.trunkline.acd.AgentState.WrapUp;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agent's state as clients see it.
 *
 * @param state offline, available, break, ringing, on-call or wrap-up
 * @param reason of a break
 * @param callId the call of ringing, on-call and wrap-up
 * @param wrapUpUntil when wrap-up ends by itself
 * @param wrapUpExtensions how often its time may still be begun anew
 * @param next what follows ringing, on-call and wrap-up: available, break or offline
 * @param nextReason of a break that follows
 * @param goneSince when the page went, reason away, or the phone, reason phone, for want of which the agent is set aside
 * @param pending whether the PBX does not know it yet: it is told as soon as it can be reached
 * @param phoneReachable false when the PBX says that it cannot ring the agent's phone; true also while it says nothing
 */
public record AgentStateView(
        @Schema(enumeration = {"offline", "available", "break", "ringing", "on-call", "wrap-up"})
        String state,

        Instant since,
        @Nullable String reason,
        @Nullable String callId,
        @Nullable Instant wrapUpUntil,
        @Nullable Integer wrapUpExtensions,

        @Schema(enumeration = {"available", "break", "offline"}) @Nullable
        String next,

        @Nullable String nextReason,
        @Nullable Instant goneSince,
        boolean pending,
        boolean phoneReachable) {

    static AgentStateView of(AgentState state, boolean pending, boolean phoneReachable) {
        Wish wish = state.wish();
        WrapUp wrapUp = state instanceof WrapUp it ? it : null;
        boolean resting = state instanceof Resting;
        return new AgentStateView(
                word(state),
                state.since(),
                resting ? wish.reason() : null,
                callId(state),
                wrapUp == null ? null : wrapUp.until(),
                wrapUp == null ? null : wrapUp.allowance().left(),
                resting ? null : word(wish),
                resting ? null : wish.reason(),
                wish.goneSince(),
                pending,
                phoneReachable);
    }

    private static @Nullable String callId(AgentState state) {
        return switch (state) {
            case Resting ignored -> null;
            case Busy busy -> busy.engagement().callId();
            case WrapUp wrapUp -> wrapUp.callId();
        };
    }

    /** The published word of a state. */
    static String word(AgentState state) {
        return switch (state) {
            case Resting resting -> word(resting.wish());
            case AgentState.Ringing ignored -> "ringing";
            case AgentState.OnCall ignored -> "on-call";
            case WrapUp ignored -> "wrap-up";
        };
    }

    static String word(Wish wish) {
        return switch (wish.kind()) {
            case AVAILABLE -> "available";
            case BREAK -> "break";
            case OFFLINE -> "offline";
        };
    }
}
