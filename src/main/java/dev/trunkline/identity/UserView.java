package dev.trunkline.identity;

import dev.trunkline.shared.crud.Versioned;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as colleagues see them. */
public record UserView(
        UUID id,
        String username,
        String name,
        Set<Role> roles,
        @Nullable UUID teamId,
        @Nullable String teamName,
        @Nullable String extension,
        @Nullable String language,
        boolean active,
        long version)
        implements Versioned {}
