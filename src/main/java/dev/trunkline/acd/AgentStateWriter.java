package dev.trunkline.acd;

import dev.trunkline.call.history.CallHistory;
import dev.trunkline.shared.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps agents' states in PostgreSQL, behind the memory that decides: one batch at a time, the latest state of each
 * agent and every time spent, in order. While the database is away the latest states are held and tried again every
 * second; of the times spent, the newest {@value #MOST_SPELLS}. Thread-safe.
 */
@ApplicationScoped
// Its figures are told from the start, so that a rule can watch the first one.
@Startup
class AgentStateWriter {
    private static final Logger LOG = LoggerFactory.getLogger(AgentStateWriter.class);
    private static final int MOST_SPELLS = 10_000;
    private static final long RETRY_MS = 1_000;
    private static final String SPELL = """
            insert into agent_state_log (id, user_id, agent, state, reason, call_id, began_at, ended_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing""";

    /** A wrap-up that a call broke into has several spells, and its time is all of them. */
    private static final String WRAP = """
            select call_id, agent, round(sum(extract(epoch from ended_at - began_at)) * 1000)::bigint as wrap_ms
            from agent_state_log where state = 'wrap-up' and call_id = any($1) group by call_id, agent""";

    private final Pool pool;
    private final CallHistory calls;
    private final Vertx vertx;
    private final Counter lost;
    private Map<UUID, Tuple> states = new LinkedHashMap<>();
    private List<Tuple> spells = new ArrayList<>();
    private List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private boolean writing;

    AgentStateWriter(Pool pool, CallHistory calls, Vertx vertx, MeterRegistry meters) {
        this.pool = pool;
        this.calls = calls;
        this.vertx = vertx;
        this.lost = Counter.builder("trunkline_agent_spells_lost")
                .description("Times spent in a state that could not be kept because the database was away too long")
                .register(meters);
    }

    /** A time spent in a state. */
    static Tuple spell(AgentProfile agent, AgentState state, Instant until) {
        AgentStateView view = AgentStateView.of(state, false, true);
        return Tuple.from(new @Nullable Object[] {
            Ids.next(),
            agent.userId(),
            agent.extension(),
            view.state(),
            view.reason(),
            view.callId(),
            AgentStateRow.utc(state.since()),
            AgentStateRow.utc(until)
        });
    }

    /**
     * Keeps a state and whether the agent has a page.
     *
     * @param spell the time spent in the one before, null when it goes on
     * @return ends once it is kept; need not be waited for
     */
    Uni<Void> save(UUID userId, AgentState state, Presence presence, @Nullable Tuple spell) {
        CompletableFuture<Void> kept = new CompletableFuture<>();
        synchronized (this) {
            states.put(userId, AgentStateRow.of(userId, state, presence));
            waiting.add(kept);
            if (spell != null && spells.size() < MOST_SPELLS) {
                spells.add(spell);
            } else if (spell != null) {
                lost.increment();
            }
        }
        write();
        return Uni.createFrom().completionStage(kept);
    }

    private void write() {
        Map<UUID, Tuple> nextStates;
        List<Tuple> nextSpells;
        List<CompletableFuture<Void>> hear;
        synchronized (this) {
            if (writing || states.isEmpty()) {
                return;
            }
            writing = true;
            nextStates = states;
            nextSpells = spells;
            hear = waiting;
            states = new LinkedHashMap<>();
            spells = new ArrayList<>();
            waiting = new ArrayList<>();
        }
        pool.withTransaction(connection -> write(connection, nextStates, nextSpells))
                .subscribe()
                .with(
                        ignored -> {
                            hear.forEach(kept -> kept.complete(null));
                            done();
                            write();
                        },
                        failure -> {
                            LOG.error("Agents' states are not kept; trying again: {}", failure.toString());
                            restore(nextStates, nextSpells, hear);
                            vertx.setTimer(RETRY_MS, timer -> {
                                done();
                                write();
                            });
                        });
    }

    private Uni<Void> write(SqlConnection connection, Map<UUID, Tuple> rows, List<Tuple> spent) {
        Uni<Void> spells = spent.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(SPELL).executeBatch(spent).chain(() -> wrapUps(connection, spent));
        return connection
                .preparedQuery(AgentStateRow.UPSERT)
                .executeBatch(List.copyOf(rows.values()))
                .chain(() -> spells);
    }

    /** Tells the calls how long their wrap-ups took. Counted from what is kept, so that telling it again is harmless. */
    private Uni<Void> wrapUps(SqlConnection connection, List<Tuple> spent) {
        String[] wrappedUp = spent.stream()
                .filter(spell -> "wrap-up".equals(spell.getString(3)))
                .map(spell -> spell.getString(5))
                .distinct()
                .toArray(String[]::new);
        if (wrappedUp.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(WRAP)
                .execute(Tuple.tuple().addArrayOfString(wrappedUp))
                .chain(rows -> {
                    Uni<Void> told = Uni.createFrom().voidItem();
                    for (Row row : rows) {
                        told = told.chain(() -> calls.saveWrap(
                                connection, row.getString("call_id"), row.getString("agent"), row.getLong("wrap_ms")));
                    }
                    return told;
                });
    }

    private synchronized void restore(
            Map<UUID, Tuple> oldStates, List<Tuple> oldSpells, List<CompletableFuture<Void>> hear) {
        oldStates.forEach(states::putIfAbsent);
        oldSpells.addAll(spells);
        spells = oldSpells;
        hear.addAll(waiting);
        waiting = hear;
    }

    private synchronized void done() {
        writing = false;
    }
}
