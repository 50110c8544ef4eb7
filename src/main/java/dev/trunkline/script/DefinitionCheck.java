package dev.trunkline.script;

import dev.trunkline.shared.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether steps make a script: what sizes and patterns of single fields cannot say. Pure; takes what Bean Validation has
 * let pass.
 */
final class DefinitionCheck {
    private final List<ScriptStep> steps;
    private final Set<String> keys;
    private final List<FieldError> errors = new ArrayList<>();

    private DefinitionCheck(List<ScriptStep> steps) {
        this.steps = steps;
        this.keys = steps.stream().map(ScriptStep::key).collect(Collectors.toSet());
    }

    /** What is wrong and where, in the order of the steps; empty for a script that can be walked through. */
    static List<FieldError> errors(List<ScriptStep> steps) {
        DefinitionCheck check = new DefinitionCheck(steps);
        check.once(steps, ScriptStep::key, "steps", "key");
        for (int i = 0; i < steps.size(); i++) {
            check.step("steps[" + i + "]", steps.get(i));
        }
        // Ways through a script whose parts are wrong would only tell the same again.
        if (check.errors.isEmpty()) {
            check.ways();
        }
        return List.copyOf(check.errors);
    }

    private void step(String at, ScriptStep step) {
        texts(at + ".title", step.title());
        texts(at + ".text", step.text());
        once(step.questions(), ScriptQuestion::key, at + ".questions", "key");
        for (int i = 0; i < step.questions().size(); i++) {
            question(at + ".questions[" + i + "]", step.questions().get(i));
        }
        once(step.branches(), branch -> branch.question() + "=" + branch.value(), at + ".branches", "value");
        for (int i = 0; i < step.branches().size(); i++) {
            branch(at + ".branches[" + i + "]", step, step.branches().get(i));
        }
        target(at + ".next", step.next());
    }

    private void question(String at, ScriptQuestion question) {
        texts(at + ".label", question.label());
        once(question.choices(), ScriptChoice::key, at + ".choices", "key");
        boolean chooses = switch (question.kind()) {
            case ONE_OF, SEVERAL_OF -> true;
            case TEXT, YES_NO, NUMBER, DATE -> false;
        };
        if (chooses && question.choices().size() < 2) {
            error(at + ".choices", "too-few-choices", "needs at least two choices");
        } else if (!chooses && !question.choices().isEmpty()) {
            error(at + ".choices", "no-choices", "a question of this kind has no choices");
        }
    }

    private void branch(String at, ScriptStep step, ScriptBranch branch) {
        Optional<Question> asked = step.questions().stream()
                .filter(one -> one.key().equals(branch.question()))
                .findFirst()
                .map(Question::of);
        if (asked.isEmpty()) {
            error(at + ".question", "unknown-question", "the step has no question " + branch.question());
        } else if (asked.get().choices().isEmpty()) {
            error(at + ".question", "no-choice-question", "no step can depend on an answer of this kind");
        } else if (!asked.get().choices().contains(branch.value())) {
            error(at + ".value", "unknown-value", branch.question() + " has no answer " + branch.value());
        }
        target(at + ".next", branch.next());
    }

    private void target(String at, @Nullable String key) {
        if (key != null && !keys.contains(key)) {
            error(at, "unknown-step", "there is no step " + key);
        }
    }

    private void texts(String at, String text) {
        for (String name : Placeholders.unknown(text)) {
            error(at, "unknown-placeholder", "there is no placeholder {{" + name + "}}");
        }
    }

    private void ways() {
        Definition definition = new Definition(steps);
        Set<String> reachable = definition.reachable();
        Set<String> ending = definition.ending();
        for (int i = 0; i < steps.size(); i++) {
            String key = steps.get(i).key();
            if (!reachable.contains(key)) {
                error("steps[" + i + "].key", "unreachable", "no way leads from the first step to " + key);
            } else if (!ending.contains(key)) {
                error("steps[" + i + "].next", "endless", "no way leads from " + key + " to an end");
            }
        }
    }

    private <T> void once(List<T> all, Function<T, String> key, String at, String field) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String name = key.apply(all.get(i));
            if (!seen.add(name)) {
                error(at + "[" + i + "]." + field, "double", name + " is there twice");
            }
        }
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
