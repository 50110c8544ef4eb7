package dev.trunkline.customer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer in short, as a pop shows it.
 *
 * @param contactName who at the customer is meant: who has the number that was asked for or was chosen, null for nobody in
 *     particular
 * @param phones as they were written
 */
public record CustomerCard(
        UUID id,
        String name,
        Customer.Kind kind,
        boolean vip,
        List<String> tags,
        @Nullable String ownerName,
        @Nullable String contactName,
        List<String> phones) {
    public CustomerCard {
        tags = List.copyOf(tags);
        phones = List.copyOf(phones);
    }

    CustomerCard as(@Nullable String contact) {
        return new CustomerCard(id, name, kind, vip, tags, ownerName, contact, phones);
    }
}
