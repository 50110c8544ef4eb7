package dev.trunkline.script;

import static dev.trunkline.script.Written.answer;
import static dev.trunkline.script.Written.branch;
import static dev.trunkline.script.Written.question;
import static dev.trunkline.script.Written.step;
import static dev.trunkline.script.Written.yesNo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.script.ScriptQuestion.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageCheckTest {
    private static final Definition SCRIPT = new Definition(List.of(
            step(
                    "ask",
                    List.of(
                            yesNo("leaks", true),
                            question("amount", Kind.NUMBER, false),
                            question("when", Kind.DATE, false),
                            question("words", Kind.TEXT, false),
                            question("where", Kind.SEVERAL_OF, false, "tank", "pump")),
                    List.of(branch("leaks", "yes", "close"), branch("where", "pump", "close")),
                    "bye"),
            step("close", "ask"),
            step("bye", null)));

    @Test
    void thePresentStepMayBeAnsweredInPart() {
        assertThat(found(List.of("ask"), false)).isEmpty();
        assertThat(found(List.of("ask"), false, answer("ask", "amount", "2.5"))).isEmpty();
    }

    @Test
    void whatHasToBeAnsweredIsAskedBeforeTheNextStep() {
        assertThat(found(List.of("ask", "bye"), false)).containsExactly("trail[0] unanswered");
        assertThat(found(List.of("ask"), true)).contains("trail[0] unanswered");
    }

    @Test
    void theAnswersSayTheWay() {
        ScriptAnswer yes = answer("ask", "leaks", "yes");
        assertThat(found(List.of("ask", "close"), false, yes)).isEmpty();
        assertThat(found(List.of("ask", "bye"), false, yes)).containsExactly("trail[0] not-a-way");
        assertThat(found(List.of("ask", "bye"), true, answer("ask", "leaks", "no")))
                .isEmpty();
        assertThat(found(List.of("ask", "close"), true, yes)).containsExactly("trail[1] not-a-way");
        assertThat(found(
                        List.of("ask", "close"),
                        false,
                        answer("ask", "leaks", "no"),
                        answer("ask", "where", "tank", "pump")))
                .isEmpty();
    }

    @Test
    void waysThatBeginElsewhereOrGoInCirclesAreNone() {
        assertThat(found(List.of("bye"), false)).containsExactly("trail not-a-way");
        assertThat(found(List.of(), false)).containsExactly("trail not-a-way");
        assertThat(found(List.of("ask", "close", "ask"), false, answer("ask", "leaks", "yes")))
                .containsExactly("trail double");
        assertThat(found(List.of("ask", "gone"), false, answer("ask", "leaks", "yes")))
                .contains("trail[1] unknown-step");
    }

    @Test
    void answersToNothingAreNamed() {
        assertThat(found(List.of("ask"), false, answer("gone", "leaks", "yes")))
                .containsExactly("answers[0].step unknown-step");
        assertThat(found(List.of("ask"), false, answer("ask", "gone", "yes")))
                .containsExactly("answers[0].question unknown-question");
        assertThat(found(List.of("ask"), false, answer("ask", "leaks", "yes"), answer("ask", "leaks", "no")))
                .containsExactly("answers[1].question double");
        assertThat(found(List.of("ask"), false, answer("ask", "where", "tank", "tank")))
                .containsExactly("answers[0].values double");
    }

    @ParameterizedTest
    @CsvSource({
        "leaks, maybe, unknown-value",
        "amount, twelve, number",
        "amount, 1e9, number",
        "amount, 1234567890123456, number",
        "amount, -2.5,",
        "when, 2026-02-30, date",
        "when, 31.12.2026, date",
        "when, 2026-02-28,",
        "words, anything <b>at all</b>,",
        "where, cup, unknown-value",
    })
    void anAnswerIsOfItsKind(String question, String value, String code) {
        assertThat(found(List.of("ask"), false, answer("ask", question, value)))
                .isEqualTo(code == null ? List.of() : List.of("answers[0].values " + code));
    }

    private static List<String> found(List<String> trail, boolean done, ScriptAnswer... answers) {
        return PassageCheck.errors(SCRIPT, trail, done, List.of(answers)).stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }
}
