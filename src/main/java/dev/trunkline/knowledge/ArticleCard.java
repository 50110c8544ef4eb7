package dev.trunkline.knowledge;

import dev.trunkline.shared.search.Marked;
import java.util.List;
import java.util.UUID;

/**
 * An article in a few words.
 *
 * @param title with what it was found by
 * @param excerpt a line or two of the text, with what it was found by
 * @param suits whether it is written for the queue or the type that was asked for
 */
public record ArticleCard(UUID id, Marked title, Marked excerpt, String language, List<String> tags, boolean suits) {
    public ArticleCard {
        tags = List.copyOf(tags);
    }
}
