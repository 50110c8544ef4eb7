package dev.trunkline.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a ticket.
 *
 * @param authorName as colleagues see it, null where nobody is known
 * @param internal for colleagues alone, not to be passed on to the customer
 * @param body Markdown as it was typed
 */
public record TicketCommentView(
        UUID id, Instant at, UUID authorId, @Nullable String authorName, boolean internal, String body) {}
