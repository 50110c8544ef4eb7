package dev.trunkline.shared.search;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A kind of thing that the one search finds. Each room has its own. */
public interface Searchable {
    /** The group's word, such as {@code customer}. */
    String kind();

    /** Where the group stands among the others, the smallest first. */
    int order();

    /** Without it a reader finds none. */
    Permission permission();

    /** What the reader may see and what was typed finds, the best first. Called on the event loop. */
    Uni<List<SearchHit>> find(Reader reader, SearchText text, int limit);
}
