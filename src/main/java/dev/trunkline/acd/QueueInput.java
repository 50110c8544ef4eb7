package dev.trunkline.acd;

import dev.trunkline.call.QueueDefinition.Strategy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an administrator sets of a queue; what is left out when it is made takes the usual value. */
public record QueueInput(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9_-]{0,39}")
        String name,

        @NotBlank @Size(max = 100) String label,
        @Nullable @Size(min = 1, max = 100) String labelZh,
        @Nullable @Size(max = 100) List<@NotNull @Valid DidInput> dids,
        @Nullable Boolean ticketOnAnswered,

        @Schema(enumeration = {"repair", "complaint", "suggestion", "dispute", "request"})
        @Nullable
        @Pattern(regexp = "repair|complaint|suggestion|dispute|request")
        String ticketType,

        @Nullable Boolean followUpOnMissed,
        @Nullable @Min(1) @Max(43_200) Integer followUpDueMinutes,
        @Nullable @Min(0) @Max(120) Integer shortAbandonSeconds,
        @Nullable @Min(0) @Max(3_600) Integer wrapUpSeconds,
        @Nullable @Min(0) @Max(20) Integer missedLimit,
        @Nullable @Min(1) @Max(3_600) Integer serviceLevelSeconds,
        @Nullable @Min(1) @Max(100) Integer serviceLevelTarget,
        @Nullable @Min(0) @Max(1_000) Integer alarmWaiting,
        @Nullable @Min(1) @Max(3_600) Integer alarmLongestWaitSeconds,
        @Nullable Boolean alarmServiceLevel,
        Queue.@Nullable Recording recording,
        @Nullable Strategy strategy,
        @Nullable @Min(5) @Max(300) Integer ringSeconds,
        @Nullable @Min(1) @Max(60) Integer pauseSeconds,
        @Nullable @Min(0) @Max(10_000) Integer maxWaiting,
        @Nullable @Min(0) @Max(100) Integer weight,
        @Nullable @Min(0) @Max(3_600) Integer announceSeconds,
        @Nullable @Min(5) @Max(86_400) Integer longestWaitSeconds,
        @Nullable @Size(max = 40) String overflowQueue,
        @Nullable @Size(max = 40) String overflowNumber,
        @Nullable @Size(max = 2_000) List<@NotNull UUID> members,
        @Nullable @Size(max = 2_000) List<@NotNull @Valid MemberLevel> levels) {

    /** A number that leads to the queue. */
    public record DidInput(
            @NotNull @Pattern(regexp = "\\+?[0-9]{2,20}") String number,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String region,
            @Nullable @Size(min = 1, max = 100) String label) {}
}
