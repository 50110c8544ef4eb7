package dev.trunkline.desk.phone;

import dev.trunkline.shared.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Keeps which phone each agent uses, which browser is it, and until when its credentials last. */
@ApplicationScoped
class PhoneStore {
    private final Pool pool;

    PhoneStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Something at the PBX that is to be taken back.
     *
     * @param extension whose phone it is
     * @param theirs whether the person still works at that extension
     * @param validUntil of the credentials that are out, null when none are
     */
    record Overdue(
            UUID userId,
            String extension,
            boolean theirs,
            boolean atBrowser,
            @Nullable Instant validUntil) {}

    /** Everybody whose phone is the browser. */
    Uni<Set<UUID>> atBrowser() {
        return pool.query("select user_id from agent_phone where at_browser")
                .execute()
                .map(rows -> stream(rows).map(row -> row.getUUID("user_id")).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether this is the phone the person has chosen, and the PBX knows. */
    Uni<Boolean> isSo(UUID userId, String extension, boolean browser) {
        return pool.preparedQuery("select at_browser, extension from agent_phone where user_id = $1")
                .execute(Tuple.of(userId))
                .map(rows -> stream(rows)
                        .findFirst()
                        .map(row ->
                                row.getBoolean("at_browser") == browser && extension.equals(row.getString("extension")))
                        .orElse(!browser));
    }

    /** The person uses this phone from now on, and no browser has a claim to it. */
    Uni<Void> use(UUID userId, String extension, boolean browser) {
        // The time of credentials that were out stays: should another replica have told the PBX of new ones in this
        // moment,
        // that is when they end.
        return alone(userId, extension)
                .chain(() -> pool.preparedQuery("""
                        insert into agent_phone (user_id, extension, at_browser) values ($1, $2, $3)
                        on conflict (user_id) do update
                        set extension = excluded.extension, at_browser = excluded.at_browser, claim = null""")
                        .execute(Tuple.of(userId, extension, browser))
                        .replaceWithVoid());
    }

    /**
     * Credentials are out until then, for as long as the session lasts.
     *
     * @param held the claim the browser has, null when it makes a new one
     * @return the claim that stands; empty when the browser is not the phone, or another one is
     */
    Uni<Optional<UUID>> claim(UUID userId, String extension, byte[] session, @Nullable UUID held, Instant until) {
        UUID claim = held == null ? Ids.next() : held;
        return alone(userId, extension)
                .chain(() -> pool.preparedQuery("""
                        update agent_phone set extension = $2, claim = $3, valid_until = $4,
                            session_hash = (select token_hash from session where token_hash = $5)
                        where user_id = $1 and at_browser and ($6 or claim = $3)""")
                        .execute(Tuple.of(userId, extension, claim, utc(until), Buffer.buffer(session), held == null))
                        .map(done -> done.rowCount() == 1 ? Optional.of(claim) : Optional.empty()));
    }

    /** What has lost its ground: time over, session ended, or the person does not work at the extension any more. */
    Uni<List<Overdue>> overdue(Instant now) {
        return pool.preparedQuery("""
                        select p.user_id, p.extension, p.at_browser, p.valid_until,
                            u.active and p.extension is not distinct from u.extension as theirs
                        from agent_phone p join app_user u on u.id = p.user_id
                        where p.extension is not null
                            and (not u.active or u.extension is distinct from p.extension or p.valid_until < $1
                                or p.valid_until is not null and not exists (
                                    select from session s where s.token_hash = p.session_hash and s.expires_at > $1))""")
                .execute(Tuple.of(utc(now)))
                .map(rows -> stream(rows).map(PhoneStore::overdue).toList());
    }

    /** Whether nothing has been given since. */
    Uni<Boolean> stands(Overdue overdue) {
        return pool.preparedQuery("""
                        select from agent_phone
                        where user_id = $1 and extension = $2 and valid_until is not distinct from $3""").execute(keys(overdue)).map(rows -> rows.size() == 1);
    }

    /** It has been taken back; leaves what is newer alone. */
    Uni<Void> ended(Overdue overdue) {
        return pool.preparedQuery("""
                        update agent_phone set valid_until = null, session_hash = null,
                            extension = case when $4 then extension end
                        where user_id = $1 and extension = $2 and valid_until is not distinct from $3""")
                .execute(keys(overdue).addBoolean(overdue.theirs()))
                .replaceWithVoid();
    }

    /** What the PBX was told of this extension for somebody who had it before ends with what it is told now. */
    private Uni<Void> alone(UUID userId, String extension) {
        return pool.preparedQuery("""
                        update agent_phone set extension = null, valid_until = null, session_hash = null
                        where extension = $2 and user_id <> $1""").execute(Tuple.of(userId, extension)).replaceWithVoid();
    }

    private static Tuple keys(Overdue overdue) {
        Instant until = overdue.validUntil();
        return Tuple.tuple()
                .addUUID(overdue.userId())
                .addString(overdue.extension())
                .addOffsetDateTime(until == null ? null : utc(until));
    }

    private static Overdue overdue(Row row) {
        OffsetDateTime until = row.get(OffsetDateTime.class, "valid_until");
        return new Overdue(
                row.getUUID("user_id"),
                row.getString("extension"),
                row.getBoolean("theirs"),
                row.getBoolean("at_browser"),
                until == null ? null : until.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
