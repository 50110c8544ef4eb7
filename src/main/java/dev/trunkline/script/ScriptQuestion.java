package dev.trunkline.script;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question of a step.
 *
 * @param key names it within its step
 * @param label what is asked; may hold placeholders
 * @param required whether the step cannot be left without an answer
 * @param choices of {@code one-of} and {@code several-of}, which need at least two; empty for the other kinds
 */
public record ScriptQuestion(
        @NotNull @Pattern(regexp = ScriptStep.KEY) String key,
        @NotNull Kind kind,

        @NotBlank @Size(max = 300) @Pattern(regexp = ScriptStep.ONE_LINE)
        String label,

        boolean required,
        @Size(max = 20) List<@NotNull @Valid ScriptChoice> choices) {

    public ScriptQuestion {
        choices = requireNonNullElse(choices, List.of());
    }

    /** What an answer looks like. */
    @Schema(name = "ScriptQuestionKind")
    public enum Kind {
        TEXT,
        ONE_OF,
        SEVERAL_OF,
        YES_NO,
        NUMBER,
        DATE
    }
}
