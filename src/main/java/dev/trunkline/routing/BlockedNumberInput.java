package dev.trunkline.routing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A number to block.
 *
 * @param number in any form; of a prefix with country code, such as {@code +44 70}
 * @param prefix whether all numbers are meant that begin so; false when left out
 * @param note why
 */
record BlockedNumberInput(
        @NotBlank @Size(max = 64) @Pattern(regexp = RoutingCondition.ONE_LINE) @Nullable
        String number,

        @Nullable Boolean prefix,

        @Nullable @Size(max = 500) @Pattern(regexp = RoutingCondition.ONE_LINE)
        String note) {}
