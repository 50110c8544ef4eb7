package dev.trunkline.routing;

import dev.trunkline.service.Ticket;
import dev.trunkline.shared.phone.PhoneIdentity;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a caller when it has to be said where the call goes.
 *
 * @param number as the DID's region reads it
 * @param blocked whether the number is on the block list
 * @param customers who have the number: none for a stranger, several where it is shared
 * @param did our number that was dialled
 * @param usualQueue where that number leads, null when it is none of ours
 * @param lastQueue of the last call in which somebody talked to the number, null when there was none lately
 * @param lastAgent the extension of who talked there last, null as before
 * @param at now
 */
record Caller(
        PhoneIdentity number,
        boolean blocked,
        List<Known> customers,
        String did,
        @Nullable String usualQueue,
        @Nullable String lastQueue,
        @Nullable String lastAgent,
        Instant at) {
    Caller {
        customers = List.copyOf(customers);
    }

    /** The types of the open tickets of whoever it may be. */
    Set<Ticket.Type> openTickets() {
        Set<Ticket.Type> types = EnumSet.noneOf(Ticket.Type.class);
        customers.forEach(customer -> types.addAll(customer.openTickets()));
        return types;
    }

    /**
     * A customer who has the number.
     *
     * @param ownerName null for nobody's customer
     * @param openTickets types of the customer's open tickets
     */
    record Known(
            UUID id,
            String name,
            boolean vip,
            Set<String> tags,
            @Nullable String ownerName,
            Set<Ticket.Type> openTickets) {
        Known {
            tags = Set.copyOf(tags);
            openTickets = openTickets.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(openTickets));
        }
    }
}
