package dev.trunkline.customer;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.trunkline.shared.crud.Stored;
import dev.trunkline.shared.json.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A postal address of a customer. */
@Entity
@Table(name = "customer_address")
class CustomerAddress extends Stored {
    @Column(name = "customer_id", updatable = false)
    @Nullable
    UUID customerId;

    String kind = "";

    @Nullable
    String label;

    String[] lines = {};

    @Nullable
    String district;

    @Nullable
    String city;

    @Nullable
    String province;

    @Column(name = "postal_code")
    @Nullable
    String postalCode;

    String country = "";

    /** Whether it is the one that is meant where nobody says which; PostgreSQL has the word {@code primary} for itself. */
    boolean main;

    /** For Hibernate and {@link CustomerAddresses}. */
    protected CustomerAddress() {}

    static CustomerAddress fresh() {
        return new CustomerAddress();
    }

    /** Takes a valid input over, but for whose address it is. */
    void take(CustomerAddressInput input) {
        kind = Words.of(requireNonNullElse(input.kind(), AddressKind.OTHER));
        label = tidy(input.label());
        lines = requireNonNull(input.lines()).stream().map(String::strip).toArray(String[]::new);
        district = tidy(input.district());
        city = tidy(input.city());
        province = tidy(input.province());
        postalCode = tidy(input.postalCode());
        country = requireNonNull(input.country());
        main = Boolean.TRUE.equals(input.primary());
    }

    /** What would make it what it is. */
    CustomerAddressInput input() {
        return new CustomerAddressInput(
                word(), label, List.of(lines), district, city, province, postalCode, country, main, customerId);
    }

    CustomerAddressView view() {
        return new CustomerAddressView(
                id(),
                requireNonNull(customerId),
                word(),
                label,
                List.of(lines),
                district,
                city,
                province,
                postalCode,
                country,
                main,
                createdAt(),
                updatedAt(),
                version());
    }

    private AddressKind word() {
        return Words.parse(AddressKind.class, kind, "kind");
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
