package dev.trunkline.supervision;

import static dev.trunkline.supervision.BoardFloor.AGENT;
import static dev.trunkline.supervision.BoardFloor.LIMIT;
import static dev.trunkline.supervision.BoardFloor.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trunkline.LiveClient;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.telephony.simulator.SimulatedPbx;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board shows what happens on the telephone, and its figures are those of the calls in the database. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class BoardTest {
    @Inject
    BoardFloor floor;

    @Inject
    SimulatedPbx pbx;

    @Inject
    Pool pool;

    @Inject
    Recount recount;

    @Inject
    Board board;

    @TestHTTPResource("/api/v1/board")
    URI uri;

    private final String caller = "138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private UUID agent = new UUID(0, 0);

    @BeforeEach
    void anAgentOfSupport() {
        agent = floor.open();
    }

    @AfterEach
    void leave() {
        floor.close();
    }

    @Test
    void a_caller_waits_with_a_name_and_is_gone_when_answered() {
        customer("Customer of " + caller);
        try (LiveClient page = BoardFloor.page(uri, floor.bossToken())) {
            String call = pbx.callIn(caller, null, SUPPORT);
            await().atMost(LIMIT).until(() -> pbx.rings(AGENT));
            await().atMost(LIMIT).untilAsserted(() -> {
                JsonObject waiting = ShownBoard.on(page).waiting("support", call);
                assertThat(waiting).isNotNull();
                assertThat(waiting.getString("since")).isNotNull();
                assertThat(waiting.getJsonArray("ringing")).containsExactly(AGENT);
                JsonObject who = waiting.getJsonObject("call");
                assertThat(who.getString("from")).isEqualTo(caller);
                assertThat(who.getString("number")).isEqualTo("+86" + caller);
                assertThat(name(who)).isEqualTo("Customer of " + caller);
                assertThat(ShownBoard.on(page).agent(agent).getString("state")).isEqualTo("ringing");
            });
            pbx.answer(AGENT);
            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(ShownBoard.on(page).waiting("support", call)).isNull();
                JsonObject shown = ShownBoard.on(page).agent(agent);
                assertThat(shown.getString("state")).isEqualTo("on-call");
                JsonObject hand = shown.getJsonObject("call").getJsonObject("call");
                assertThat(hand.getString("id")).isEqualTo(call);
                assertThat(hand.getString("queue")).isEqualTo("support");
                assertThat(name(hand)).isEqualTo("Customer of " + caller);
            });
            pbx.hold(AGENT);
            await().atMost(LIMIT)
                    .until(() -> page.received("call").stream()
                            .anyMatch(message -> message.getJsonObject("call").getBoolean("onHold")));
            pbx.callerHangsUp(call);
            await().atMost(LIMIT).until(() -> ShownBoard.on(page).agent(agent).getValue("call") == null);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(ShownBoard.on(page)).isEqualTo(floor.all()));
        }
    }

    @Test
    void figures_are_those_of_the_calls_in_the_database_also_after_a_cut() {
        JsonObject before = figures();
        String answered = pbx.callIn(caller, null, SUPPORT);
        await().atMost(LIMIT).until(() -> pbx.rings(AGENT));
        pbx.answer(AGENT);
        await().atMost(LIMIT).until(() -> figures().getInteger("answered") == before.getInteger("answered") + 1);
        String gaveUp = pbx.callIn(caller, null, SUPPORT);
        await().atMost(LIMIT).until(() -> waits(gaveUp));
        String cutOff = pbx.callIn(caller, null, SUPPORT);
        await().atMost(LIMIT).until(() -> waits(cutOff));
        pbx.cutLink();
        pbx.callerHangsUp(cutOff);
        pbx.callerHangsUp(gaveUp);
        pbx.callerHangsUp(answered);
        await().atMost(LIMIT).until(() -> board.picture().calls().isEmpty());
        floor.linkUp();
        assertThat(figures().getInteger("offered")).isEqualTo(before.getInteger("offered") + 3);
        await().atMost(LIMIT).untilAsserted(() -> {
            recount.now().await().atMost(LIMIT);
            assertThat(figures()).isEqualTo(naively());
            assertThat(reported()).isEqualTo(figures());
        });
    }

    @Test
    void an_alarm_is_raised_once_and_is_over_when_it_is_calm() {
        floor.settings("{\"alarmWaiting\":0}");
        try (LiveClient page = BoardFloor.page(uri, floor.bossToken())) {
            String call = pbx.callIn(caller, null, SUPPORT);
            await().atMost(LIMIT).until(() -> !page.received("alarm").isEmpty());
            JsonObject raised = page.received("alarm").getFirst().getJsonObject("alarm");
            assertThat(raised.getString("queue")).isEqualTo("support");
            assertThat(raised.getString("kind")).isEqualTo("waiting");
            assertThat(raised.getDouble("value")).isEqualTo(1.0);
            assertThat(raised.getValue("over")).isNull();
            pbx.callerHangsUp(call);
            await().atMost(LIMIT).until(() -> page.received("alarm").size() == 2);
            JsonObject over = page.received("alarm").getLast().getJsonObject("alarm");
            assertThat(over.getString("kind")).isEqualTo("waiting");
            assertThat(over.getString("over")).isNotNull();
        } finally {
            floor.settings("{\"alarmWaiting\":null}");
        }
    }

    @Test
    void who_was_away_gets_what_was_missed() {
        long seen;
        try (LiveClient page = BoardFloor.page(uri, floor.bossToken())) {
            seen = page.received().getLast().getLong("seq");
        }
        String call = pbx.callIn(caller, null, SUPPORT);
        await().atMost(LIMIT).until(() -> waits(call));
        try (LiveClient page = BoardFloor.page(uri, floor.bossToken())) {
            await().atMost(LIMIT).until(() -> ShownBoard.on(page).waiting("support", call) != null);
            page.resume(seen);
            await().atMost(LIMIT)
                    .until(() -> page.received().stream().anyMatch(message -> message.getLong("seq") == seen + 1));
            page.resume(1);
            await().atMost(LIMIT).until(() -> page.received("snapshot").size() == 2);
        }
        pbx.callerHangsUp(call);
    }

    private void customer(String name) {
        floor.boss()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "contacts",
                        List.of(Map.of("name", "Li Na", "phones", List.of(Map.of("raw", caller))))))
                .post("/api/v1/customers")
                .then()
                .statusCode(201);
    }

    private static String name(JsonObject call) {
        assertThat(call.getJsonArray("customers")).isNotEmpty();
        return call.getJsonArray("customers").getJsonObject(0).getString("name");
    }

    private JsonObject figures() {
        return floor.all().queue("support").getJsonObject("today").copy();
    }

    /** The day's figures of the queue as the report has them, those that the board has too. */
    private JsonObject reported() {
        JsonObject total = new JsonObject(floor.boss()
                        .get("/api/v1/reports/queues?queue=support&from=%s&to=%s"
                                .formatted(board.today().from(), board.today().to()))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getJsonObject("total");
        JsonObject day = new JsonObject();
        figures().fieldNames().forEach(figure -> day.put(figure, total.getValue(figure)));
        return day;
    }

    private boolean waits(String call) {
        return floor.all().waiting("support", call) != null;
    }

    /** The day's figures of the queue, counted from the rows themselves. */
    private JsonObject naively() {
        Row row = pool.preparedQuery("""
                        with stay as (select v ->> 'outcome' as outcome, floor(extract(epoch from
                                (v ->> 'leftAt')::timestamptz - (v ->> 'joinedAt')::timestamptz) * 1000) as ms
                            from call, jsonb_array_elements(doc -> 'visits') v where v ->> 'queue' = 'support'
                                and (v ->> 'joinedAt')::timestamptz >= $1 and (v ->> 'joinedAt')::timestamptz < $2)
                        select count(*), count(*) filter (where outcome = 'answered'),
                            count(*) filter (where outcome = 'answered' and ms <= 20000),
                            count(*) filter (where outcome = 'abandoned' and ms >= 5000),
                            count(*) filter (where outcome = 'abandoned' and ms < 5000),
                            count(*) filter (where outcome = 'overflowed'),
                            coalesce(sum(ms) filter (where outcome = 'answered'), 0)::bigint from stay""")
                .execute(Tuple.of(
                        board.today().from().atOffset(ZoneOffset.UTC),
                        board.today().to().atOffset(ZoneOffset.UTC)))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next();
        int answered = row.getInteger(1);
        int counted = row.getInteger(0) - row.getInteger(4);
        return new JsonObject()
                .put("offered", row.getInteger(0))
                .put("answered", answered)
                .put("answeredInTime", row.getInteger(2))
                .put("abandoned", row.getInteger(3))
                .put("shortAbandoned", row.getInteger(4))
                .put("overflowed", row.getInteger(5))
                .put("averageAnswerMs", answered == 0 ? null : (int) Math.round((double) row.getLong(6) / answered))
                .put("serviceLevel", counted == 0 ? null : Math.round(1000.0 * row.getInteger(2) / counted) / 10.0);
    }
}
