package dev.trunkline.shared.page;

import dev.trunkline.shared.problem.Problem;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The orders that a list held in memory as a whole can be had in, and its pages; for lists in the database there is
 * {@link Keyset}. Immutable once built; the first order added is the default.
 *
 * @param <T> the row
 */
public final class HeldList<T> {
    private final Function<T, String> id;
    private final Map<String, Comparator<T>> orders = new LinkedHashMap<>();

    private HeldList(Function<T, String> id) {
        this.id = id;
    }

    /** @param id which is one row's alone, and settles ties */
    public static <T> HeldList<T> of(Function<T, String> id) {
        return new HeldList<>(id);
    }

    /** Adds an order, by the name it is asked for. */
    public HeldList<T> by(String name, Comparator<T> order) {
        orders.put(name, order.thenComparing(id));
        return this;
    }

    /**
     * The page of the rows, which come in any order.
     *
     * @throws Problem 422 for an unknown order, 400 for a cursor of another list or order, or whose row has gone
     */
    public Page<T> page(ListQuery query, List<T> rows) {
        String sort = query.sort == null || query.sort.isEmpty()
                ? orders.keySet().iterator().next()
                : query.sort;
        List<T> sorted = rows.stream().sorted(order(sort)).toList();
        int from = query.cursor == null || query.cursor.isEmpty() ? 0 : after(sorted, sort, query.cursor);
        int to = Math.min(sorted.size(), from + query.rows());
        String next = to == sorted.size() ? null : new Cursor(sort, "", id.apply(sorted.get(to - 1))).encode();
        return new Page<>(sorted.subList(from, to), next, sorted.size());
    }

    private Comparator<T> order(String sort) {
        boolean falling = sort.startsWith("-");
        @Nullable Comparator<T> order = orders.get(falling ? sort.substring(1) : sort);
        if (order == null) {
            throw Problem.invalid("sort", "unknown-word", "must be one of " + String.join(", ", orders.keySet()));
        }
        return falling ? order.reversed() : order;
    }

    private int after(List<T> sorted, String sort, String text) {
        Cursor cursor = Cursor.decode(text);
        for (int at = 0; cursor.sort().equals(sort) && at < sorted.size(); at++) {
            if (id.apply(sorted.get(at)).equals(cursor.id())) {
                return at + 1;
            }
        }
        throw Cursor.bad();
    }
}
