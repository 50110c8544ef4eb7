package dev.trunkline.script;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a script as people write it and as it is kept. Lists that are left out are empty.
 *
 * @param key names it within the script
 * @param title a few words for the agent; may hold placeholders
 * @param text what to say, in Markdown with placeholders such as {@code {{customer.name}}}
 * @param branches in order: the first that fits the answers says which step follows
 * @param next the step that follows when no branch fits; null for the end of the script
 */
public record ScriptStep(
        @NotNull @Pattern(regexp = KEY) String key,

        @NotBlank @Size(max = 100) @Pattern(regexp = ONE_LINE)
        String title,

        @NotNull @Size(max = 10_000) String text,
        @Size(max = 20) List<@NotNull @Valid ScriptQuestion> questions,
        @Size(max = 20) List<@NotNull @Valid ScriptBranch> branches,
        @Nullable @Pattern(regexp = KEY) String next) {
    /** What steps, questions and choices are named by. */
    static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";

    /** No line breaks nor other control characters. */
    static final String ONE_LINE = "\\P{Cc}*";

    public ScriptStep {
        questions = requireNonNullElse(questions, List.of());
        branches = requireNonNullElse(branches, List.of());
    }
}
