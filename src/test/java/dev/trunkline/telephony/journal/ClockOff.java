package dev.trunkline.telephony.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.trunkline.call.PbxCommands;
import dev.trunkline.call.PbxCommands.PbxUnavailable;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.telephony.simulator.SimulatedPbx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The running service with a PBX whose clock is wrong by some minutes: calls have the PBX's times and are right in
 * themselves, seen live or taken from the journal, and what is due is due by our clock.
 */
abstract class ClockOff {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String AGENT = "1016";

    private final Duration ahead;
    private final String caller = WrittenJournal.anyCaller();
    private WrittenJournal journal;

    @Inject
    SimulatedPbx pbx;

    @Inject
    PbxLink link;

    @Inject
    PbxCommands commands;

    @Inject
    Pool pool;

    @Inject
    @ConfigProperty(name = "trunkline.pbx.journal-dir")
    Path directory;

    ClockOff(Duration ahead) {
        this.ahead = ahead;
    }

    @BeforeEach
    void linkIsUp() throws IOException {
        await().until(() -> link.current().state() == LinkState.UP);
        pbx.clear();
        journal = new WrittenJournal(directory, link.current().pbx(), caller, ahead);
        query(
                "insert into journal_watermark (pbx, at, updated_at) values ($1, $2, $2) "
                        + "on conflict (pbx) do update set at = excluded.at",
                link.current().pbx(),
                journal.now().minusSeconds(300).atOffset(ZoneOffset.UTC));
    }

    @AfterEach
    void leave() throws IOException {
        run(commands.leaveQueue("support", AGENT));
        pbx.clear();
        journal.erase();
    }

    @Test
    void aCallSeenLive() {
        run(commands.joinQueue("support", AGENT, 0));
        String call = pbx.callIn(caller, null, "4008001000");
        await().until(() -> pbx.rings(AGENT));
        pbx.answer(AGENT);
        await().until(() -> query("select 1 from call where id = $1 and answered_at is not null", call)
                .iterator()
                .hasNext());
        pbx.callerHangsUp(call);

        Row row = ended(call);
        assertThat(row.getBoolean("recovered")).isFalse();
        assertThat(row.getOffsetDateTime("started_at").toInstant())
                .isCloseTo(journal.now(), within(LIMIT.toSeconds(), ChronoUnit.SECONDS));
        for (String figure : new String[] {"wait_ms", "ring_ms", "talk_ms"}) {
            assertThat(row.getLong(figure)).as(figure).isBetween(0L, LIMIT.toMillis());
        }
    }

    @Test
    void callsTakenFromTheJournalAfterAGap() throws IOException {
        String answered = journal.write("answered-caller-hangs-up", 60);
        String missed = journal.write("queue-timeout", 30);
        pbx.cutLink();

        assertThat(ended(answered).getString("outcome")).isEqualTo("answered");
        assertThat(ended(answered).getLong("talk_ms")).isCloseTo(3_960, within(50L));
        assertThat(ended(missed).getString("outcome")).isEqualTo("overflowed");
        Instant due = await().atMost(LIMIT)
                .until(() -> query("select due_at from follow_up where call_id = $1", missed), rows -> rows.size() == 1)
                .iterator()
                .next()
                .getOffsetDateTime("due_at")
                .toInstant();
        int minutes = query("select follow_up_due_minutes from queue where name = $1", "support")
                .iterator()
                .next()
                .getInteger(0);
        Instant promised = Instant.now().plus(Duration.ofMinutes(minutes));
        assertThat(due).isBetween(promised.minus(ahead.abs()).minusSeconds(60), promised);
    }

    private Row ended(String call) {
        return await().atMost(LIMIT)
                .until(
                        () -> query("select * from call where id = $1 and ended_at is not null", call),
                        rows -> rows.size() == 1)
                .iterator()
                .next();
    }

    private RowSet<Row> query(String sql, Object... values) {
        return pool.preparedQuery(sql).execute(Tuple.from(values)).await().atMost(LIMIT);
    }

    private static void run(Uni<Void> command) {
        command.onFailure(PbxUnavailable.class)
                .retry()
                .withBackOff(Duration.ofMillis(50))
                .atMost(20)
                .await()
                .atMost(LIMIT);
    }
}
