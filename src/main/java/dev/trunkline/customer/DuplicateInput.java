package dev.trunkline.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of a customer who is about to be made. What is no number or address yet is passed over.
 *
 * @param kind a person when left out
 */
record DuplicateInput(
        Customer.@Nullable Kind kind,
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 20) List<@NotNull @Size(max = 40) String> phones,
        @Nullable @Size(max = 20) List<@NotNull @Size(max = 200) String> emails) {}
