package dev.trunkline.call.recording;

import dev.trunkline.call.Call;
import dev.trunkline.call.history.CallAccess;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recordings as rows. */
@ApplicationScoped
class RecordingStore {
    private static final String CLAIM = """
            update call_recording r set attempts = r.attempts + 1, due_at = $1
            from call c
            where c.id = r.call_id and (r.call_id, r.n) in (
                select d.call_id, d.n from call_recording d
                where d.state = 'pending' and d.due_at <= $2
                order by d.due_at limit $3 for update skip locked)
            returning r.call_id, r.n, r.file, r.started_at, r.attempts, c.direction
            """;

    private final Pool pool;
    private final Clock clock;

    RecordingStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** A recording as it is kept. */
    record Kept(
            String state,
            @Nullable String path,
            @Nullable Long bytes,
            @Nullable String sha256,
            @Nullable String problem) {}

    /**
     * Takes recordings whose time has come.
     *
     * @param lease how long nobody else takes them; if we die meanwhile, they are taken again after it
     */
    Uni<List<Recording>> claim(int limit, Duration lease) {
        Instant now = clock.instant();
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(utc(now.plus(lease)), utc(now), limit))
                .map(rows -> {
                    List<Recording> claimed = new ArrayList<>();
                    rows.forEach(row -> claimed.add(new Recording(
                            row.getString(0),
                            row.getInteger(1),
                            row.getString(2),
                            row.getOffsetDateTime(3).toInstant(),
                            row.getInteger(4),
                            Words.parse(Call.Direction.class, row.getString(5), "direction"))));
                    return claimed;
                });
    }

    Uni<Void> ready(Recording recording, String place, Stereo stereo) {
        return pool.preparedQuery("""
                        update call_recording set state = 'ready', path = $3, bytes = $4, sha256 = $5, duration_ms = $6,
                            problem = null
                        where call_id = $1 and n = $2
                        """)
                .execute(Tuple.from(new Object[] {
                    recording.callId(), recording.n(), place, stereo.bytes(), stereo.sha256(), stereo.durationMs()
                }))
                .replaceWithVoid();
    }

    /** Notes what is wrong; with state pending it is tried again after the pause. */
    Uni<Void> failed(Recording recording, String state, String problem, Duration pause) {
        return pool.preparedQuery(
                        "update call_recording set state = $3, problem = $4, due_at = $5 where call_id = $1 and n = $2")
                .execute(Tuple.of(
                        recording.callId(),
                        recording.n(),
                        state,
                        problem,
                        utc(clock.instant().plus(pause))))
                .replaceWithVoid();
    }

    /** A recording of a call the reader may hear, empty when there is none. */
    Uni<Optional<Kept>> find(Reader reader, String callId, int n) {
        Where where = CallAccess.apply(
                Where.sql().add("r.call_id = ?", callId).add("r.n = ?", n), reader, Permission.RECORDINGS_READ);
        return pool.preparedQuery("select r.state, r.path, r.bytes, r.sha256, r.problem from call_recording r "
                        + "join call c on c.id = r.call_id where " + where.text())
                .execute(Tuple.from(where.values()))
                .map(rows -> {
                    var each = rows.iterator();
                    if (!each.hasNext()) {
                        return Optional.empty();
                    }
                    var row = each.next();
                    return Optional.of(new Kept(
                            row.getString(0), row.getString(1), row.getLong(2), row.getString(3), row.getString(4)));
                });
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
