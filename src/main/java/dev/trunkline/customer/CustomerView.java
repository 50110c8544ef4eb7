package dev.trunkline.customer;

import dev.trunkline.shared.crud.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param owner the user who looks after it, null for nobody; {@code ownerId} says the same
 */
public record CustomerView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Customer.Kind kind,
        @Schema(required = true) String name,
        @Schema(required = true) List<String> tags,
        @Schema(required = true) boolean vip,
        @Nullable String note,
        @Nullable UUID owner,
        @Nullable UUID ownerId,
        @Nullable String ownerName,
        @Schema(required = true) List<ContactView> contacts,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true) long version)
        implements Versioned {
    public CustomerView {
        tags = List.copyOf(tags);
        contacts = List.copyOf(contacts);
    }
}
