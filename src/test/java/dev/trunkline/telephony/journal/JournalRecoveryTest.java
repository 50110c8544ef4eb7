package dev.trunkline.telephony.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.identity.Role;
import dev.trunkline.telephony.simulator.SimulatedPbx;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running service, a link that is cut, and the journal of calls it did not tell of: those of the captures, now. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class JournalRecoveryTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    SimulatedPbx pbx;

    @Inject
    PbxLink link;

    @Inject
    People people;

    @Inject
    Pool pool;

    @Inject
    @ConfigProperty(name = "trunkline.pbx.journal-dir")
    Path directory;

    private final String caller = WrittenJournal.anyCaller();
    private WrittenJournal journal;

    @BeforeEach
    void linkIsUp() throws IOException {
        await().until(() -> link.current().state() == LinkState.UP);
        journal = new WrittenJournal(directory, link.current().pbx(), caller, Duration.ZERO);
        pbx.clear();
        // The service has been up for longer than the calls of these tests are old.
        pool.preparedQuery("insert into journal_watermark (pbx, at, updated_at) values ($1, $2, $2) "
                        + "on conflict (pbx) do update set at = excluded.at")
                .execute(Tuple.of(
                        link.current().pbx(), Instant.now().minusSeconds(300).atOffset(ZoneOffset.UTC)))
                .await()
                .atMost(LIMIT);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        journal.erase();
    }

    @Test
    void calls_that_were_not_seen_appear_once_with_what_they_leave() throws IOException {
        String answered = journal.write("answered-caller-hangs-up", 40);
        String missed = journal.write("queue-timeout", 20);
        cut();

        Row call = stored(answered);
        assertThat(call.getString("outcome")).isEqualTo("answered");
        assertThat(call.getString("from_number")).isEqualTo(caller);
        assertThat(call.getArrayOfStrings("agents")).containsExactly("1001");
        assertThat(call.getBoolean("recovered")).isTrue();
        assertThat(call.getLong("talk_ms")).isCloseTo(3_960, org.assertj.core.api.Assertions.within(50L));
        assertThat(call.getLong("hold_ms")).isNull();
        assertThat(stored(missed).getString("outcome")).isEqualTo("overflowed");
        await().atMost(LIMIT).until(() -> count("ticket", answered) == 1 && count("follow_up", missed) == 1);

        int recoveries = recoveries();
        cut();
        await().atMost(LIMIT).until(() -> recoveries() > recoveries);
        assertThat(count("ticket", answered)).isOne();
        assertThat(count("follow_up", missed)).isOne();
        assertThat(events(answered)).isOne();
        assertThat(events(missed)).isOne();
    }

    @Test
    void a_missed_call_whose_caller_was_reached_since_is_not_followed_up() throws IOException {
        String missed = journal.write("queue-timeout", 60);
        String answered = journal.write("answered-caller-hangs-up", 30);
        cut();
        await().atMost(LIMIT).until(() -> count("ticket", answered) == 1);
        assertThat(stored(missed).getString("outcome")).isEqualTo("overflowed");
        await().atMost(LIMIT).until(() -> unpublished() == 0);
        assertThat(pool.preparedQuery("select 1 from follow_up where call_id = $1 and status = 'open'")
                        .execute(Tuple.of(missed))
                        .await()
                        .atMost(LIMIT)
                        .size())
                .isZero();
    }

    @Test
    void what_was_recovered_and_what_was_bad_is_told_to_administrators() throws IOException {
        journal.append("cel_master.json", "garbage of " + caller + "\n");
        String call = journal.write("abandoned-in-queue", 30);
        cut();
        stored(call);
        await().atMost(LIMIT)
                .untilAsserted(() -> people.as("journal-admin", Role.ADMINISTRATOR)
                        .get("/api/v1/recoveries?limit=5")
                        .then()
                        .statusCode(200)
                        .body("items.find { it.added > 0 && it.badLines > 0 }.reason", equalTo("link"))
                        .body("items.find { it.badLines > 0 }.bad[0].file", equalTo("cel_master.json"))
                        .body("items.find { it.badLines > 0 }.bad[0].problem", equalTo("is no JSON")));
        String bad = people.as("journal-admin", Role.ADMINISTRATOR)
                .get("/api/v1/recoveries?limit=5")
                .path("items.find { it.badLines > 0 }.id");
        people.as("journal-admin", Role.ADMINISTRATOR)
                .get("/api/v1/recoveries/" + bad)
                .then()
                .statusCode(200)
                .body("bad[0].problem", equalTo("is no JSON"));
        people.as("journal-admin", Role.ADMINISTRATOR)
                .get("/api/v1/recoveries/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        people.as("journal-admin", Role.ADMINISTRATOR)
                .get("/api/v1/calls?recovered=true&limit=200")
                .then()
                .body("items.id", hasItem(call))
                .body("items.recovered", everyItem(equalTo(true)));
        people.as("journal-admin", Role.ADMINISTRATOR)
                .get("/api/v1/calls?recovered=perhaps")
                .then()
                .statusCode(422);
        people.as("journal-admin", Role.ADMINISTRATOR)
                .get("/api/v1/system")
                .then()
                .body("journal.state", equalTo("ok"))
                .body("journal.watermark", notNullValue())
                .body("journal.added", greaterThan(0))
                .body("journal.bad[0].file", equalTo("cel_master.json"));
        given().get("/api/v1/recoveries").then().statusCode(401);
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'PBX journal' }.data.state", equalTo("ok"));
        given().get("/q/metrics")
                .then()
                .body(containsString("trunkline_calls_recovered_total{how=\"added\"}"))
                .body(containsString("trunkline_journal_bad_lines_total"))
                .body(containsString("trunkline_journal_lag_seconds"));
    }

    private void cut() {
        pbx.cutLink();
        await().atMost(LIMIT).until(() -> link.current().state() == LinkState.UP);
    }

    private Row stored(String id) {
        return await().atMost(LIMIT)
                .until(
                        () -> pool.preparedQuery("select * from call where id = $1 and ended_at is not null")
                                .execute(Tuple.of(id))
                                .await()
                                .atMost(LIMIT),
                        rows -> rows.size() == 1)
                .iterator()
                .next();
    }

    private long count(String table, String call) {
        return number("select count(*) from " + table + " where call_id = $1", call);
    }

    private long events(String call) {
        return number("select count(*) from outbox where dedup_key = $1", "call.ended:" + call);
    }

    private long unpublished() {
        return number("select count(*) from outbox where published_at is null and $1 <> ''", "x");
    }

    private int recoveries() {
        return (int) number("select count(*) from call_recovery where complete and $1 <> ''", "x");
    }

    private long number(String sql, String value) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(value))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong(0);
    }
}
