package dev.trunkline.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets of a customer's address: the parts, in no order of any country.
 *
 * @param kind other when left out
 * @param label in the words of who uses it, such as "warehouse, back door"
 * @param lines street, number, building, floor: as they are written there
 * @param district of the city
 * @param province state, province, prefecture or county
 * @param country ISO 3166-1, two capital letters
 * @param primary whether it is the one that is meant where nobody says which; makes any other one of the customer's not so
 * @param customerId said by the address of the resource, never by the body
 */
record CustomerAddressInput(
        @Nullable AddressKind kind,

        @Nullable @Size(max = 40) @Pattern(regexp = ONE_LINE)
        String label,

        @NotEmpty @Size(max = 4) @Nullable
        List<@NotNull @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE) String> lines,

        @Nullable @Size(max = 100) @Pattern(regexp = ONE_LINE)
        String district,

        @Nullable @Size(max = 100) @Pattern(regexp = ONE_LINE)
        String city,

        @Nullable @Size(max = 100) @Pattern(regexp = ONE_LINE)
        String province,

        @Nullable @Size(max = 20) @Pattern(regexp = ONE_LINE)
        String postalCode,

        @NotNull @Pattern(regexp = "[A-Z]{2}") @Nullable String country,

        @Nullable Boolean primary,
        @JsonIgnore @Schema(hidden = true) @Nullable UUID customerId) {
    /** No line breaks nor other control characters. */
    private static final String ONE_LINE = "\\P{Cc}*";

    CustomerAddressInput of(UUID customer) {
        return new CustomerAddressInput(
                kind, label, lines, district, city, province, postalCode, country, primary, customer);
    }
}
