package dev.trunkline.acd;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A colleague who takes calls, and what the colleague is doing.
 *
 * @param teamId null for people of no team
 * @param phoneReachable false when the PBX says that it cannot ring the colleague's phone
 */
public record AgentView(
        UUID userId,
        String username,
        String name,
        String extension,
        @Nullable UUID teamId,
        @Nullable String teamName,

        @Schema(enumeration = {"offline", "available", "break", "ringing", "on-call", "wrap-up"})
        String state,

        Instant since,
        @Nullable String reason,
        boolean phoneReachable,
        List<String> queues,
        @Nullable String callId) {

    static AgentView of(AgentProfile profile, AgentStateView state) {
        return new AgentView(
                profile.userId(),
                profile.username(),
                profile.name(),
                profile.extension(),
                profile.teamId(),
                profile.teamName(),
                state.state(),
                state.since(),
                state.reason(),
                state.phoneReachable(),
                profile.queues(),
                state.callId());
    }
}
