package dev.trunkline.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link of a ticket.
 *
 * @param relation what the ticket is to the other one
 * @param ticket the other one
 * @param authorName who made the link, null when that is not known any more
 */
public record TicketLinkView(
        UUID id,
        TicketRelation relation,
        TicketCard ticket,
        @Nullable String authorName,
        Instant at) {}
