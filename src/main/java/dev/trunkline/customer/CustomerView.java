package dev.trunkline.customer;

import dev.trunkline.shared.crud.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param owner the user who looks after it, null for nobody; {@code ownerId} says the same
 */
public record CustomerView(
        UUID id,
        Customer.Kind kind,
        String name,
        List<String> tags,
        boolean vip,
        @Nullable String note,
        @Nullable UUID owner,
        @Nullable UUID ownerId,
        @Nullable String ownerName,
        List<ContactView> contacts,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {
    public CustomerView {
        tags = List.copyOf(tags);
        contacts = List.copyOf(contacts);
    }
}
