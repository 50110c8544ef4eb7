package dev.trunkline.identity;

import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.problem.Problem;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions for those who know the password. Failures are counted by the name tried, real or not: after some the
 * name is locked for a while, twice as long each further time. Every answer and its time are the same for names that
 * exist and names that do not.
 */
@Singleton
final class SignIn {
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PASSWORD = 1000;

    private static final String FAILED = """
            insert into sign_in_failure as f (username, failures, last_at) values ($1, 1, $2)
            on conflict (username) do update set failures = f.failures + 1, last_at = $2
            returning failures
            """;

    private final Pool pool;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;
    private final int attempts;
    private final Duration lock;

    SignIn(
            Pool pool,
            Passwords passwords,
            Sessions sessions,
            Audit audit,
            Clock clock,
            @ConfigProperty(name = "trunkline.sign-in.attempts", defaultValue = "5") int attempts,
            @ConfigProperty(name = "trunkline.sign-in.lock", defaultValue = "PT1M") Duration lock) {
        this.pool = pool;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.attempts = attempts;
        this.lock = lock;
    }

    /** Opens a session; fails with 401 {@code bad-credentials} or 429 {@code locked}. */
    Uni<Opened> open(String givenName, String password) {
        var username = givenName.strip().toLowerCase(Locale.ROOT);
        if (username.isEmpty()
                || username.length() > LONGEST_NAME
                || username.chars().anyMatch(Character::isISOControl)
                || password.length() > LONGEST_PASSWORD) {
            return Uni.createFrom().failure(badCredentials());
        }
        return refuseLocked(username)
                .chain(() -> account(username))
                .flatMap(account -> passwords
                        .matches(password, account == null ? null : account.hash)
                        .flatMap(right -> right && account != null ? succeeded(account) : failed(username)));
    }

    private Uni<Void> refuseLocked(String username) {
        return pool.preparedQuery("select locked_until from sign_in_failure where username = $1 and locked_until > $2")
                .execute(Tuple.of(username, utc(clock.instant())))
                .invoke(rows -> {
                    for (var row : rows) {
                        var until = row.getOffsetDateTime("locked_until").toInstant();
                        var seconds = Duration.between(clock.instant(), until).toSeconds() + 1;
                        throw Problem.tooMany("locked", "Too many failed attempts; wait", seconds);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<@Nullable Account> account(String username) {
        return pool.preparedQuery(
                        "select id, username, name, password_hash from app_user where username = $1 and active")
                .execute(Tuple.of(username))
                .map(rows -> {
                    for (var row : rows) {
                        return new Account(
                                row.getUUID("id"),
                                row.getString("username"),
                                row.getString("name"),
                                row.getString("password_hash"));
                    }
                    return null;
                });
    }

    private Uni<Opened> succeeded(Account account) {
        return pool.withTransaction(connection -> clear(connection, account.username)
                .chain(() -> sessions.open(connection, account.id))
                .call(token -> audit.record(
                        connection, account.reader(), "signed-in", "session", account.id, new JsonObject()))
                .map(token -> new Opened(account.id, token)));
    }

    private static Uni<Void> clear(SqlConnection connection, String username) {
        return connection
                .preparedQuery("delete from sign_in_failure where username = $1")
                .execute(Tuple.of(username))
                .replaceWithVoid();
    }

    private Uni<Opened> failed(String username) {
        var now = clock.instant();
        Uni<Void> counted = pool.withTransaction(connection -> connection
                .preparedQuery(FAILED)
                .execute(Tuple.of(username, utc(now)))
                .flatMap(rows -> {
                    int failures = rows.iterator().next().getInteger("failures");
                    if (failures < attempts) {
                        return Uni.createFrom().voidItem();
                    }
                    var until = now.plus(lockAfter(failures));
                    return connection
                            .preparedQuery("update sign_in_failure set locked_until = $2 where username = $1")
                            .execute(Tuple.of(username, utc(until)))
                            .chain(() ->
                                    audit.record(connection, null, "locked", "sign-in", username, new JsonObject()));
                }));
        return counted.chain(() -> Uni.createFrom().failure(badCredentials()));
    }

    /** One lock at the limit, twice as long with each failure after that, up to a quarter of an hour. */
    private Duration lockAfter(int failures) {
        var length = lock.multipliedBy(1L << Math.min(failures - attempts, 10));
        return length.compareTo(LONGEST_LOCK) < 0 ? length : LONGEST_LOCK;
    }

    @Scheduled(every = "1h", delayed = "2m")
    Uni<Void> forgetOldFailures() {
        return pool.preparedQuery("delete from sign_in_failure where last_at < $1")
                .execute(Tuple.of(utc(clock.instant().minus(FORGOTTEN_AFTER))))
                .replaceWithVoid();
    }

    private static Problem badCredentials() {
        return Problem.of(401, "bad-credentials", "Sign-in failed", "User name or password is wrong", Map.of());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A session just opened. */
    record Opened(UUID userId, String token) {}

    private record Account(
            UUID id, String username, String name, @Nullable String hash) {
        Reader reader() {
            return new Reader(id, username, name, Set.of(), null, null, Map.of());
        }
    }
}
