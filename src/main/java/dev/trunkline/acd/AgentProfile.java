package dev.trunkline.acd;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who takes calls.
 *
 * @param extension the phone, which is also the member's name in the PBX's queues
 * @param teamId null for people of no team
 * @param queues names of the queues the person serves, sorted
 * @param levels by queue, where the person is not of the first
 */
record AgentProfile(
        UUID userId,
        String username,
        String name,
        String extension,
        @Nullable UUID teamId,
        @Nullable String teamName,
        List<String> queues,
        Map<String, Integer> levels) {
    AgentProfile {
        queues = List.copyOf(queues);
        levels = Map.copyOf(levels);
    }

    /** The person's level in a queue. */
    int level(String queue) {
        return levels.getOrDefault(queue, 0);
    }
}
