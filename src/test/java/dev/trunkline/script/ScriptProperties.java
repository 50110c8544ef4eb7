package dev.trunkline.script;

import static dev.trunkline.script.Written.branch;
import static dev.trunkline.script.Written.question;
import static dev.trunkline.script.Written.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.script.ScriptQuestion.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What holds of every script and of every way through it. */
class ScriptProperties {
    private static final int LONG = 300;

    /** Whatever is answered, a call comes to its end or to a step of the script, by a way that is taken as one. */
    @Property(tries = 2000)
    void everyWayStaysInTheScript(@ForAll @IntRange(min = 1, max = 8) int size, @ForAll long seed) {
        List<ScriptStep> written = script(size, new Random(seed));
        Assume.that(DefinitionCheck.errors(written).isEmpty());
        Definition script = new Definition(written);
        Random dice = new Random(seed + 1);
        Map<String, Map<String, List<String>>> answers = new HashMap<>();
        List<String> trail = new ArrayList<>(List.of(script.first().key()));
        for (int passed = 0; passed < LONG; passed++) {
            Step here = script.step(trail.getLast()).orElseThrow();
            answers.put(here.key(), answered(here, dice));
            Optional<String> next = here.next(answers.get(here.key()));
            assertThat(here.exits()).contains(next);
            assertThat(PassageCheck.errors(script, trail, next.isEmpty(), list(answers)))
                    .isEmpty();
            if (next.isEmpty()) {
                return;
            }
            int before = trail.indexOf(next.get());
            if (before >= 0) {
                trail.subList(before + 1, trail.size()).clear();
            } else {
                trail.add(next.get());
            }
        }
    }

    /** From every step that the check lets pass an end can be come to, and each can be come to. */
    @Property(tries = 2000)
    void whatTheCheckLetsPassHasAnEnd(@ForAll @IntRange(min = 1, max = 8) int size, @ForAll long seed) {
        List<ScriptStep> written = script(size, new Random(seed));
        Definition script = new Definition(written);
        Set<String> all = Set.copyOf(written.stream().map(ScriptStep::key).toList());
        boolean sound = script.reachable().equals(all) && script.ending().equals(all);
        assertThat(DefinitionCheck.errors(written).isEmpty()).isEqualTo(sound);
    }

    private static List<ScriptStep> script(int size, Random dice) {
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    boolean asks = dice.nextBoolean();
                    List<ScriptQuestion> questions = asks
                            ? List.of(question(
                                    "q",
                                    dice.nextBoolean() ? Kind.ONE_OF : Kind.SEVERAL_OF,
                                    dice.nextBoolean(),
                                    "x",
                                    "y"))
                            : List.of();
                    List<ScriptBranch> branches = asks
                            ? List.of(branch("q", "x", target(size, dice)), branch("q", "y", target(size, dice)))
                            : List.of();
                    return step("s" + i, questions, branches, i + 1 < size ? "s" + (i + 1) : target(size, dice));
                })
                .toList();
    }

    private static @Nullable String target(int size, Random dice) {
        int to = dice.nextInt(size + 1);
        return to == size ? null : "s" + to;
    }

    private static Map<String, List<String>> answered(Step step, Random dice) {
        Map<String, List<String>> given = new HashMap<>();
        for (Question question : step.questions()) {
            if (question.required() || dice.nextBoolean()) {
                given.put(
                        question.key(),
                        List.of(question.choices()
                                .get(dice.nextInt(question.choices().size()))));
            }
        }
        return given;
    }

    private static List<ScriptAnswer> list(Map<String, Map<String, List<String>>> answers) {
        List<ScriptAnswer> all = new ArrayList<>();
        answers.forEach((step, given) ->
                given.forEach((question, values) -> all.add(new ScriptAnswer(step, question, values))));
        return all;
    }
}
