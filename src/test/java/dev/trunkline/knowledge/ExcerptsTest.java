package dev.trunkline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.trunkline.shared.search.SearchText;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptsTest {
    private static final SearchText NOTHING = SearchText.of("");

    static Stream<Arguments> articles() {
        return Stream.of(
                arguments(
                        "| Sign | Cause |\n|------|:-----:|\n| drips | seal |\n\nThen call.",
                        "Sign · Cause · drips · seal Then call."),
                arguments("故障 | 原因\n---|---\n滴水 | **密封圈**\n流水 | `a\\|b`", "故障 · 原因 · 滴水 · 密封圈 · 流水 · a|b"),
                arguments("> | 项目 | 金额 |\n> |---|--:|\n> | 押金 | 300 元 |", "项目 · 金额 · 押金 · 300 元"),
                arguments(
                        "# 漏水：先止水\n\n1. 请客户**关闭**机器。\n2) 请客户_关阀_。\n   - [x] 拍照\n   - [ ] 建单",
                        "漏水：先止水 请客户关闭机器。 请客户_关阀_。 拍照 建单"),
                arguments(
                        "First steps\n===========\n\nSecond\n---\n\n* * *\n\n## Closed ##\n#5 stays",
                        "First steps Second Closed #5 stays"),
                arguments(
                        "Type:\n\n```sh\n# a comment | with *signs*\nls -l some_file\n```\n\nDone.",
                        "Type: # a comment | with *signs* ls -l some_file Done."),
                arguments("~~~\nopen to the end", "open to the end"),
                arguments(
                        "See [the *manual*](https://example.org/a_(b)?x=1 \"Manual\") and ![the tap](tap.png).",
                        "See the manual and the tap."),
                arguments(
                        "[![按钮](a.png)](https://example.org)，详见[说明书][1]。\n\n[1]: https://example.org/manual",
                        "按钮，详见说明书。"),
                arguments("<https://example.org> or `a_b * c`.", "https://example.org or a_b * c."),
                arguments(
                        "***Now***, **not *all* of\nit**, ~~never~~ and _once_", "Now, not all of it, never and once"),
                arguments(
                        "3 * 4 = 12, 5 * 2; snake_case_name, 3~5 days, a | b, \\*, `*`",
                        "3 * 4 = 12, 5 * 2; snake_case_name, 3~5 days, a | b, *, *"),
                arguments(
                        "> Ask first.\n> Then\\\n> wait.\n\n- one\n- two\n  more",
                        "Ask first. Then wait. one two more"),
                arguments("<b>bold</b> is shown as it stands", "<b>bold</b> is shown as it stands"),
                arguments("---\n\n-\n\n", ""));
    }

    @ParameterizedTest
    @MethodSource("articles")
    void say_what_stands_there_without_the_signs_of_markdown(String markdown, String plain) {
        assertThat(Excerpts.of(markdown, NOTHING).text()).isEqualTo(plain);
    }

    @Test
    void begin_before_what_was_typed_and_mark_it() {
        String table =
                "| Sign | Cause |\n|---|---|\n" + "| something else | unknown |\n".repeat(9) + "| drips | **seal** |\n";
        var excerpt = Excerpts.of(table, SearchText.of("seal"));

        assertThat(excerpt.text()).startsWith("…").endsWith("drips · seal").doesNotContain("|", "---", "*");
        assertThat(excerpt.marks())
                .singleElement()
                .satisfies(mark -> assertThat(excerpt.text().substring(mark.from(), mark.to()))
                        .isEqualTo("seal"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a ",
                "[a",
                "![",
                "_a ",
                "`",
                "| ",
                "a|b\n|-|-|\n",
                "(",
                "[a](",
                "~~a ",
                "<https://",
                "\\",
                "> ",
                "- - - a",
                "[a](("
            })
    void survive_an_odd_text(String odd) {
        String longest = odd.repeat(50_000 / odd.length());
        assertThat(Excerpts.of(longest, NOTHING).text()).hasSizeLessThanOrEqualTo(141);
    }
}
