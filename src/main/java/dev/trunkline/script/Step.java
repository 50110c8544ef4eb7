package dev.trunkline.script;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A step as it is walked through.
 *
 * @param next the step that follows when no branch fits; empty for the end
 */
record Step(String key, List<Question> questions, List<ScriptBranch> branches, Optional<String> next) {
    Step {
        questions = List.copyOf(questions);
        branches = List.copyOf(branches);
    }

    static Step of(ScriptStep written) {
        return new Step(
                written.key(),
                written.questions().stream().map(Question::of).toList(),
                written.branches(),
                Optional.ofNullable(written.next()));
    }

    /** The question of that key, empty when there is none. */
    Optional<Question> question(String key) {
        return questions.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /**
     * The step that follows these answers, empty for the end.
     *
     * @param answers of this step, by question
     */
    Optional<String> next(Map<String, List<String>> answers) {
        for (ScriptBranch branch : branches) {
            if (answers.getOrDefault(branch.question(), List.of()).contains(branch.value())) {
                return Optional.ofNullable(branch.next());
            }
        }
        return next;
    }

    /** Questions that this step cannot be left without an answer to, and that have none. */
    List<Question> unanswered(Map<String, List<String>> answers) {
        return questions.stream()
                .filter(one -> one.required() && !answers.containsKey(one.key()))
                .toList();
    }

    /** Where it can go on with any answers; an empty one is the end. */
    Set<Optional<String>> exits() {
        Set<Optional<String>> exits = new LinkedHashSet<>();
        branches.forEach(branch -> exits.add(Optional.ofNullable(branch.next())));
        if (questions.stream().noneMatch(this::decides)) {
            exits.add(next);
        }
        return exits;
    }

    /** Whether a question has to be answered and each answer has a branch, so that one of them always fits. */
    private boolean decides(Question question) {
        return question.required()
                && !question.choices().isEmpty()
                && question.choices().stream()
                        .allMatch(value -> branches.stream()
                                .anyMatch(branch -> branch.question().equals(question.key())
                                        && branch.value().equals(value)));
    }
}
