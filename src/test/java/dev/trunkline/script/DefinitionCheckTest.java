package dev.trunkline.script;

import static dev.trunkline.script.Written.branch;
import static dev.trunkline.script.Written.question;
import static dev.trunkline.script.Written.step;
import static dev.trunkline.script.Written.text;
import static dev.trunkline.script.Written.yesNo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.script.ScriptQuestion.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionCheckTest {
    @Test
    void oneStepIsAScript() {
        assertThat(found(step("hello", null))).isEmpty();
    }

    @Test
    void aWayBackIsFineWhileAnEndCanBeComeTo() {
        ScriptStep again = step("ask", List.of(yesNo("solved", true)), List.of(branch("solved", "no", "hello")), null);
        assertThat(found(step("hello", "ask"), again)).isEmpty();
    }

    @Test
    void circlesWithoutEndAreNamed() {
        assertThat(found(step("a", "b"), step("b", "a")))
                .containsExactly("steps[0].next endless", "steps[1].next endless");
    }

    @Test
    void theDefaultIsNoWayOutWhenEveryAnswerHasABranch() {
        List<ScriptBranch> both = List.of(branch("again", "yes", "a"), branch("again", "no", "a"));
        assertThat(found(step("a", List.of(yesNo("again", true)), both, null)))
                .containsExactly("steps[0].next endless");
        assertThat(found(step("a", List.of(yesNo("again", false)), both, null))).isEmpty();
    }

    @Test
    void stepsThatNobodyComesToAreNamed() {
        assertThat(found(step("a", null), step("b", "c"), step("c", null)))
                .containsExactly("steps[1].key unreachable", "steps[2].key unreachable");
    }

    @Test
    void targetsAndKeysThatAreNotThereOrTwice() {
        assertThat(found(step("a", "nowhere"), step("a", null)))
                .containsExactly("steps[1].key double", "steps[0].next unknown-step");
        ScriptStep asks = step(
                "a",
                List.of(yesNo("q", true), yesNo("q", false)),
                List.of(branch("q", "yes", "nowhere"), branch("q", "yes", null)),
                null);
        assertThat(found(asks))
                .containsExactly(
                        "steps[0].questions[1].key double",
                        "steps[0].branches[1].value double",
                        "steps[0].branches[0].next unknown-step");
    }

    @Test
    void branchesDependOnChoicesOfTheirOwnStep() {
        List<ScriptQuestion> questions =
                List.of(question("words", Kind.TEXT, true), question("kind", Kind.ONE_OF, true, "leak", "noise"));
        assertThat(found(step(
                        "a",
                        questions,
                        List.of(
                                branch("other", "yes", null),
                                branch("words", "yes", null),
                                branch("kind", "smell", null)),
                        null)))
                .containsExactly(
                        "steps[0].branches[0].question unknown-question",
                        "steps[0].branches[1].question no-choice-question",
                        "steps[0].branches[2].value unknown-value");
    }

    @Test
    void choicesGoWithTheKindsThatHaveThem() {
        assertThat(found(step("a", List.of(question("q", Kind.ONE_OF, true, "one")), List.of(), null)))
                .containsExactly("steps[0].questions[0].choices too-few-choices");
        assertThat(found(step("a", List.of(question("q", Kind.DATE, true, "one", "two")), List.of(), null)))
                .containsExactly("steps[0].questions[0].choices no-choices");
        assertThat(found(step("a", List.of(question("q", Kind.SEVERAL_OF, true, "one", "one")), List.of(), null)))
                .containsExactly("steps[0].questions[0].choices[1].key double");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{customer.name}}", "{{ call.from }} and {{agent.name}}", "{not one}", "{{", "}} {{ {"})
    void placeholdersThatThereAreAndTextThatIsNone(String said) {
        assertThat(found(text("a", said))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{customer.shoe}}", "{{}}", "{{null}}", "{{customer.name}} {{__proto__}}"})
    void placeholdersThatStandForNothing(String said) {
        assertThat(found(text("a", said))).containsExactly("steps[0].text unknown-placeholder");
    }

    private static List<String> found(ScriptStep... steps) {
        return DefinitionCheck.errors(List.of(steps)).stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }
}
