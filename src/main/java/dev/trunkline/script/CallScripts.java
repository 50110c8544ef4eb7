package dev.trunkline.script;

import dev.trunkline.call.Call;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.problem.FieldError;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By which script a call goes, and what was answered in it. */
@Singleton
class CallScripts {
    /** For inbound calls of a queue: the reader's language, then one for that queue alone, then the newest. */
    private static final String CURRENT = """
            select v.* from script_version v
            where v.at <= $2 and (v.until is null or v.until > $2)
                and (cardinality(v.queues) = 0 or $1 = any(v.queues))
            order by exists (select 1 from call_script c where c.call_id = $3 and c.script_id = v.script_id) desc,
                v.language = $4 desc, cardinality(v.queues) = 0, v.at desc, v.script_id
            limit 1""";

    private static final String KEPT = """
            select v.script_id, v.number, v.name, v.language, v.steps, c.trail, c.done, c.answers::text as answers,
                c.agents, c.saved_at, c.version
            from call_script c join script_version v on v.script_id = c.script_id and v.number = c.number
            where c.call_id = $1 order by c.saved_at""";

    private static final String GOES_BY = """
            select v.*, c.version as kept from script_version v
            left join call_script c on c.call_id = $3 and c.script_id = v.script_id
            where v.script_id = $1 and v.number = $2
                and case when c.call_id is null
                    then v.at <= $4 and (v.until is null or v.until > $4)
                        and (cardinality(v.queues) = 0 or $5::text = any(v.queues))
                    else c.number = v.number end""";

    private static final String SAVE = """
            insert into call_script as c (call_id, script_id, number, version, trail, done, answers, agents, saved_at)
            values ($1, $2, $3, 1, $4, $5, $6::text::jsonb, array[$7]::text[], $8)
            on conflict (call_id, script_id) do update set version = c.version + 1, trail = excluded.trail,
                done = excluded.done, answers = excluded.answers, saved_at = excluded.saved_at,
                agents = case when $7 = any(c.agents) then c.agents else array_append(c.agents, $7) end
            where c.version = $9
            returning version""";

    private final Pool pool;
    private final StepsJson json;
    private final Audit audit;
    private final Clock clock;

    CallScripts(Pool pool, StepsJson json, Audit audit, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The call's scripts.
     *
     * @param language the reader's own, preferred where a queue has scripts in several
     */
    Uni<CallScriptView> of(ScriptedCall call, @Nullable String language) {
        return current(call, language)
                .flatMap(current -> pool.preparedQuery(KEPT)
                        .execute(Tuple.of(call.id()))
                        .map(rows -> {
                            List<CallScriptRun> runs = new ArrayList<>();
                            rows.forEach(row -> runs.add(run(row)));
                            boolean kept = current.isPresent()
                                    && runs.stream()
                                            .anyMatch(run -> run.script()
                                                    .scriptId()
                                                    .equals(current.get().scriptId()));
                            if (!kept) {
                                current.ifPresent(script -> runs.add(CallScriptRun.fresh(script)));
                            }
                            return new CallScriptView(
                                    call.id(),
                                    current.map(PublishedScript::scriptId).orElse(null),
                                    runs);
                        }));
    }

    /**
     * Keeps how far the call came, in the place of what was kept before.
     *
     * @param agent extension of who writes it down
     * @param ifMatch names the version that it is based on, 0 for the first; fails with 412 and 428 as any change
     */
    Uni<CallScriptRun> save(
            Reader reader, String agent, ScriptedCall call, @Nullable String ifMatch, CallScriptInput input) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(GOES_BY)
                .execute(Tuple.of(
                        input.scriptId(),
                        input.number(),
                        call.id(),
                        call.startedAt().atOffset(ZoneOffset.UTC),
                        call.queue()))
                .flatMap(rows -> {
                    if (rows.size() == 0 || call.direction() != Call.Direction.INBOUND) {
                        throw Problem.conflict("not-its-script", "The call does not go by this version of this script");
                    }
                    Row row = rows.iterator().next();
                    Long kept = row.getLong("kept");
                    long version = kept == null ? 0 : kept;
                    Etags.require(ifMatch, version);
                    PublishedScript script = json.published(row);
                    check(script, input);
                    return save(transaction, reader, agent, call, script, version, input);
                }));
    }

    private Uni<CallScriptRun> save(
            SqlConnection transaction,
            Reader reader,
            String agent,
            ScriptedCall call,
            PublishedScript script,
            long version,
            CallScriptInput input) {
        Tuple values = Tuple.tuple()
                .addString(call.id())
                .addUUID(input.scriptId())
                .addInteger(input.number())
                .addArrayOfString(input.trail().toArray(String[]::new))
                .addBoolean(input.done())
                .addString(json.write(input.answers()))
                .addString(agent)
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addLong(version);
        JsonObject details = new JsonObject()
                .put("scriptId", input.scriptId().toString())
                .put("version", input.number())
                .put("answers", input.answers().size());
        return transaction
                .preparedQuery(SAVE)
                .execute(values)
                .invoke(saved -> {
                    // Somebody else's came between the look and the writing.
                    if (saved.size() == 0) {
                        throw Problem.stale();
                    }
                })
                .call(() -> audit.record(transaction, reader, "answered", "call", call.id(), details))
                .chain(() -> transaction.preparedQuery(KEPT).execute(Tuple.of(call.id())))
                .map(rows -> one(rows, script.scriptId()));
    }

    private Uni<Optional<PublishedScript>> current(ScriptedCall call, @Nullable String language) {
        if (call.queue() == null || call.direction() != Call.Direction.INBOUND) {
            return Uni.createFrom().item(Optional.empty());
        }
        return pool.preparedQuery(CURRENT)
                .execute(Tuple.of(call.queue(), call.startedAt().atOffset(ZoneOffset.UTC), call.id(), language))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(json.published(rows.iterator().next())));
    }

    private static void check(PublishedScript script, CallScriptInput input) {
        List<FieldError> errors =
                PassageCheck.errors(new Definition(script.steps()), input.trail(), input.done(), input.answers());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors.subList(0, Math.min(errors.size(), Scripts.MOST_ERRORS)));
        }
    }

    private CallScriptRun one(RowSet<Row> rows, UUID script) {
        for (Row row : rows) {
            if (row.getUUID("script_id").equals(script)) {
                return run(row);
            }
        }
        throw Problem.stale();
    }

    private CallScriptRun run(Row row) {
        return new CallScriptRun(
                json.published(row),
                List.of(row.getArrayOfStrings("trail")),
                row.getBoolean("done"),
                json.answers(row.getString("answers")),
                List.of(row.getArrayOfStrings("agents")),
                row.getOffsetDateTime("saved_at").toInstant(),
                row.getLong("version"));
    }
}
