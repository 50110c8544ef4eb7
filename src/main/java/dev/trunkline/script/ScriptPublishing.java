package dev.trunkline.script;

import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives scripts to calls and takes them back. What is published never changes; calls that began with a version go on with
 * it whatever is published or withdrawn meanwhile.
 */
@Singleton
class ScriptPublishing {
    private static final int MOST = 200;

    private static final String LOCK =
            "select version, status, differs, published from script where id = $1 for update";
    private static final String END = "update script_version set until = $2 where script_id = $1 and until is null";
    private static final String KEEP = """
            insert into script_version (script_id, number, at, editor_id, name, language, queues, steps)
            select id, $2, $3, $4, name, language, queues, steps from script where id = $1""";
    private static final String PUBLISHED = """
            update script set status = 'published', published = $2, published_at = $3, differs = false,
                version = version + 1, updated_at = greatest($3, updated_at + interval '1 microsecond')
            where id = $1""";
    private static final String WITHDRAWN = """
            update script set status = 'draft', differs = true, version = version + 1,
                updated_at = greatest($2, updated_at + interval '1 microsecond')
            where id = $1""";
    private static final String VERSIONS = """
            select v.script_id, v.number, v.at, v.until, v.name, v.language, v.queues, u.name as editor
            from script_version v left join app_user u on u.id = v.editor_id
            where v.script_id = $1 order by v.number desc limit $2""";
    private static final String ONE = "select * from script_version where script_id = $1 and number = $2";

    private final Pool pool;
    private final Audit audit;
    private final StepsJson json;
    private final Clock clock;

    private record Locked(boolean published, boolean differs, int number) {}

    ScriptPublishing(Pool pool, Audit audit, StepsJson json, Clock clock) {
        this.pool = pool;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Makes a version of the script as it stands; does nothing when calls go by just that already. */
    Uni<Void> publish(Reader reader, UUID id, @Nullable String ifMatch) {
        return pool.withTransaction(transaction -> lock(transaction, id, ifMatch)
                .flatMap(script -> {
                    if (script.published() && !script.differs()) {
                        return Uni.createFrom().voidItem();
                    }
                    OffsetDateTime now = now();
                    int number = script.number() + 1;
                    return transaction
                            .preparedQuery(END)
                            .execute(Tuple.of(id, now))
                            .chain(() ->
                                    transaction.preparedQuery(KEEP).execute(Tuple.of(id, number, now, reader.userId())))
                            .chain(() -> transaction.preparedQuery(PUBLISHED).execute(Tuple.of(id, number, now)))
                            .chain(() -> note(transaction, reader, "published", id, number));
                }));
    }

    /** New calls go without it; does nothing to a draft. */
    Uni<Void> withdraw(Reader reader, UUID id, @Nullable String ifMatch) {
        return pool.withTransaction(transaction -> lock(transaction, id, ifMatch)
                .flatMap(script -> {
                    if (!script.published()) {
                        return Uni.createFrom().voidItem();
                    }
                    OffsetDateTime now = now();
                    return transaction
                            .preparedQuery(END)
                            .execute(Tuple.of(id, now))
                            .chain(() -> transaction.preparedQuery(WITHDRAWN).execute(Tuple.of(id, now)))
                            .chain(() -> note(transaction, reader, "withdrawn", id, script.number()));
                }));
    }

    /** What was published of a script, the newest first, the last 200. */
    Uni<List<ScriptVersionView>> versions(UUID id) {
        return pool.preparedQuery(VERSIONS).execute(Tuple.of(id, MOST)).map(rows -> {
            List<ScriptVersionView> found = new ArrayList<>();
            rows.forEach(row -> found.add(view(row)));
            return found;
        });
    }

    /** One of them whole; fails with 404 when there is none of that number. */
    Uni<PublishedScript> version(UUID id, int number) {
        return pool.preparedQuery(ONE).execute(Tuple.of(id, number)).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.notFound("script-version", number);
            }
            return json.published(rows.iterator().next());
        });
    }

    private static ScriptVersionView view(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("until");
        return new ScriptVersionView(
                row.getUUID("script_id"),
                row.getInteger("number"),
                row.getOffsetDateTime("at").toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("editor"),
                row.getString("name"),
                row.getString("language"),
                List.of(row.getArrayOfStrings("queues")));
    }

    private Uni<Void> note(SqlConnection transaction, Reader reader, String action, UUID id, int number) {
        return audit.record(transaction, reader, action, Scripts.KIND, id, new JsonObject().put("version", number));
    }

    private static Uni<Locked> lock(SqlConnection transaction, UUID id, @Nullable String ifMatch) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.notFound(Scripts.KIND, id);
            }
            Row row = rows.iterator().next();
            Integer number = row.getInteger("published");
            Etags.require(ifMatch, row.getLong("version"));
            return new Locked(
                    "published".equals(row.getString("status")),
                    row.getBoolean("differs"),
                    number == null ? 0 : number);
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
