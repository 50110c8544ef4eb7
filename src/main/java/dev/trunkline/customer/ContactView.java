package dev.trunkline.customer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody to talk to at a customer; keeps its id for as long as the contact is there. */
public record ContactView(
        UUID id,
        @Nullable String name,
        @Nullable String title,
        @Nullable String email,
        List<PhoneView> phones) {
    public ContactView {
        phones = List.copyOf(phones);
    }
}
