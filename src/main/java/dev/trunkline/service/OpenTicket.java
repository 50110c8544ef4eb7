package dev.trunkline.service;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket that still wants something done, and whose it is. */
public record OpenTicket(
        TicketCard card, @Nullable UUID owner, @Nullable UUID team) {
    /** Most that a reader is told of. */
    static final int MOST = 20;

    /** Those of the tickets that the reader may open, at most {@value #MOST}. */
    public static List<TicketCard> seenBy(Reader reader, List<OpenTicket> tickets) {
        return tickets.stream()
                .filter(ticket -> reader.sees(Permission.TICKETS_READ, ticket.owner(), ticket.team()))
                .map(OpenTicket::card)
                .limit(MOST)
                .toList();
    }
}
