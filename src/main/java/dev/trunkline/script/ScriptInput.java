package dev.trunkline.script;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets of a script.
 *
 * @param language of the text: {@code en} or {@code zh-CN}
 * @param queues names of those whose calls it is for; none is all
 * @param steps the first is where each call begins
 */
record ScriptInput(
        @NotBlank @Size(max = 100) @Pattern(regexp = ScriptStep.ONE_LINE) @Nullable
        String name,

        @NotNull @Pattern(regexp = "en|zh-CN") @Nullable String language,

        @Nullable @Size(max = 50)
        List<@NotNull @NotBlank @Size(max = 100) @Pattern(regexp = ScriptStep.ONE_LINE) String> queues,

        @NotEmpty @Size(max = 50) @Nullable List<@NotNull @Valid ScriptStep> steps) {}
