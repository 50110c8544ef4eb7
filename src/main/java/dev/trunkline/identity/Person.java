package dev.trunkline.identity;

import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.json.Words;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A colleague, as other rooms need to know them.
 *
 * @param extension which is the agent's name in the PBX, null for people without a phone
 * @param language of the page, null when it follows the browser
 */
public record Person(
        UUID id,
        String username,
        String name,
        Set<Role> roles,
        @Nullable UUID teamId,
        @Nullable String teamName,
        @Nullable String extension,
        @Nullable String language,
        boolean active) {

    /** The person as whoever asks, for what is told without being asked for. */
    public Reader reader() {
        Set<String> words = roles.stream().map(Words::of).collect(Collectors.toSet());
        return new Reader(id, username, name, words, teamId, extension, Grants.of(roles));
    }
}
