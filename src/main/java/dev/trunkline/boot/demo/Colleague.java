package dev.trunkline.boot.demo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of {@link DemoPeople} as the database has them. */
record Colleague(
        UUID id,
        String username,
        @Nullable UUID teamId,
        @Nullable String extension) {}
