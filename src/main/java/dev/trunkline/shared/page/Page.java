package dev.trunkline.shared.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next cursor of the next page, null on the last
 * @param total how many there are in all pages together
 */
public record Page<T>(List<T> items, @Nullable String next, long total) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same page with each item seen differently. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next, total);
    }

    /** The same page with other items, one for one. */
    public <R> Page<R> with(List<R> others) {
        return new Page<>(others, next, total);
    }
}
