package dev.trunkline.acd;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A member who is not of the first level.
 *
 * @param level those of a higher one are rung while nobody of a lower one is free
 */
public record MemberLevel(
        @NotNull UUID user, @Min(0) @Max(9) int level) {}
