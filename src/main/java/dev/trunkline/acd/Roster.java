package dev.trunkline.acd;

import dev.trunkline.identity.Person;
import dev.trunkline.identity.Users;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who takes calls: active people with a phone, and the queues they serve. */
@ApplicationScoped
class Roster {
    private static final String MEMBERS = """
            select m.user_id, q.name, m.level from queue_member m join queue q on q.id = m.queue_id order by q.name""";

    private record Place(String queue, int level) {}

    private final Users users;
    private final Pool pool;

    Roster(Users users, Pool pool) {
        this.users = users;
        this.pool = pool;
    }

    /** Everybody who takes calls, as it is now. */
    Uni<List<AgentProfile>> load() {
        return users.withPhones()
                .flatMap(people -> queues().map(queues -> people.stream()
                        .map(person -> profile(person, queues.getOrDefault(person.id(), List.of())))
                        .toList()));
    }

    private Uni<Map<UUID, List<Place>>> queues() {
        return pool.query(MEMBERS).execute().map(rows -> {
            Map<UUID, List<Place>> byUser = new HashMap<>();
            rows.forEach(row -> byUser.computeIfAbsent(row.getUUID("user_id"), id -> new ArrayList<>())
                    .add(new Place(row.getString("name"), row.getShort("level"))));
            return byUser;
        });
    }

    private static AgentProfile profile(Person person, List<Place> places) {
        return new AgentProfile(
                person.id(),
                person.username(),
                person.name(),
                Objects.requireNonNull(person.extension()),
                person.teamId(),
                person.teamName(),
                places.stream().map(Place::queue).toList(),
                places.stream()
                        .filter(place -> place.level() > 0)
                        .collect(Collectors.toMap(Place::queue, Place::level)));
    }
}
