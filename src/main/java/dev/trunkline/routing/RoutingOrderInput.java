package dev.trunkline.routing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param ids of all rules, in the order to try them */
record RoutingOrderInput(
        @NotNull @Size(max = RoutingRules.MOST) @Nullable List<@NotNull UUID> ids) {}
