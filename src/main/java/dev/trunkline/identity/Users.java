package dev.trunkline.identity;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people, for other rooms. Answers come on the caller's Vert.x context. */
public interface Users {
    /** The active person at this phone, null when there is none. */
    Uni<@Nullable Person> byExtension(String extension);

    /** The person, active or not; null when there is none. */
    Uni<@Nullable Person> byId(UUID id);

    /** The people, active or not; ids of nobody are left out. */
    Uni<List<Person>> byIds(Collection<UUID> ids);

    /** The person who signs in by this name, active or not; null when there is none. */
    Uni<@Nullable Person> byUsername(String username);

    /** Names to show, by id; ids of nobody are left out. */
    Uni<Map<UUID, String>> names(Collection<UUID> ids);

    /** Every active person who has a phone, by extension. */
    Uni<List<Person>> withPhones();

    /** Makes a person, or leaves the one of that user name as it is; gives the id. The team is made when there is none of that name. */
    Uni<UUID> ensure(NewPerson person);

    /** A person to be, as whoever sets up an organisation knows them. */
    record NewPerson(
            String username,
            String name,
            String password,
            Role role,
            @Nullable String teamName,
            @Nullable String extension,
            @Nullable String language) {}
}
