package dev.trunkline.service;

import dev.trunkline.shared.crud.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up.
 *
 * @param assignee the user who has to see to it, null while it is anybody's; {@code assigneeId} says the same
 * @param callId the call that it is about, the latest where several were merged
 * @param phone the number to call, in normal form where it has one
 * @param attempts calls of this caller that nobody took
 * @param closedBy what closed it, null while open
 */
public record FollowUpView(
        UUID id,
        FollowUp.Kind kind,
        FollowUp.Status status,
        Instant dueAt,
        @Nullable UUID assignee,
        @Nullable UUID assigneeId,
        @Nullable String assigneeName,
        @Nullable UUID customerId,
        @Nullable String customerName,
        @Nullable String callId,
        @Nullable String phone,
        @Nullable String queue,
        int attempts,
        @Nullable Instant lastAttemptAt,
        @Nullable String note,
        FollowUp.@Nullable ClosedBy closedBy,
        @Nullable Instant closedAt,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
