package dev.trunkline.supervision;

import dev.trunkline.call.Call;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call on the board.
 *
 * @param from the calling number as presented, null when none or withheld
 * @param fromName the calling name as presented: hostile text, bounded
 * @param to the DID of an inbound call, the number or extension dialled otherwise
 * @param number the other side's number in E.164, null when withheld and for what is no such number
 * @param queue the queue visited last, null for none
 * @param startedAt by the PBX's clock
 * @param onHold whether the other side is on hold now
 * @param priority with which the caller waits, as routing gave it: the highest is served first, 0 is the usual one
 * @param customers whom the number belongs to or whom a person chose: none when not known, several when it is shared
 */
@Schema(name = "BoardCall")
public record BoardCall(
        String id,
        Call.Direction direction,
        @Nullable String from,
        @Nullable String fromName,
        boolean withheld,
        @Nullable String to,
        @Nullable String number,
        @Nullable String queue,
        Instant startedAt,
        boolean onHold,
        int priority,
        List<BoardCustomer> customers) {
    public BoardCall {
        customers = List.copyOf(customers);
    }

    static BoardCall of(Call call, CallerNames.Caller caller) {
        return new BoardCall(
                call.id(),
                call.direction(),
                call.from(),
                call.fromName(),
                call.withheld(),
                call.to(),
                caller.number(),
                call.queue(),
                call.startedAt(),
                call.holds().stream().anyMatch(hold -> hold.to() == null),
                caller.priority(),
                caller.customers());
    }

    /**
     * Who calls, in short.
     *
     * @param contactName who at the customer, null for nobody in particular
     */
    @Schema(name = "BoardCustomer")
    public record BoardCustomer(
            UUID id, String name, @Nullable String contactName, boolean vip) {}
}
