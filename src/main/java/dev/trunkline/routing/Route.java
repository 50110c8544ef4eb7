package dev.trunkline.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller goes and why.
 *
 * @param queue null for the queue to which the dialled number leads
 * @param priority among those who wait, 0 to {@value #HIGHEST}, the highest first
 * @param refusal null for a caller who is let through
 * @param reasons the rules that decided, in order; none when no rule had anything to say
 */
record Route(@Nullable String queue, int priority, @Nullable Refusal refusal, List<RouteReason> reasons) {
    /** The highest priority a rule can give. */
    static final int HIGHEST = 20;

    /** What holds without rules. */
    static final Route USUAL = new Route(null, 0, null, List.of());

    Route {
        reasons = List.copyOf(reasons);
    }
}
