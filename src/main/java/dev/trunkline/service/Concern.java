package dev.trunkline.service;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a ticket or a follow-up concerns as it is now.
 *
 * @param owner whom it is assigned to
 * @param watchers who wants to know of it; whether they may is not said
 */
public record Concern(@Nullable UUID owner, @Nullable UUID team, Set<UUID> watchers) {
    public Concern {
        watchers = Set.copyOf(watchers);
    }
}
