package dev.trunkline.identity;

import dev.trunkline.shared.Ids;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Looks people up by the reactive client: one short query each, fit for the path from ring to pop. */
@Singleton
final class People implements Users {
    private static final String SELECT = """
            select u.id, u.username, u.name, u.roles, u.team_id, t.name as team_name, u.extension, u.language, u.active,
                   u.version
            from app_user u left join team t on t.id = u.team_id
            """;

    private final Pool pool;
    private final Passwords passwords;
    private final Clock clock;

    People(Pool pool, Passwords passwords, Clock clock) {
        this.pool = pool;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public Uni<@Nullable Person> byExtension(String extension) {
        return one("where u.extension = $1 and u.active", extension);
    }

    @Override
    public Uni<@Nullable Person> byId(UUID id) {
        return one("where u.id = $1", id);
    }

    @Override
    public Uni<List<Person>> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : all("where u.id = any($1)", Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)));
    }

    @Override
    public Uni<@Nullable Person> byUsername(String username) {
        return one("where u.username = $1", username);
    }

    @Override
    public Uni<Map<UUID, String>> names(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery("select id, name from app_user where id = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    var names = new HashMap<UUID, String>();
                    rows.forEach(row -> names.put(row.getUUID("id"), row.getString("name")));
                    return names;
                });
    }

    @Override
    public Uni<List<Person>> withPhones() {
        return all("where u.extension is not null and u.active order by u.extension", Tuple.tuple());
    }

    /** The user as clients see them; fails with 401 for one who is gone. */
    Uni<UserView> view(UUID id) {
        return pool.preparedQuery(SELECT + "where u.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    for (var row : rows) {
                        return view(person(row), row.getLong("version"));
                    }
                    throw Problem.unauthenticated();
                });
    }

    @Override
    public Uni<UUID> ensure(NewPerson person) {
        return byUsername(person.username())
                .flatMap(found -> found != null
                        ? Uni.createFrom().item(found.id())
                        : passwords.hash(person.password()).flatMap(hash -> insert(person, hash)));
    }

    private Uni<UUID> insert(NewPerson person, String hash) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.withTransaction(connection -> team(connection, person.teamName())
                .flatMap(team -> connection
                        .preparedQuery("""
                                insert into app_user (id, version, created_at, updated_at, username, name, password_hash,
                                                      roles, team_id, extension, language, active)
                                values ($1, 0, $2, $2, $3, $4, $5, $6, $7, $8, $9, true)
                                on conflict (username) do nothing
                                """)
                        .execute(Tuple.tuple()
                                .addUUID(Ids.next())
                                .addOffsetDateTime(now)
                                .addString(person.username())
                                .addString(person.name())
                                .addString(hash)
                                .addArrayOfString(new String[] {Words.of(person.role())})
                                .addUUID(team)
                                .addString(person.extension())
                                .addString(person.language())))
                .chain(() -> connection
                        .preparedQuery("select id from app_user where username = $1")
                        .execute(Tuple.of(person.username())))
                .map(rows -> rows.iterator().next().getUUID("id")));
    }

    private Uni<@Nullable UUID> team(SqlConnection connection, @Nullable String name) {
        if (name == null) {
            return Uni.createFrom().nullItem();
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return connection
                .preparedQuery("""
                        insert into team (id, version, created_at, updated_at, name) values ($1, 0, $2, $2, $3)
                        on conflict (name) do nothing
                        """)
                .execute(Tuple.of(Ids.next(), now, name))
                .chain(() -> connection
                        .preparedQuery("select id from team where name = $1")
                        .execute(Tuple.of(name)))
                .map(rows -> rows.iterator().next().getUUID("id"));
    }

    private Uni<@Nullable Person> one(String where, Object value) {
        return pool.preparedQuery(SELECT + where).execute(Tuple.of(value)).map(People::first);
    }

    private Uni<List<Person>> all(String where, Tuple values) {
        return pool.preparedQuery(SELECT + where)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(People::person)
                        .toList());
    }

    private static @Nullable Person first(RowSet<Row> rows) {
        for (var row : rows) {
            return person(row);
        }
        return null;
    }

    private static Person person(Row row) {
        return new Person(
                row.getUUID("id"),
                row.getString("username"),
                row.getString("name"),
                roles(row),
                row.getUUID("team_id"),
                row.getString("team_name"),
                row.getString("extension"),
                row.getString("language"),
                row.getBoolean("active"));
    }

    private static Set<Role> roles(Row row) {
        return Arrays.stream(row.getArrayOfStrings("roles"))
                .map(word -> Words.parse(Role.class, word, "roles"))
                .collect(Collectors.toSet());
    }

    private static UserView view(Person person, long version) {
        return new UserView(
                person.id(),
                person.username(),
                person.name(),
                person.roles(),
                person.teamId(),
                person.teamName(),
                person.extension(),
                person.language(),
                person.active(),
                version);
    }
}
