package dev.trunkline.supervision;

import dev.trunkline.call.Call;
import dev.trunkline.report.Stay;
import java.util.List;

/**
 * What a call gives to the figures, a function of the call alone: one stay for each of its visits to queues.
 *
 * @param over whether the call has ended
 */
record Contribution(String callId, boolean over, List<Stay> stays) {
    Contribution {
        stays = List.copyOf(stays);
    }

    static Contribution of(Call call) {
        return new Contribution(
                call.id(), !call.open(), call.visits().stream().map(Stay::of).toList());
    }

    /** Whether it gives anything to a day. */
    boolean in(Day day) {
        return stays.stream().anyMatch(stay -> day.contains(stay.joinedAt()));
    }
}
