package dev.trunkline.desk.control;

import dev.trunkline.call.Call;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call that waits for whoever takes it.
 *
 * @param place whether it is parked, or rings at a colleague's phone
 * @param number of the parking space or of the colleague
 * @param from the calling number, null when none or withheld
 * @param fromName the calling name as presented: hostile text, bounded
 * @param queue the queue it came by, null for none
 * @param since when it was parked or began to ring, by the PBX's clock
 */
@Schema(name = "PickableCall")
public record PickableCallView(
        String callId,
        @Schema(enumeration = {"parked", "ringing"}) String place,
        String number,
        @Nullable String from,
        @Nullable String fromName,
        @Nullable String queue,
        Instant since) {

    /** Whether the call waits in a parking space. */
    public static boolean parked(Call call) {
        return Pickable.parked(call).isPresent();
    }

    static PickableCallView of(Call call, Pickable place) {
        return new PickableCallView(
                call.id(),
                place.parked() ? "parked" : "ringing",
                place.number(),
                call.from(),
                call.fromName(),
                call.queue(),
                place.since());
    }
}
