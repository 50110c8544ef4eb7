package dev.trunkline.shared.search;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a kind of thing is searched by, made for things that were there before. */
public interface SearchRows {
    /** The kind's word, for logs and figures. */
    String kind();

    /** How many have none, or one of another form. */
    Uni<Long> missing();

    /**
     * Makes the rows of the next things without one. Things changed meanwhile keep what was made with the change.
     *
     * @param after the last one looked at, null to begin
     * @return the last one looked at now, empty when there are no more
     */
    Uni<Optional<UUID>> make(@Nullable UUID after, int most);
}
