package dev.trunkline.routing;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the PBX was told to put a call, and why.
 *
 * @param at by the service's clock
 * @param did our number that was dialled
 * @param queue null for the queue to which that number led
 * @param priority among those who waited, the highest first
 * @param refusal null for a caller who was let through
 * @param reasons the rules that decided, in order; none when no rule had anything to say
 */
@Schema(name = "CallRoute")
public record CallRouteView(
        Instant at,
        String did,
        RouteOutcome outcome,
        @Nullable String queue,
        int priority,
        @Nullable Refusal refusal,
        List<RouteReason> reasons) {
    public CallRouteView {
        reasons = List.copyOf(reasons);
    }
}
