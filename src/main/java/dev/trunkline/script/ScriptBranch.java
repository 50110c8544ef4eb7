package dev.trunkline.script;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a step goes on with a certain answer.
 *
 * @param question of the same step: one with choices, or yes or no
 * @param value the key of a choice, {@code yes} or {@code no}; of several choices one that is among the answers
 * @param next the step that follows; null for the end of the script
 */
public record ScriptBranch(
        @NotNull @Pattern(regexp = ScriptStep.KEY) String question,
        @NotNull @Pattern(regexp = ScriptStep.KEY) String value,
        @Nullable @Pattern(regexp = ScriptStep.KEY) String next) {}
