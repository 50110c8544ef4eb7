package dev.trunkline.identity.view;

import dev.trunkline.shared.crud.Versioned;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person's own way of looking at a list, as the page gets it back.
 *
 * @param search filters, search text and sort as a query string
 * @param columns the columns shown; null for the list's own choice
 */
@Schema(name = "SavedView")
record SavedViewView(
        UUID id,
        String list,
        String name,
        String search,
        @Nullable List<String> columns,
        long version) implements Versioned {}
