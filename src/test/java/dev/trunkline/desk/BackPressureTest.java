package dev.trunkline.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trunkline.LiveClient;
import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.CallStoreReport;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.identity.Role;
import dev.trunkline.shared.live.MessageStream;
import dev.trunkline.shared.watch.Watched;
import dev.trunkline.telephony.simulator.SimulatedPbx;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.websockets.next.OpenConnections;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that takes nothing and a database that is slow hold up nobody else and nothing else. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class BackPressureTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SUPPORT = "4008001000";
    private static final String SLOW = "1017";
    private static final String QUICK = "1018";

    @Inject
    People people;

    @Inject
    SimulatedPbx pbx;

    @Inject
    PbxLink link;

    @Inject
    Agents agents;

    @Inject
    Pool pool;

    @Inject
    Desks desks;

    @Inject
    DeskWatch watch;

    @Inject
    Watched<CallStoreReport> store;

    @Inject
    DataSource database;

    @Inject
    OpenConnections connections;

    @TestHTTPResource("/api/v1/desk")
    URI desk;

    private final String caller = "138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private String slow = "";
    private String quick = "";

    @BeforeEach
    void twoAgentsOneInTheQueue() {
        await().atMost(LIMIT).until(() -> link.current().state() == LinkState.UP);
        pbx.clear();
        people.ensure("pressure-slow", Role.AGENT, null, SLOW);
        UUID member = people.ensure("pressure-quick", Role.AGENT, null, QUICK);
        slow = People.signIn("pressure-slow");
        quick = People.signIn("pressure-quick");
        pool.preparedQuery(
                        "insert into queue_member select id, $1 from queue where name = 'support' on conflict do nothing")
                .execute(Tuple.of(member))
                .chain(agents::membersChanged)
                .await()
                .atMost(LIMIT);
        state("available");
    }

    @AfterEach
    void leave() {
        pbx.clear();
        state("offline");
    }

    @Test
    void a_page_that_takes_nothing_is_bounded_delays_nobody_and_is_given_up() {
        long givenUp = watch.report().givenUp();
        int before = connections.listAll().size();
        try (LiveClient stuck = LiveClient.silent(desk, slow);
                LiveClient other = LiveClient.open(desk, quick)) {
            await().atMost(LIMIT).until(() -> !other.received("snapshot").isEmpty());
            await().atMost(LIMIT).until(() -> desks.of(SLOW).pages().size() == 1);
            flood(SLOW);
            assertThat(watch.report().behind()).isEqualTo(MessageStream.KEPT);

            String call = pbx.callIn(caller, null, SUPPORT);
            JsonObject pop = pop(other, call, true);
            assertThat(pop.getJsonObject("caller").getString("raw")).isEqualTo(caller);

            await().atMost(LIMIT).until(() -> watch.report().givenUp() > givenUp);
            assertThat(desks.of(SLOW).pages()).isEmpty();
            assertThat(desks.of(QUICK).pages()).hasSize(1);
            // Really closed, though the other side takes not even the word that it is.
            await().atMost(LIMIT).until(() -> connections.listAll().size() == before + 1);
            stuck.read();
            await().atMost(LIMIT).until(stuck::over);
            pbx.callerHangsUp(call);
        }
        try (LiveClient again = LiveClient.open(desk, slow)) {
            await().atMost(LIMIT).until(() -> !again.received("snapshot").isEmpty());
            desks.send(desks.of(SLOW), new DeskMessage.Notice("after", Map.of()));
            await().atMost(LIMIT).until(() -> !again.received("notice").isEmpty());
        }
    }

    @Test
    void a_page_that_falls_too_far_behind_gets_the_whole_state() {
        long overruns = watch.report().overruns();
        try (LiveClient page = LiveClient.silent(desk, slow)) {
            await().atMost(LIMIT).until(() -> desks.of(SLOW).pages().size() == 1);
            flood(SLOW);
            page.read();
            await().atMost(LIMIT).until(() -> page.received("snapshot").size() > 1);
            assertThat(watch.report().overruns()).isGreaterThan(overruns);
            // It may have fallen behind twice: the whole state that is still to come stands for all that is told before
            // it.
            await().atMost(LIMIT).until(() -> watch.report().behind() == 0);
            desks.send(desks.of(SLOW), new DeskMessage.Notice("last", Map.of()));
            await().atMost(LIMIT)
                    .until(() -> page.received("notice").stream()
                            .anyMatch(notice -> "last".equals(notice.getString("code"))));
            List<Long> numbers = page.received().stream()
                    .map(message -> message.getLong("seq"))
                    .toList();
            assertThat(numbers).isSorted();
        }
    }

    @Test
    void a_page_that_was_away_for_a_moment_gets_just_what_it_missed() {
        long resumes = watch.report().resumes();
        long seen;
        try (LiveClient page = LiveClient.open(desk, slow)) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            seen = page.received().getLast().getLong("seq");
        }
        for (int i = 1; i <= 3; i++) {
            desks.send(desks.of(SLOW), new DeskMessage.Notice("missed-" + i, Map.of()));
        }
        try (LiveClient page = LiveClient.open(desk, slow)) {
            page.resume(seen);
            await().atMost(LIMIT).until(() -> page.received("notice").size() == 3);
            assertThat(page.received("notice"))
                    .extracting(notice -> notice.getString("code"))
                    .containsExactly("missed-1", "missed-2", "missed-3");
            assertThat(watch.report().resumes()).isEqualTo(resumes + 1);
        }
    }

    @Test
    void a_slow_look_up_delays_the_customer_and_not_the_pop() throws SQLException {
        String name = "Customer of " + caller;
        people.as("pressure-lead", Role.SUPERVISOR)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "contacts",
                        List.of(Map.of("name", name, "phones", List.of(Map.of("raw", caller))))))
                .post("/api/v1/customers")
                .then()
                .statusCode(201);
        long late = watch.report().popsLate();
        long timed = watch.ringToPop().counts().count();
        try (LiveClient page = LiveClient.open(desk, quick)) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            String call;
            try (Connection lock = lock("customer_phone", "access exclusive")) {
                call = pbx.callIn(caller, null, SUPPORT);
                JsonObject bare = pop(page, call, false);
                assertThat(bare.getJsonObject("caller").getString("raw")).isEqualTo(caller);
                assertThat(bare.getJsonArray("customers")).isEmpty();
                assertThat(watch.report().popsLate()).isEqualTo(late + 1);
                await().atMost(LIMIT).until(() -> watch.ringToPop().counts().count() == timed + 1);
                lock.rollback();
            }
            JsonObject whole = pop(page, call, true);
            assertThat(whole.getJsonArray("customers").getJsonObject(0).getString("name"))
                    .isEqualTo(name);
            pbx.callerHangsUp(call);
        }
    }

    @Test
    void a_database_that_takes_no_calls_delays_their_storage_alone() throws SQLException {
        try (LiveClient page = LiveClient.open(desk, quick)) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            try (Connection lock = lock("call", "exclusive")) {
                String call = pbx.callIn(caller, null, SUPPORT);
                pop(page, call, true);
                pbx.callerHangsUp(call);
                await().atMost(LIMIT).until(() -> store.report().waiting() > 0);
                lock.rollback();
            }
            await().atMost(LIMIT).until(() -> store.report().waiting() == 0);
        }
    }

    /** More than the network between the two can hold, and then more than is kept. */
    private void flood(String extension) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(10)).until(() -> {
            send(extension, 16);
            return watch.report().slow() > 0;
        });
        send(extension, MessageStream.KEPT + 1);
    }

    private void send(String extension, int messages) {
        String text = "x".repeat(16_384);
        for (int i = 0; i < messages; i++) {
            desks.send(desks.of(extension), new DeskMessage.Notice("flood", Map.of("text", text)));
        }
    }

    private static JsonObject pop(LiveClient page, String call, boolean complete) {
        return await().atMost(LIMIT)
                .until(
                        () -> page.received("pop").stream()
                                .filter(pop ->
                                        call.equals(pop.getJsonObject("call").getString("id"))
                                                && pop.getBoolean("complete") == complete)
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private Connection lock(String table, String mode) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in " + mode + " mode");
        }
        return connection;
    }

    private void state(String state) {
        await().atMost(LIMIT)
                .untilAsserted(() -> given().header("Authorization", "Bearer " + quick)
                        .contentType(ContentType.JSON)
                        .body(Map.of("state", state))
                        .put("/api/v1/agents/me/state")
                        .then()
                        .statusCode(200));
    }
}
