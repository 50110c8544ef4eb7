package dev.trunkline.script;

import dev.trunkline.shared.crud.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A script as its writers have it.
 *
 * @param status published while calls go by a version of it
 * @param publishedVersion the newest that was published, null for none
 * @param differs whether what stands here is not what calls go by
 * @param authorName who wrote it first, null where nobody is known
 */
public record ScriptView(
        UUID id,
        String name,
        String language,
        List<String> queues,
        List<ScriptStep> steps,
        Script.Status status,
        @Nullable Integer publishedVersion,
        @Nullable Instant publishedAt,
        boolean differs,
        @Nullable String authorName,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {
    public ScriptView {
        queues = List.copyOf(queues);
        steps = List.copyOf(steps);
    }
}
