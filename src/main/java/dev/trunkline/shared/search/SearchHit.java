package dev.trunkline.shared.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something found.
 *
 * @param id by which it is asked for
 * @param title what it is called; empty where the system speaks by {@code titleKey}
 * @param titleKey with {@code titleParams}: what the system says, in the reader's language
 * @param detail what else it was found by, or what tells it from others
 * @param number of what is numbered
 * @param status a word, of what has one
 */
public record SearchHit(
        String id,
        Marked title,
        @Nullable String titleKey,
        Map<String, String> titleParams,
        @Nullable Marked detail,
        List<String> tags,
        boolean vip,
        @Nullable Long number,
        @Nullable String status) {
    public SearchHit {
        titleParams = Map.copyOf(titleParams);
        tags = List.copyOf(tags);
    }

    /** With a title and what else there is to say, and nothing more. */
    public static SearchHit of(String id, Marked title, @Nullable Marked detail) {
        return new SearchHit(id, title, null, Map.of(), detail, List.of(), false, null, null);
    }
}
