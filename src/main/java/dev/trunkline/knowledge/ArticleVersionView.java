package dev.trunkline.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an article once was.
 *
 * @param number counted from one; the highest is what the article is now
 * @param editorName who made it so, null where nobody is known
 */
public record ArticleVersionView(
        long number, Instant at, @Nullable String editorName, String title, String body, Article.Status status) {}
