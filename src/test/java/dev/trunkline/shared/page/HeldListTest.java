package dev.trunkline.shared.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.shared.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldListTest {
    private static final HeldList<String> WORDS = HeldList.of((String word) -> word)
            .by("length", Comparator.comparingInt(String::length))
            .by("word", Comparator.naturalOrder());
    private static final List<String> ALL = List.of("dddd", "b", "aaa", "a", "cc");

    @Test
    void pages_follow_each_other_to_the_end() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<String> page = WORDS.page(query(cursor, "2", null), ALL);
            assertThat(page.total()).isEqualTo(5);
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).containsExactly("a", "b", "cc", "aaa", "dddd");
    }

    @Test
    void an_order_may_fall() {
        assertThat(WORDS.page(query(null, null, "-word"), ALL).items()).containsExactly("dddd", "cc", "b", "aaa", "a");
    }

    @Test
    void what_is_no_order_or_no_cursor_of_it_is_refused() {
        String cursor = WORDS.page(query(null, "1", "word"), ALL).next();
        assertThat(WORDS.page(query(cursor, null, "word"), ALL).items()).hasSize(4);
        assertThatThrownBy(() -> WORDS.page(query(cursor, null, "length"), ALL))
                .isInstanceOfSatisfying(
                        Problem.class, bad -> assertThat(bad.code()).isEqualTo("bad-cursor"));
        assertThatThrownBy(() -> WORDS.page(query(cursor, null, "word"), List.of("z")))
                .isInstanceOfSatisfying(
                        Problem.class, bad -> assertThat(bad.code()).isEqualTo("bad-cursor"));
        assertThatThrownBy(() -> WORDS.page(query(null, null, "colour"), ALL)).isInstanceOf(Problem.class);
    }

    private static ListQuery query(@Nullable String cursor, @Nullable String limit, @Nullable String sort) {
        return ListQuery.of(null, cursor, limit, sort);
    }
}
