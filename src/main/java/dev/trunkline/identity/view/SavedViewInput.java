package dev.trunkline.identity.view;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets of a view.
 *
 * @param list which list, as the page calls it; cannot be changed
 * @param name unique among the person's views of the list
 * @param search filters, search text and sort as a query string, empty when left out
 * @param columns the columns shown, in no order; null for the list's own choice
 */
record SavedViewInput(
        @NotNull @Pattern(regexp = "[a-z][a-z-]{0,39}") @Nullable
        String list,

        @NotBlank @Size(max = 60) @Pattern(regexp = "\\P{Cc}*") @Nullable
        String name,

        @Nullable @Size(max = 2000) @Pattern(regexp = "\\P{Cc}*")
        String search,

        @Nullable @Size(max = 40) List<@NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9-]{0,39}") String> columns) {}
