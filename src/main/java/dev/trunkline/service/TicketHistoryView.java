package dev.trunkline.service;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a ticket.
 *
 * @param actor user name, {@code system} for the service itself
 * @param actorName as colleagues see it, null for the service itself
 * @param action word: {@code created, changed, merged, link-added, link-removed}
 * @param details as the audit has them: {@code fields}, the names of what changed, and {@code values}, what those that may
 *     be told were {@code before} and are {@code after}; of a merge the other ticket's number, {@code into} or {@code from},
 *     and with this one the {@code callId} of the call that the other one was of;
 *     of a link what the ticket was to the other one, {@code relation}, and that one's {@code number}
 */
public record TicketHistoryView(
        UUID id, Instant at, String actor, @Nullable String actorName, String action, Map<String, Object> details) {}
