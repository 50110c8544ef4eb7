package dev.trunkline.telephony.journal;

import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.page.Keyset;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Keeps how far each PBX's journal is done with, and the record of what was recovered from it: the newest 10,000. */
@ApplicationScoped
class Recoveries {
    private static final Keyset<RecoveryView> ORDER =
            Keyset.of("r.id", UUID.class, RecoveryView::id).by("-at", "r.at", Instant.class, RecoveryView::at);
    private static final String KEPT = "10000";

    private final Pool pool;
    private final Clock clock;

    Recoveries(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Up to where a PBX's journal is done with, by the PBX's clock; empty when it has never been read. */
    Uni<Optional<Instant>> watermark(String pbx) {
        return pool.preparedQuery("select at from journal_watermark where pbx = $1")
                .execute(Tuple.of(pbx))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getOffsetDateTime(0).toInstant())
                        .findFirst());
    }

    Uni<Void> moveWatermark(String pbx, Instant at) {
        return pool.preparedQuery("""
                        insert into journal_watermark (pbx, at, updated_at) values ($1, $2, $3)
                        on conflict (pbx) do update set at = excluded.at, updated_at = excluded.updated_at
                        """)
                .execute(Tuple.of(pbx, utc(at), utc(clock.instant())))
                .replaceWithVoid();
    }

    Uni<Void> add(Recovery recovery) {
        JsonArray bad = new JsonArray();
        recovery.bad()
                .forEach(one -> bad.add(new JsonObject()
                        .put("file", one.file())
                        .put("offset", one.offset())
                        .put("problem", one.problem())));
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("""
                        insert into call_recovery (id, pbx, reason, at, duration_ms, since, until, lines, bad_lines, bad,
                            added, mended, complete)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                        """)
                .execute(Tuple.from(new @Nullable Object[] {
                    recovery.id(),
                    recovery.pbx(),
                    Words.of(recovery.reason()),
                    utc(recovery.at()),
                    recovery.duration().toMillis(),
                    utc(recovery.since()),
                    recovery.until() == null ? null : utc(recovery.until()),
                    recovery.lines(),
                    recovery.badLines(),
                    bad,
                    recovery.added(),
                    recovery.mended(),
                    recovery.complete()
                }))
                .chain(() -> transaction
                        .query("delete from call_recovery where id in "
                                + "(select id from call_recovery order by at desc, id desc offset " + KEPT + ")")
                        .execute())
                .replaceWithVoid());
    }

    Uni<Page<RecoveryView>> list(ListQuery query) {
        Where page = ORDER.after(query, Where.sql());
        String limit = page.bind(query.rows() + 1);
        String select = "select r.* from call_recovery r where " + page.text() + " order by " + ORDER.order(query)
                + " limit " + limit;
        return pool.query("select count(*) from call_recovery")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .flatMap(total -> pool.preparedQuery(select)
                        .execute(page.tuple())
                        .map(rows -> ORDER.page(
                                query,
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Recoveries::view)
                                        .toList(),
                                total)));
    }

    /** Fails with 404 when there is none of that id. */
    Uni<RecoveryView> get(UUID id) {
        return pool.preparedQuery("select r.* from call_recovery r where r.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(Recoveries::view)
                        .orElseThrow(() -> Problem.notFound("recovery", id)));
    }

    private static RecoveryView view(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("until");
        List<RecoveryView.BadLineView> bad = row.getJsonArray("bad").stream()
                .map(JsonObject.class::cast)
                .map(one -> new RecoveryView.BadLineView(
                        one.getString("file"), one.getLong("offset"), one.getString("problem")))
                .toList();
        return new RecoveryView(
                row.getUUID("id"),
                row.getString("pbx"),
                Words.parse(RecoveryReason.class, row.getString("reason"), "reason"),
                row.getOffsetDateTime("at").toInstant(),
                row.getLong("duration_ms"),
                row.getOffsetDateTime("since").toInstant(),
                until == null ? null : until.toInstant(),
                row.getLong("lines"),
                row.getLong("bad_lines"),
                bad,
                row.getInteger("added"),
                row.getInteger("mended"),
                row.getBoolean("complete"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
