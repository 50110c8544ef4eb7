package dev.trunkline.service;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets of a ticket.
 *
 * @param subject needed for a ticket made by a person; null leaves the system's text where it wrote one
 * @param status open when left out
 * @param priority normal when left out
 * @param callId the call it is about, which then leaves no ticket by itself
 * @param assignee the user who has to see to it
 */
public record TicketInput(
        @NotNull Ticket.Type type,
        Ticket.@Nullable Status status,
        Ticket.@Nullable Priority priority,
        @Nullable @Size(min = 1, max = 200) String subject,
        @Nullable @Size(max = 20_000) String description,
        @Nullable UUID customerId,
        @Nullable @Size(min = 1, max = 150) String callId,
        @Nullable @Size(min = 1, max = 40) String queue,
        @JsonAlias("assigneeId") @Nullable UUID assignee,
        @Nullable Instant dueAt) {}
