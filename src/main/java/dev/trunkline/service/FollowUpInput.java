package dev.trunkline.service;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets of a follow-up.
 *
 * @param status open when left out
 * @param assignee the user who has to see to it
 * @param phone in any form
 */
public record FollowUpInput(
        @NotNull FollowUp.Kind kind,
        FollowUp.@Nullable Status status,
        @NotNull Instant dueAt,
        @JsonAlias("assigneeId") @Nullable UUID assignee,
        @Nullable UUID customerId,
        @Nullable @Size(min = 1, max = 150) String callId,
        @Nullable @Size(max = 64) String phone,
        @Nullable @Size(min = 1, max = 40) String queue,
        @Nullable @Size(max = 4_000) String note) {}
