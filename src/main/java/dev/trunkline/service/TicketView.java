package dev.trunkline.service;

import dev.trunkline.shared.crud.Versioned;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket.
 *
 * @param number for people, unique
 * @param subject what a person wrote, null where the system speaks
 * @param subjectKey the system's text by key, to be shown in the reader's language
 * @param subjectParams values in that text
 * @param assignee the user who has to see to it; {@code assigneeId} says the same
 * @param mergedInto the ticket that goes on in its place, null for none
 * @param watching whether the reader watches it, null where it is told to nobody in particular
 */
public record TicketView(
        UUID id,
        long number,
        Ticket.Type type,
        Ticket.Status status,
        Ticket.Priority priority,
        @Nullable String subject,
        @Nullable String subjectKey,
        Map<String, String> subjectParams,
        @Nullable String description,
        @Nullable UUID customerId,
        @Nullable String customerName,
        @Nullable String callId,
        @Nullable String queue,
        @Nullable UUID assignee,
        @Nullable UUID assigneeId,
        @Nullable String assigneeName,
        @Nullable Instant dueAt,
        @Nullable UUID mergedInto,
        @Nullable Boolean watching,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    /** The same, told to somebody who watches it or not. */
    TicketView watching(boolean watches) {
        return new TicketView(
                id,
                number,
                type,
                status,
                priority,
                subject,
                subjectKey,
                subjectParams,
                description,
                customerId,
                customerName,
                callId,
                queue,
                assignee,
                assigneeId,
                assigneeName,
                dueAt,
                mergedInto,
                watches,
                createdAt,
                updatedAt,
                version);
    }
}
