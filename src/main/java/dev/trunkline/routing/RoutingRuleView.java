package dev.trunkline.routing;

import dev.trunkline.shared.crud.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A routing rule as clients see it; see {@link RoutingRuleInput}.
 *
 * @param position rules are tried in this order, from 1
 */
public record RoutingRuleView(
        UUID id,
        String name,
        int position,
        boolean enabled,
        List<RoutingCondition> conditions,
        @Nullable Refusal refuse,
        @Nullable String queue,
        @Nullable Integer priority,
        boolean last,
        Instant updatedAt,
        long version)
        implements Versioned {
    public RoutingRuleView {
        conditions = List.copyOf(conditions);
    }
}
