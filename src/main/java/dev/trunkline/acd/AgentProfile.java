package dev.trunkline.acd;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who takes calls.
 *
 * @param extension the phone, which is also the member's name in the PBX's queues
 * @param teamId null for people of no team
 * @param queues names of the queues the person serves, sorted
 */
record AgentProfile(
        UUID userId,
        String username,
        String name,
        String extension,
        @Nullable UUID teamId,
        @Nullable String teamName,
        List<String> queues) {
    AgentProfile {
        queues = List.copyOf(queues);
    }
}
