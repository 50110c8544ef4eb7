package dev.trunkline.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer of whom somebody said that it is another one, however alike they look.
 *
 * @param byName who said so, null where nobody is known
 */
public record DismissedDuplicateView(
        UUID id,
        String name,
        Customer.Kind kind,
        Instant at,
        @Nullable String byName) {}
