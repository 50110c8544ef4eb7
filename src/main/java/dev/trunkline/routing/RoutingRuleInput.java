package dev.trunkline.routing;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets of a routing rule. A new one is the last to be tried.
 *
 * @param enabled true when left out
 * @param conditions all of which must hold; none hold for everybody
 * @param refuse how the caller is refused; null for who is let through
 * @param queue where the caller waits; null leaves that to other rules and to the number that was dialled
 * @param priority of the caller among those who wait, the highest first; null leaves it to other rules
 * @param last whether no rule after it is tried for whom it suits; a refusal is always the last; true when left out
 */
record RoutingRuleInput(
        @NotBlank @Size(max = 100) @Pattern(regexp = RoutingCondition.ONE_LINE) @Nullable
        String name,

        @Nullable Boolean enabled,
        @Size(max = 20) List<@NotNull @Valid RoutingCondition> conditions,
        @Nullable Refusal refuse,

        @Nullable @Size(max = 100) @Pattern(regexp = RoutingCondition.ONE_LINE)
        String queue,

        @Nullable @Min(0) @Max(Route.HIGHEST) Integer priority,
        @Nullable Boolean last) {

    RoutingRuleInput {
        conditions = requireNonNullElse(conditions, List.of());
        last = requireNonNullElse(last, true);
    }
}
