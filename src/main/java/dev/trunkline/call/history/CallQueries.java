package dev.trunkline.call.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.call.Call;
import dev.trunkline.call.history.CallView.RecordingView;
import dev.trunkline.call.history.CallView.SilenceView;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads calls from the database. Conditions name the call's row {@code c} and its customer's {@code cc}. */
@ApplicationScoped
class CallQueries {
    /** Counting stops here: beyond it nobody pages, and an exact figure would cost more than the page itself. */
    private static final int COUNTED = 10_000;

    private static final String FROM = " from call c left join call_customer cc on cc.call_id = c.id where ";
    private static final String RECORD = """
            select c.doc::text, c.party_key, cc.customer_id, cc.contact_id,
                (select sum(w.wrap_ms)::bigint from call_wrap w where w.call_id = c.id) as wrap_ms,
                (select jsonb_agg(jsonb_build_object('n', r.n, 'state', r.state, 'durationMs', r.duration_ms,
                        'startedAt', to_char(r.started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                        'problem', r.problem) order by r.n)::text
                    from call_recording r where r.call_id = c.id) as recordings
            """;
    private static final String CARD = """
            select c.id, c.started_at, c.direction, c.outcome, c.queue, c.agents, c.talk_ms, cc.customer_id,
                (select count(*)::int from call_recording r where r.call_id = c.id and r.state = 'ready')
            """;

    private final Pool pool;
    private final ObjectMapper json;

    CallQueries(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<List<CallRecord>> records(Where where, String order, int limit) {
        return run(RECORD + FROM + where.text() + " order by " + order + " limit " + where.bind(limit), where)
                .map(rows -> list(rows, this::record));
    }

    Uni<List<CallCard>> cards(Where where, int limit) {
        return run(
                        CARD + FROM + where.text() + " order by c.started_at desc, c.id desc limit "
                                + where.bind(limit),
                        where)
                .map(rows -> list(rows, CallQueries::card));
    }

    /** Their ids. */
    Uni<Set<String>> ids(Where where) {
        return run("select c.id" + FROM + where.text(), where)
                .map(rows -> Set.copyOf(list(rows, row -> row.getString(0))));
    }

    /** How many there are, at most {@value #COUNTED}. */
    Uni<Long> count(Where where) {
        return run("select count(*) from (select 1" + FROM + where.text() + " limit " + COUNTED + ") found", where)
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<RowSet<Row>> run(String sql, Where where) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object value : where.values()) {
            values.add(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        return pool.preparedQuery(sql).execute(Tuple.from(values));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        List<T> list = new ArrayList<>();
        rows.forEach(row -> list.add(read.apply(row)));
        return list;
    }

    private CallRecord record(Row row) {
        try {
            Call call = json.readValue(row.getString(0), Call.class);
            return new CallRecord(
                    call,
                    row.getString(1),
                    row.getUUID(2),
                    row.getUUID(3),
                    row.getLong(4),
                    recordings(row.getString(5), call));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored call cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<RecordingView> recordings(@Nullable String array, Call call) {
        List<RecordingView> recordings = new ArrayList<>();
        if (array != null) {
            for (Object each : new JsonArray(array)) {
                JsonObject one = (JsonObject) each;
                recordings.add(new RecordingView(
                        one.getInteger("n"),
                        one.getString("state"),
                        one.getLong("durationMs"),
                        Instant.parse(one.getString("startedAt")),
                        silences(call, one.getInteger("n")),
                        one.getString("problem")));
            }
        }
        return recordings;
    }

    private static List<SilenceView> silences(Call call, int n) {
        return n > call.recordings().size()
                ? List.of()
                : call.recordings().get(n - 1).silences().stream()
                        .map(silence -> new SilenceView(silence.from(), silence.to()))
                        .toList();
    }

    private static CallCard card(Row row) {
        String outcome = row.getString(3);
        String[] agents = row.getArrayOfStrings(5);
        return new CallCard(
                row.getString(0),
                row.getOffsetDateTime(1).toInstant(),
                Words.parse(Call.Direction.class, row.getString(2), "direction"),
                outcome == null ? null : Words.parse(Call.Outcome.class, outcome, "outcome"),
                row.getString(4),
                agents.length == 0 ? null : agents[agents.length - 1],
                row.getLong(6),
                row.getUUID(7),
                row.getInteger(8));
    }
}
