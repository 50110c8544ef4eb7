package dev.trunkline.customer;

import dev.trunkline.shared.crud.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A postal address of a customer in its parts. In which order they are written is a matter of the country and the script, and
 * of who shows them.
 *
 * @param lines street, number, building, floor; at least one
 * @param province state, province, prefecture or county
 * @param country ISO 3166-1, two letters
 * @param primary whether it is the one that is meant where nobody says which
 */
public record CustomerAddressView(
        UUID id,
        UUID customerId,
        AddressKind kind,
        @Nullable String label,
        List<String> lines,
        @Nullable String district,
        @Nullable String city,
        @Nullable String province,
        @Nullable String postalCode,
        String country,
        boolean primary,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {
    public CustomerAddressView {
        lines = List.copyOf(lines);
    }
}
