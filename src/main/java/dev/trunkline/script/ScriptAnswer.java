package dev.trunkline.script;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What was answered to a question.
 *
 * @param values one text; the keys of the choices; {@code yes} or {@code no}; a decimal number such as {@code -2.5}; a
 *     date such as {@code 2026-03-31}. A question without an answer has no entry
 */
public record ScriptAnswer(
        @NotNull @Pattern(regexp = ScriptStep.KEY) String step,
        @NotNull @Pattern(regexp = ScriptStep.KEY) String question,

        @NotEmpty @Size(max = 20) List<@NotNull @NotBlank @Size(max = 2000) String> values) {}
