package dev.trunkline.customer;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody to talk to at a customer; keeps its id for as long as the contact is there. */
public record ContactView(
        @Schema(required = true) UUID id,
        @Nullable String name,
        @Nullable String title,
        @Nullable String email,
        @Schema(required = true) List<PhoneView> phones) {
    public ContactView {
        phones = List.copyOf(phones);
    }
}
