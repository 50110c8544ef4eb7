package dev.trunkline.shared.page;

import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.problem.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The orders a list can be had in, and paging through them by key: each page starts after the last row of the page
 * before, however many rows come and go meanwhile. Immutable once built; the first field added is the default order.
 *
 * @param <T> the row
 */
public final class Keyset<T> {
    private final Map<String, Field<T>> fields = new LinkedHashMap<>();
    private final Field<T> id;
    private String standard = "";

    private Keyset(Field<T> id) {
        this.id = id;
    }

    /**
     * Begins with the unique column that breaks ties.
     *
     * @param type of the column: UUID, String, Long, Integer or Instant
     */
    public static <T, I> Keyset<T> of(String expression, Class<I> type, Function<T, I> value) {
        return new Keyset<>(new Field<>(expression, type, value));
    }

    /**
     * Adds an order.
     *
     * @param name as asked for; with a leading {@code -} when this is the default and it descends
     * @param expression in HQL or SQL, never null for any row: use coalesce, and the same in {@code value}
     */
    public <V> Keyset<T> by(String name, String expression, Class<V> type, Function<T, V> value) {
        if (standard.isEmpty()) {
            standard = name;
        }
        fields.put(name.startsWith("-") ? name.substring(1) : name, new Field<>(expression, type, value));
        return this;
    }

    /**
     * The order by clause's body.
     *
     * @throws Problem 422 for an unknown field
     */
    public String order(ListQuery query) {
        var sort = sort(query);
        var direction = sort.startsWith("-") ? " desc" : " asc";
        return field(sort).expression + direction + ", " + id.expression + direction;
    }

    /**
     * Adds the condition that starts after the cursor, if there is one.
     *
     * @throws Problem 400 for a cursor that is not one of this list and order
     */
    public Where after(ListQuery query, Where where) {
        if (query.cursor == null || query.cursor.isEmpty()) {
            return where;
        }
        var sort = sort(query);
        var cursor = Cursor.decode(query.cursor);
        if (!cursor.sort().equals(sort)) {
            throw Cursor.bad();
        }
        var field = field(sort);
        var compare = sort.startsWith("-") ? "<" : ">";
        return where.add(
                "(%s, %s) %s (?, ?)".formatted(field.expression, id.expression, compare),
                field.parse(cursor.value()),
                id.parse(cursor.id()));
    }

    /**
     * The page of what was found.
     *
     * @param found up to one row more than asked for, which tells that there is a next page
     */
    public Page<T> page(ListQuery query, List<T> found, long total) {
        int rows = query.rows();
        if (found.size() <= rows) {
            return new Page<>(found, null, total);
        }
        var items = found.subList(0, rows);
        var last = items.getLast();
        var sort = sort(query);
        var next =
                new Cursor(sort, String.valueOf(field(sort).value.apply(last)), String.valueOf(id.value.apply(last)));
        return new Page<>(items, next.encode(), total);
    }

    private String sort(ListQuery query) {
        return query.sort == null || query.sort.isEmpty() ? standard : query.sort;
    }

    private Field<T> field(String sort) {
        @Nullable Field<T> field = fields.get(sort.startsWith("-") ? sort.substring(1) : sort);
        if (field == null) {
            throw Problem.invalid("sort", "unknown-word", "must be one of " + String.join(", ", fields.keySet()));
        }
        return field;
    }

    private record Field<T>(String expression, Class<?> type, Function<T, ?> value) {
        Object parse(String text) {
            try {
                if (type == Instant.class) {
                    return Instant.parse(text);
                } else if (type == UUID.class) {
                    return UUID.fromString(text);
                } else if (type == Long.class) {
                    return Long.valueOf(text);
                } else if (type == Integer.class) {
                    return Integer.valueOf(text);
                }
                return text;
            } catch (IllegalArgumentException | DateTimeParseException forged) {
                throw Cursor.bad();
            }
        }
    }
}
