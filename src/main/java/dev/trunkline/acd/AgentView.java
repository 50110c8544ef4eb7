package dev.trunkline.acd;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A colleague who takes calls, and what the colleague is doing. */
public record AgentView(
        @Schema(required = true) UUID userId,
        @Schema(required = true) String username,
        @Schema(required = true) String name,
        @Schema(required = true) String extension,
        @Schema(required = true) String state,
        @Schema(required = true) Instant since,
        @Nullable String reason,
        @Schema(required = true) List<String> queues,
        @Nullable String callId) {

    static AgentView of(AgentProfile profile, AgentStateView state) {
        return new AgentView(
                profile.userId(),
                profile.username(),
                profile.name(),
                profile.extension(),
                state.state(),
                state.since(),
                state.reason(),
                profile.queues(),
                state.callId());
    }
}
