package dev.trunkline.routing;

import dev.trunkline.shared.crud.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number on the block list.
 *
 * @param key the normal form by which callers are found; of a prefix its digits behind a plus
 */
public record BlockedNumberView(
        UUID id,
        String number,
        boolean prefix,
        String key,
        @Nullable String note,
        Instant createdAt,
        long version) implements Versioned {}
