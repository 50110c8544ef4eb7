package dev.trunkline.acd;

import dev.trunkline.acd.AgentState.Busy;
import dev.trunkline.acd.AgentState.OnBreak;
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
 * @param next what follows ringing, on-call and wrap-up: available, break or offline
 * @param nextReason of a break that follows
 * @param pending whether the PBX does not know it yet: it is told as soon as it can be reached
 */
public record AgentStateView(
        @Schema(enumeration = {"offline", "available", "break", "ringing", "on-call", "wrap-up"})
        String state,

        Instant since,
        @Nullable String reason,
        @Nullable String callId,
        @Nullable Instant wrapUpUntil,

        @Schema(enumeration = {"available", "break", "offline"}) @Nullable
        String next,

        @Nullable String nextReason,
        boolean pending) {

    static AgentStateView of(AgentState state, boolean pending) {
        String word = word(state);
        Instant since = state.since();
        return switch (state) {
            case OnBreak rest -> new AgentStateView(word, since, rest.reason(), null, null, null, null, pending);
            case Resting ignored -> new AgentStateView(word, since, null, null, null, null, null, pending);
            case Busy busy ->
                new AgentStateView(
                        word,
                        since,
                        null,
                        busy.engagement().callId(),
                        null,
                        word(busy.wish()),
                        busy.wish().reason(),
                        pending);
            case WrapUp wrapUp ->
                new AgentStateView(
                        word,
                        since,
                        null,
                        wrapUp.callId(),
                        wrapUp.until(),
                        word(wrapUp.next()),
                        wrapUp.next().reason(),
                        pending);
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
