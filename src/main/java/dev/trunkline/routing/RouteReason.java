package dev.trunkline.routing;

import java.util.List;
import java.util.UUID;

/**
 * A rule that decided about a call.
 *
 * @param rule its id; it may be another by now, or gone
 * @param name as it was then
 * @param because what of the caller made it suit, one for each of its conditions
 */
public record RouteReason(UUID rule, String name, List<RouteCause> because) {
    public RouteReason {
        because = List.copyOf(because);
    }
}
