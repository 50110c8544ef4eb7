package dev.trunkline.script;

import dev.trunkline.script.ScriptQuestion.Kind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways to write scripts down. */
final class Written {
    private Written() {}

    static ScriptStep step(String key, @Nullable String next) {
        return step(key, List.of(), List.of(), next);
    }

    static ScriptStep step(
            String key, List<ScriptQuestion> questions, List<ScriptBranch> branches, @Nullable String next) {
        return new ScriptStep(key, "Step " + key, "Say " + key, questions, branches, next);
    }

    static ScriptStep text(String key, String text) {
        return new ScriptStep(key, key, text, List.of(), List.of(), null);
    }

    static ScriptQuestion yesNo(String key, boolean required) {
        return question(key, Kind.YES_NO, required);
    }

    static ScriptQuestion question(String key, Kind kind, boolean required, String... choices) {
        return new ScriptQuestion(
                key,
                kind,
                key + "?",
                required,
                Arrays.stream(choices).map(one -> new ScriptChoice(one, one)).toList());
    }

    static ScriptBranch branch(String question, String value, @Nullable String next) {
        return new ScriptBranch(question, value, next);
    }

    static ScriptAnswer answer(String step, String question, String... values) {
        return new ScriptAnswer(step, question, List.of(values));
    }
}
