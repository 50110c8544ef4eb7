package dev.trunkline.acd;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Offer;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.Call.Segment;
import dev.trunkline.call.Call.Visit;
import dev.trunkline.call.CallChange;
import dev.trunkline.shared.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** News of one queue call, as the tracker gives them. */
final class Calls {
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    private Calls() {}

    static Call inQueue(String id, String queue) {
        return new Call(
                id,
                "pbx1",
                Call.Direction.INBOUND,
                "13800138000",
                null,
                false,
                "4008001000",
                AT,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new Visit(queue, AT, null, null, List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                null);
    }

    static CallChange offered(Call call, String agent) {
        return new CallChange.Offered(Ids.next(), call, AT, offer(agent, null));
    }

    static CallChange offerEnded(Call call, String agent, OfferOutcome outcome) {
        return new CallChange.OfferEnded(Ids.next(), call, AT, offer(agent, outcome));
    }

    static CallChange connected(Call call, String agent) {
        return new CallChange.Connected(Ids.next(), call, AT, new Segment(agent, null, AT, null));
    }

    static CallChange disconnected(Call call, String agent) {
        return new CallChange.Disconnected(Ids.next(), call, AT, new Segment(agent, null, AT, AT));
    }

    static CallChange ended(Call call) {
        return new CallChange.Ended(Ids.next(), call, AT);
    }

    private static Offer offer(String agent, @Nullable OfferOutcome outcome) {
        return new Offer(agent, null, AT, outcome == null ? null : 1000L, outcome);
    }
}
