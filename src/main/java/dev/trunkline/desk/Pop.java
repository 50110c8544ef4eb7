package dev.trunkline.desk;

import dev.trunkline.call.Call;
import dev.trunkline.call.history.CallCard;
import dev.trunkline.customer.CustomerCard;
import dev.trunkline.service.TicketCard;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the agent sees as a call is offered.
 *
 * @param call the call so far
 * @param caller who calls, as the telephone says
 * @param customers who that may be: none for an unknown number, several for a shared one, one once chosen
 * @param tickets the customers' open tickets, as far as the agent may see them
 * @param recentCalls the latest calls with this number, newest first: that there was a call is for everybody who may see the
 *     customer
 * @param complete false while the look-up takes long and only the caller is known; a complete pop follows
 */
@Schema(name = "Pop")
public record Pop(
        Ringing call,
        Caller caller,
        List<CustomerCard> customers,
        List<TicketCard> tickets,
        List<CallCard> recentCalls,
        boolean complete) {

    public Pop {
        customers = List.copyOf(customers);
        tickets = List.copyOf(tickets);
        recentCalls = List.copyOf(recentCalls);
    }

    /**
     * The offered call.
     *
     * @param did the number that was dialled
     * @param ringingAt when this agent's phone began to ring, the PBX's clock
     * @param waitedMs how long the caller had waited in the queue by then
     */
    public record Ringing(
            String id,
            @Schema(implementation = Call.Direction.class) String direction,
            @Nullable String queue,
            @Nullable String did,
            @Nullable String from,
            Instant ringingAt,
            long waitedMs) {}

    /**
     * The caller.
     *
     * @param raw the number as presented, null when withheld
     * @param e164 its normal form, null when it has none
     * @param name the name as presented: hostile text, to be shown as text only
     */
    public record Caller(
            @Nullable String raw,
            @Nullable String e164,
            @Nullable String name,
            boolean withheld) {}
}
