package dev.trunkline.boot.demo;

import dev.trunkline.identity.Person;
import dev.trunkline.identity.Role;
import dev.trunkline.identity.Users;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes the people of the demo and puts the agents into their queues; what is there already stays as it is. */
@Singleton
class DemoStaff {
    /** Queues by the user names of those who serve them. */
    static final Map<String, List<String>> QUEUES = Map.of(
            "wei", List.of("support", "sales"),
            "anna", List.of("support"),
            "marco", List.of("support"),
            "yuki", List.of("sales"));

    private static final String MEMBER = """
            insert into queue_member (queue_id, user_id)
            select q.id, u.id from queue q, app_user u where q.name = $1 and u.username = $2
            on conflict do nothing""";

    private final Users users;
    private final Pool pool;
    private final Optional<String> adminPassword;

    /** @param adminPassword an administrator's password that was configured is not replaced by a public one */
    DemoStaff(
            Users users, Pool pool, @ConfigProperty(name = "trunkline.admin.password") Optional<String> adminPassword) {
        this.users = users;
        this.pool = pool;
        this.adminPassword = adminPassword;
    }

    Uni<Void> ensure() {
        List<Tuple> members = QUEUES.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(queue -> Tuple.of(queue, entry.getKey())))
                .toList();
        return Multi.createFrom()
                .iterable(DemoPeople.ALL)
                .onItem()
                .transformToUniAndConcatenate(person -> users.ensure(newPerson(person)))
                .collect()
                .asList()
                .chain(() -> pool.preparedQuery(MEMBER).executeBatch(members))
                .replaceWithVoid();
    }

    /** The people by user name. */
    Uni<Map<String, Colleague>> all() {
        return Multi.createFrom()
                .iterable(DemoPeople.ALL)
                .onItem()
                .transformToUniAndConcatenate(person -> users.byUsername(person.username()))
                .map(DemoStaff::colleague)
                .collect()
                .asList()
                .map(people -> people.stream().collect(Collectors.toMap(Colleague::username, one -> one)));
    }

    private static Colleague colleague(@Nullable Person found) {
        Person person = Objects.requireNonNull(found);
        return new Colleague(person.id(), person.username(), person.teamId(), person.extension());
    }

    private Users.NewPerson newPerson(DemoPeople.Person person) {
        Role role = Words.parse(Role.class, person.role(), "role");
        String password = role == Role.ADMINISTRATOR ? adminPassword.orElse(DemoPeople.PASSWORD) : DemoPeople.PASSWORD;
        return new Users.NewPerson(
                person.username(), person.name(), password, role, person.team(), person.extension(), null);
    }
}
