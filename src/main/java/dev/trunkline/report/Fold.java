package dev.trunkline.report;

import dev.trunkline.report.Report.Heading;
import dev.trunkline.report.Report.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Adds up what was counted, first by group and interval. Every sum is made of the same counts, so that totals are those of
 * the rows. Not thread-safe.
 */
final class Fold<C extends Count<C>> {
    private final Span span;
    private final C nothing;
    private final Map<Integer, Map<String, C>> cells = new TreeMap<>();

    Fold(Span span, C nothing) {
        this.span = span;
        this.nothing = nothing;
    }

    /** @param n the interval, from 0 */
    void add(int n, String group, C count) {
        cells.computeIfAbsent(n, interval -> new TreeMap<>()).merge(group, count, Count::plus);
    }

    /** The same counts in other groups. */
    Fold<C> regrouped(Function<String, String> groupOf) {
        Fold<C> other = new Fold<>(span, nothing);
        cells.forEach((n, groups) -> groups.forEach((group, count) -> other.add(n, groupOf.apply(group), count)));
        return other;
    }

    /** How many rows there are. */
    int size() {
        return cells.values().stream().mapToInt(Map::size).sum();
    }

    /** By interval, and within it in the order of the headings. */
    List<Row> rows(List<Heading> headings) {
        List<Row> rows = new ArrayList<>();
        cells.forEach((n, groups) -> headings.forEach(heading -> {
            C count = groups.get(heading.key());
            if (count != null) {
                rows.add(row(n, heading.key(), count));
            }
        }));
        return rows;
    }

    /** All groups together in each interval, the empty ones too. */
    List<Row> intervals() {
        List<Row> rows = new ArrayList<>();
        for (int n = 0; n < span.size(); n++) {
            rows.add(
                    row(n, "", cells.getOrDefault(n, Map.of()).values().stream().reduce(nothing, Count::plus)));
        }
        return rows;
    }

    /** Each group over the whole span, those in which nothing was counted too. */
    List<Row> totals(List<Heading> headings) {
        Map<String, C> sums = new TreeMap<>();
        cells.values().forEach(groups -> groups.forEach((group, count) -> sums.merge(group, count, Count::plus)));
        return headings.stream()
                .map(heading -> new Row(
                        heading.key(),
                        span.from(),
                        span.to(),
                        sums.getOrDefault(heading.key(), nothing).figures()))
                .toList();
    }

    Map<String, Number> total() {
        return cells.values().stream()
                .flatMap(groups -> groups.values().stream())
                .reduce(nothing, Count::plus)
                .figures();
    }

    private Row row(int n, String group, C count) {
        return new Row(group, span.from(n), span.to(n), count.figures());
    }
}
