package dev.trunkline.customer;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets of a customer.
 *
 * @param kind a person when left out
 * @param owner the user who looks after it
 */
record CustomerInput(
        Customer.@Nullable Kind kind,

        @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE) @Nullable
        String name,

        @Nullable @Size(max = 30) List<@NotNull @NotBlank @Size(max = 40) @Pattern(regexp = ONE_LINE) String> tags,
        @Nullable Boolean vip,
        @Nullable @Size(max = 4000) String note,
        @JsonAlias("ownerId") @Nullable UUID owner,
        @Nullable @Size(max = 50) List<@NotNull @Valid ContactInput> contacts) {
    /** No line breaks nor other control characters. */
    private static final String ONE_LINE = "\\P{Cc}*";

    /** @param id of a contact that is there already, null for a new one */
    record ContactInput(
            @Nullable UUID id,

            @Nullable @Size(max = 200) @Pattern(regexp = ONE_LINE)
            String name,

            @Nullable @Size(max = 100) @Pattern(regexp = ONE_LINE)
            String title,

            @Nullable @Email @Size(max = 200) String email,
            @Nullable @Size(max = 20) List<@NotNull @Valid PhoneInput> phones) {}

    /** @param raw as people write it; must be a telephone number */
    record PhoneInput(
            @NotNull @NotBlank @Size(max = 40) String raw,

            @Nullable @Size(max = 40) @Pattern(regexp = ONE_LINE)
            String label) {}
}
