package dev.trunkline.desk.control;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Handover;
import dev.trunkline.call.Call.HandoverKind;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a call can be picked up.
 *
 * @param parked whether it waits in a parking space, else it rings at a colleague's phone
 * @param number of the space or of the colleague
 * @param since when it was parked or began to ring, by the PBX's clock
 */
record Pickable(boolean parked, String number, Instant since) {

    static Optional<Pickable> of(Call call) {
        return parked(call).or(() -> ringing(call));
    }

    /** The parking space it waits in. */
    static Optional<Pickable> parked(Call call) {
        if (!call.open() || call.handovers().isEmpty()) {
            return Optional.empty();
        }
        Handover last = call.handovers().getLast();
        return last.kind() == HandoverKind.PARKED && last.to() != null
                ? Optional.of(new Pickable(true, last.to(), last.at()))
                : Optional.empty();
    }

    private static Optional<Pickable> ringing(Call call) {
        return call.legs().stream()
                .filter(leg -> leg.endedAt() == null && leg.answeredAt() == null && !leg.entered())
                .filter(leg -> leg.party() != null && !leg.id().equals(call.id()))
                .findFirst()
                .map(leg -> new Pickable(
                        false,
                        String.valueOf(leg.party()),
                        leg.dialledAt() == null ? leg.startedAt() : leg.dialledAt()));
    }
}
