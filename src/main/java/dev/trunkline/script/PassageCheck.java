package dev.trunkline.script;

import dev.trunkline.shared.problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a call can have gone through a script like this: every answer fits its question, and each step of the way
 * follows from the answers to the one before. Pure.
 */
final class PassageCheck {
    private final Definition script;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Map<String, List<String>>> answers = new HashMap<>();

    private PassageCheck(Definition script) {
        this.script = script;
    }

    /**
     * What is wrong and where; empty for a possible passage.
     *
     * @param trail keys of the steps from the first to the present one
     * @param done whether the script has come to its end after the last step of the trail
     */
    static List<FieldError> errors(Definition script, List<String> trail, boolean done, List<ScriptAnswer> given) {
        PassageCheck check = new PassageCheck(script);
        for (int i = 0; i < given.size(); i++) {
            check.answer("answers[" + i + "]", given.get(i));
        }
        check.trail(trail, done);
        return List.copyOf(check.errors);
    }

    private void answer(String at, ScriptAnswer answer) {
        Optional<Step> step = script.step(answer.step());
        if (step.isEmpty()) {
            error(at + ".step", "unknown-step", "there is no step " + answer.step());
            return;
        }
        Optional<Question> question = step.get().question(answer.question());
        if (question.isEmpty()) {
            error(at + ".question", "unknown-question", "the step has no question " + answer.question());
            return;
        }
        String fault = question.get().fault(answer.values());
        if (fault != null) {
            error(at + ".values", fault, "this is no answer to " + answer.question());
        }
        @Nullable
        List<String> before =
                answers.computeIfAbsent(answer.step(), key -> new HashMap<>()).put(answer.question(), answer.values());
        if (before != null) {
            error(at + ".question", "double", answer.question() + " is answered twice");
        }
    }

    private void trail(List<String> trail, boolean done) {
        if (trail.isEmpty() || !trail.getFirst().equals(script.first().key())) {
            error("trail", "not-a-way", "a way begins with the first step");
            return;
        }
        if (new HashSet<>(trail).size() != trail.size()) {
            error("trail", "double", "no step is on the way twice");
        }
        for (int i = 0; i < trail.size(); i++) {
            String at = "trail[" + i + "]";
            Optional<Step> here = script.step(trail.get(i));
            if (here.isEmpty()) {
                error(at, "unknown-step", "there is no step " + trail.get(i));
                return;
            }
            boolean last = i == trail.size() - 1;
            if (!last || done) {
                passed(at, here.get(), last ? Optional.empty() : Optional.of(trail.get(i + 1)));
            }
        }
    }

    private void passed(String at, Step step, Optional<String> followed) {
        Map<String, List<String>> given = answers.getOrDefault(step.key(), Map.of());
        for (Question missing : step.unanswered(given)) {
            error(at, "unanswered", step.key() + " cannot be left without an answer to " + missing.key());
        }
        if (!step.next(given).equals(followed)) {
            error(at, "not-a-way", "the answers to " + step.key() + " lead elsewhere");
        }
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
