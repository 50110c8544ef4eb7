package dev.trunkline.desk;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the agent notes after a call.
 *
 * @param disposition what came of it: one of {@link Dispositions}, null while not chosen
 * @param done whether the agent has finished; else it is a draft
 */
public record WrapUpInput(
        @Nullable @Pattern(regexp = Dispositions.PATTERN, message = "must be one of the dispositions")
        String disposition,

        @Nullable @Size(max = 4000) String notes,
        boolean done) {}
