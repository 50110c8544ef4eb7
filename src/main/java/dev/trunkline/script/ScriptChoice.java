package dev.trunkline.script;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One of the answers to choose from.
 *
 * @param key what is kept as the answer
 * @param label what the agent reads
 */
public record ScriptChoice(
        @NotNull @Pattern(regexp = ScriptStep.KEY) String key,

        @NotBlank @Size(max = 200) @Pattern(regexp = ScriptStep.ONE_LINE)
        String label) {}
