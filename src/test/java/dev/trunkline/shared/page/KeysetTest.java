package dev.trunkline.shared.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456Z");

    private final Keyset<Row> keyset = Keyset.<Row, UUID>of("e.id", UUID.class, Row::id)
            .by("-createdAt", "e.createdAt", Instant.class, Row::createdAt)
            .by("name", "e.name", String.class, Row::name);

    @Test
    void aFullPageSaysWhereTheNextOneStarts() {
        var rows = rows(3);
        var page = keyset.page(query(null, "2", null), rows, 9);

        assertThat(page.items()).isEqualTo(rows.subList(0, 2));
        assertThat(page.total()).isEqualTo(9);
        var where = keyset.after(query(page.next(), "2", null), Where.sql());
        assertThat(where.text()).isEqualTo("((e.createdAt, e.id) < ($1, $2))");
        assertThat(where.values()).containsExactly(NOW, rows.get(1).id());
    }

    @Test
    void theLastPageSaysNothing() {
        assertThat(keyset.page(query(null, "2", null), rows(2), 2).next()).isNull();
    }

    @Test
    void ordersAscendAndDescend() {
        assertThat(keyset.order(query(null, null, null))).isEqualTo("e.createdAt desc, e.id desc");
        assertThat(keyset.order(query(null, null, "name"))).isEqualTo("e.name asc, e.id asc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "W10", "e30", "bm9wZQ", "WyJhIiwiYiIsImMiXQ", "%00", "[]", "WyItY3JlYXRlZEF0IiwieCIsInkiXQ"
            })
    void forgedCursorsAreRefused(String cursor) {
        assertProblem(400, () -> keyset.after(query(cursor, null, null), Where.sql()));
    }

    @Test
    void aCursorServesNoOtherOrder() {
        var next = keyset.page(query(null, "1", null), rows(2), 2).next();

        assertProblem(400, () -> keyset.after(query(next, "1", "name"), Where.sql()));
    }

    @Test
    void endlessCursorsAreRefused() {
        assertProblem(400, () -> keyset.after(query("A".repeat(100_000), null, null), Where.sql()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "ten", "99999999999"})
    void limitsAreLimited(String limit) {
        assertProblem(422, () -> query(null, limit, null).rows());
    }

    @Test
    void unknownOrdersAreRefused() {
        assertProblem(422, () -> keyset.order(query(null, null, "name;drop table customer")));
    }

    private static void assertProblem(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(status));
    }

    private static ListQuery query(@Nullable String cursor, @Nullable String limit, @Nullable String sort) {
        return ListQuery.of(null, cursor, limit, sort);
    }

    private static List<Row> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Row(new UUID(0, i), NOW, "name " + i))
                .toList();
    }

    private record Row(UUID id, Instant createdAt, String name) {}
}
