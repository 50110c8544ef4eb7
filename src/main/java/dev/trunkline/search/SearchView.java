package dev.trunkline.search;

import dev.trunkline.shared.search.SearchHit;
import java.util.List;

/**
 * What was found.
 *
 * @param groups those in which something was found, by kind
 */
public record SearchView(List<SearchGroup> groups) {
    public SearchView {
        groups = List.copyOf(groups);
    }

    /**
     * Things of one kind.
     *
     * @param kind customer, ticket, article, person or queue
     * @param more whether there are more than are given
     */
    public record SearchGroup(String kind, List<SearchHit> items, boolean more) {
        public SearchGroup {
            items = List.copyOf(items);
        }
    }
}
