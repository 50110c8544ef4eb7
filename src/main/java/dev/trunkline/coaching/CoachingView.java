package dev.trunkline.coaching;

import dev.trunkline.call.CoachMode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in whose call.
 *
 * @param coach the coach's extension
 * @param agent the agent's extension, null while the PBX has not said whom the coach hears
 * @param callId null when the call is not known
 * @param mode null with {@code agent}
 * @param state the coach's phone rings; the coach takes part; the call comes over to the coach
 * @param since when the coach began to take part, by the PBX's clock; null before
 */
@Schema(name = "Coaching")
public record CoachingView(
        String coach,
        String coachName,
        @Nullable String agent,
        @Nullable String agentName,
        @Nullable String callId,

        @Schema(enumeration = {"listen", "whisper", "barge"}) @Nullable
        String mode,

        @Schema(enumeration = {"ringing", "running", "taking-over"})
        String state,

        @Nullable Instant since) {

    /** Whether the agent can hear the coach. */
    public boolean audible() {
        return !CoachMode.LISTEN.word().equals(mode);
    }
}
