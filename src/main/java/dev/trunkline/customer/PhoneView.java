package dev.trunkline.customer;

import org.jspecify.annotations.Nullable;

/**
 * A number of a contact.
 *
 * @param raw as it was written
 * @param e164 its normal form, null for numbers that have none, such as an extension
 * @param label such as {@code mobile}, as the user writes it
 */
public record PhoneView(
        String raw, @Nullable String e164, @Nullable String label) {}
