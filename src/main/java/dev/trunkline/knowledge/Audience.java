package dev.trunkline.knowledge;

import static java.util.Objects.requireNonNullElse;

import dev.trunkline.identity.Role;
import dev.trunkline.shared.json.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may read an article, besides those who write articles: everybody when nothing is named, else the people of these teams
 * and those with one of these roles. Kept as words, as {@link dev.trunkline.shared.access.Reader#groups()} has them: an id is
 * never a role's word.
 */
record Audience(List<UUID> teams, List<Role> roles) {
    Audience {
        teams = List.copyOf(teams);
        roles = List.copyOf(roles);
    }

    static Audience of(@Nullable List<UUID> teams, @Nullable List<Role> roles) {
        return new Audience(
                requireNonNullElse(teams, List.<UUID>of()).stream().distinct().toList(),
                requireNonNullElse(roles, List.<Role>of()).stream().distinct().toList());
    }

    static Audience parse(String[] kept) {
        List<UUID> teams = new ArrayList<>();
        List<Role> roles = new ArrayList<>();
        for (String word : kept) {
            role(word).ifPresentOrElse(roles::add, () -> teams.add(UUID.fromString(word)));
        }
        return new Audience(teams, roles);
    }

    String[] kept() {
        return Stream.concat(teams.stream().map(UUID::toString), roles.stream().map(Words::of))
                .toArray(String[]::new);
    }

    private static Optional<Role> role(String word) {
        return Stream.of(Role.values())
                .filter(role -> Words.of(role).equals(word))
                .findFirst();
    }
}
