package dev.trunkline.knowledge;

import dev.trunkline.identity.Role;
import dev.trunkline.service.Ticket;
import dev.trunkline.shared.crud.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article.
 *
 * @param body Markdown
 * @param teams whose people may read it; without any team or role everybody may who reads the knowledge base at all
 * @param roles with which one may read it
 * @param authorName who wrote it first, null where nobody is known
 */
public record ArticleView(
        UUID id,
        String title,
        String body,
        String language,
        Article.Status status,
        List<String> queues,
        List<Ticket.Type> ticketTypes,
        List<String> tags,
        List<UUID> teams,
        List<Role> roles,
        @Nullable String authorName,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {
    public ArticleView {
        queues = List.copyOf(queues);
        ticketTypes = List.copyOf(ticketTypes);
        tags = List.copyOf(tags);
        teams = List.copyOf(teams);
        roles = List.copyOf(roles);
    }
}
