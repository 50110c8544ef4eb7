package dev.trunkline.identity;

import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.json.Words;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who is signed in: opens, finds and ends sessions. A found one is remembered for some seconds, not longer than it lasts. */
@Singleton
final class Sessions {
    private static final String FIND = """
            select u.id, u.username, u.name, u.roles, u.team_id, u.extension, s.expires_at
            from session s join app_user u on u.id = s.user_id
            where s.token_hash = $1 and s.expires_at > $2 and u.active
            """;

    private final Pool pool;
    private final Clock clock;
    private final Duration lifetime;
    private final SessionCache cache;
    private final Event<SessionEnded> ended;

    Sessions(
            Pool pool,
            Clock clock,
            @ConfigProperty(name = "trunkline.session.lifetime", defaultValue = "PT12H") Duration lifetime,
            Event<SessionEnded> ended) {
        this.pool = pool;
        this.clock = clock;
        this.lifetime = lifetime;
        this.ended = ended;
        this.cache = new SessionCache(clock);
    }

    Duration lifetime() {
        return lifetime;
    }

    /** Opens a session and gives its token, which is kept nowhere. */
    Uni<String> open(SqlClient transaction, UUID userId) {
        var token = Tokens.next();
        var now = clock.instant();
        return transaction
                .preparedQuery(
                        "insert into session (token_hash, user_id, created_at, expires_at) values ($1, $2, $3, $4)")
                .execute(Tuple.of(Buffer.buffer(Tokens.hash(token)), userId, utc(now), utc(now.plus(lifetime))))
                .replaceWith(token);
    }

    /** Who the token belongs to, null when it is forged, ended, expired, or its user is no longer active. */
    Uni<@Nullable Reader> find(String token) {
        var hash = Tokens.hash(token);
        var key = HexFormat.of().formatHex(hash);
        var known = cache.get(key);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        long epoch = cache.epoch();
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(Buffer.buffer(hash), utc(clock.instant())))
                .map(rows -> {
                    for (var row : rows) {
                        var reader = reader(row);
                        cache.put(
                                key, reader, row.getOffsetDateTime("expires_at").toInstant(), epoch);
                        return reader;
                    }
                    return null;
                });
    }

    /** Ends one session, and tells the house whose it was. */
    Uni<Void> end(String token) {
        var hash = Tokens.hash(token);
        return pool.preparedQuery("delete from session where token_hash = $1 returning user_id")
                .execute(Tuple.of(Buffer.buffer(hash)))
                .invoke(rows -> {
                    cache.remove(HexFormat.of().formatHex(hash));
                    rows.forEach(row -> ended.fire(new SessionEnded(row.getUUID("user_id"), SessionId.of(token))));
                })
                .replaceWithVoid();
    }

    /** Forgets what is remembered of a user, whose roles, team or extension have changed. */
    void forget(UUID userId) {
        cache.removeUser(userId);
    }

    @Scheduled(every = "1h", delayed = "1m")
    Uni<Void> clearExpired() {
        return pool.preparedQuery("delete from session where expires_at <= $1")
                .execute(Tuple.of(utc(clock.instant())))
                .replaceWithVoid();
    }

    private static Reader reader(Row row) {
        var roles = Arrays.stream(row.getArrayOfStrings("roles"))
                .map(word -> Words.parse(Role.class, word, "roles"))
                .collect(Collectors.toSet());
        return new Reader(
                row.getUUID("id"),
                row.getString("username"),
                row.getString("name"),
                roles.stream().map(Words::of).collect(Collectors.toSet()),
                row.getUUID("team_id"),
                row.getString("extension"),
                Grants.of(roles));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
