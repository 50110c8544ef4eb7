package dev.trunkline.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.trunkline.LiveClient;
import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.identity.Role;
import dev.trunkline.telephony.simulator.SimulatedPbx;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who answer for agents take part in their calls, write to them and move those who wait, and nobody else does. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class CoachingTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SUPPORT = "4008001000";
    private static final String TEAM = "coach-north";
    private static final String AGENT = "1013";
    private static final String COACH = "1014";
    private static final String CALLER = "13877770001";

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

    @TestHTTPResource("/api/v1/desk")
    URI desk;

    private UUID agent = new UUID(0, 0);

    @BeforeEach
    void anAgentAndACoach() {
        await().atMost(LIMIT).until(() -> link.current().state() == LinkState.UP);
        pbx.clear();
        agent = people.ensure("coach-agent", Role.AGENT, TEAM, AGENT);
        people.ensure("coach-lead", Role.SUPERVISOR, TEAM, COACH);
        pool.preparedQuery(
                        "insert into queue_member select id, $1 from queue where name in ('support', 'sales') on conflict do nothing")
                .execute(Tuple.of(agent))
                .chain(agents::membersChanged)
                .await()
                .atMost(LIMIT);
        state("available");
    }

    @AfterEach
    void home() {
        pbx.clear();
        state("offline");
    }

    @Test
    void a_coach_listens_whispers_and_leaves_and_the_call_goes_on() {
        try (LiveClient coach = page("coach-lead", Role.SUPERVISOR);
                LiveClient coached = page("coach-agent", Role.AGENT)) {
            String call = talk();
            act(call, "listen").statusCode(202);
            await().atMost(LIMIT).until(() -> pbx.rings(COACH));
            await().atMost(LIMIT).until(() -> "ringing".equals(own(coach).getString("state")));
            pbx.answer(COACH);
            await().atMost(LIMIT).until(() -> "running".equals(own(coach).getString("state")));
            assertThat(own(coach).getString("agent")).isEqualTo(AGENT);
            assertThat(own(coach).getString("callId")).isEqualTo(call);
            assertThat(own(coach).getString("mode")).isEqualTo("listen");
            stateOf(COACH, "on-call");
            // The agent is not shown who only listens.
            assertThat(coached.received("coaching"))
                    .allSatisfy(told -> assertThat(told.getJsonArray("with")).isEmpty());

            act(call, "listen").statusCode(409).body("code", equalTo("coaching-already"));
            act(call, "whisper").statusCode(202);
            await().atMost(LIMIT).until(() -> "whisper".equals(own(coach).getString("mode")));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(coached.received("coaching"))
                            .anySatisfy(told -> assertThat(told.getJsonArray("with"))
                                    .singleElement()
                                    .satisfies(one -> assertThat(((JsonObject) one).getString("coachName"))
                                            .isEqualTo("Name of coach-lead"))));
            lead().get("/api/v1/board")
                    .then()
                    .body("agents.find { it.extension == '" + AGENT + "' }.coaches.mode", equalTo(List.of("whisper")));

            lead().delete("/api/v1/coaching").then().statusCode(202);
            await().atMost(LIMIT)
                    .until(() -> coach.received("coaching").getLast().getJsonObject("own") == null);
            stateOf(COACH, "offline");
            stateOf(AGENT, "on-call");
            noCallOfCoaches();
            audited(call, "listened-in", AGENT);
            audited(call, "whispered", AGENT);
        }
    }

    @Test
    void the_coachs_part_ends_with_the_agents() {
        String call = talk();
        act(call, "barge").statusCode(202);
        await().atMost(LIMIT).until(() -> pbx.rings(COACH));
        pbx.answer(COACH);
        await().atMost(LIMIT).untilAsserted(() -> mine().body("state", hasItem("running")));
        pbx.callerHangsUp(call);
        await().atMost(LIMIT).untilAsserted(() -> mine().body("", hasSize(0)));
        stateOf(COACH, "offline");
        act(call, "listen").statusCode(409).body("code", equalTo("call-ended"));
    }

    @Test
    void the_customer_comes_to_who_takes_the_call_over() {
        String call = talk();
        act(call, "listen").statusCode(202);
        await().atMost(LIMIT).until(() -> pbx.rings(COACH));
        pbx.answer(COACH);
        await().atMost(LIMIT).untilAsserted(() -> mine().body("state", hasItem("running")));
        act(call, "take-over").statusCode(202);
        await().atMost(LIMIT).until(() -> pbx.rings(COACH));
        pbx.answer(COACH);
        stateOf(AGENT, "wrap-up");
        stateOf(COACH, "on-call");
        pbx.hangUp(COACH);
        await().atMost(LIMIT)
                .untilAsserted(() -> boss().get("/api/v1/calls/" + call)
                        .then()
                        .statusCode(200)
                        .body("segments.agent", equalTo(List.of(AGENT, COACH)))
                        .body("outcome", equalTo("answered")));
        audited(call, "took-over", COACH);
    }

    @Test
    void another_teams_call_is_none_of_ones_business() {
        String call = talk();
        RequestSpecification south = people.as("coach-south", Role.SUPERVISOR, "coach-south");
        for (String action : List.of("listen", "whisper", "barge", "take-over")) {
            south.contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/v1/calls/" + call + "/" + action)
                    .then()
                    .statusCode(403);
        }
        people.as("coach-agent", Role.AGENT)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/calls/" + call + "/listen")
                .then()
                .statusCode(403);
        people.as("coach-boss", Role.ADMINISTRATOR)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/calls/" + call + "/listen")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-phone"));
        act("pbx1-never.1", "listen").statusCode(404);
        lead().contentType(ContentType.JSON)
                .body(Map.of("agent", "1013,qBES\r\nAction: x"))
                .post("/api/v1/calls/" + call + "/listen")
                .then()
                .statusCode(422);
    }

    @Test
    void a_message_comes_to_the_agents_desk_and_is_kept() {
        String text = "Offer <b>10 %</b>\n{{name}} $t(x)";
        try (LiveClient coached = page("coach-agent", Role.AGENT)) {
            String id =
                    message("coach-lead", TEAM, text).statusCode(201).extract().path("id");
            await().atMost(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(coached.received("notice")).anySatisfy(notice -> {
                        assertThat(notice.getString("code")).isEqualTo("message");
                        assertThat(notice.getJsonObject("params").getString("text"))
                                .isEqualTo(text);
                        assertThat(notice.getJsonObject("params").getString("by"))
                                .isEqualTo("Name of coach-lead");
                    }));
            people.as("coach-agent", Role.AGENT)
                    .get("/api/v1/agents/me/messages")
                    .then()
                    .statusCode(200)
                    .body("[0].id", equalTo(id))
                    .body("[0].text", equalTo(text));
            String noted = pool.preparedQuery(
                            "select details::text from audit_entry where action = 'messaged' and ref_id = $1 order by at desc limit 1")
                    .execute(Tuple.of(agent.toString()))
                    .await()
                    .atMost(LIMIT)
                    .iterator()
                    .next()
                    .getString(0);
            assertThat(noted).doesNotContain("Offer");
        }
        message("coach-south", "coach-south", text).statusCode(403);
        message("coach-lead", TEAM, " \n ").statusCode(422);
        message("coach-lead", TEAM, "x".repeat(501)).statusCode(422);
        message("coach-lead", TEAM, "bell \u0007").statusCode(422);
    }

    @Test
    void who_waits_is_moved_and_put_first() {
        state("offline");
        String first = pbx.callIn(CALLER, null, SUPPORT);
        String second = pbx.callIn("13877770002", null, SUPPORT);
        await().atMost(LIMIT).untilAsserted(() -> waiting("support", 2));
        move(first, "nowhere").statusCode(422);
        move(first, "support").statusCode(409).body("code", equalTo("same-queue"));
        move(first, "sales").statusCode(409).body("code", equalTo("queue-closed"));
        act(second, "to-front").statusCode(202);
        state("available");
        await().atMost(LIMIT).until(() -> pbx.rings(AGENT));
        pbx.answer(AGENT);
        await().atMost(LIMIT)
                .untilAsserted(() -> boss().get("/api/v1/board")
                        .then()
                        .body("agents.find { it.extension == '" + AGENT + "' }.call.call.id", equalTo(second)));
        move(first, "sales").statusCode(202);
        await().atMost(LIMIT).untilAsserted(() -> waiting("sales", 1));
        pbx.callerHangsUp(first);
        await().atMost(LIMIT)
                .untilAsserted(() -> boss().get("/api/v1/calls/" + first)
                        .then()
                        .body("visits.queue", equalTo(List.of("support", "sales")))
                        .body("visits[0].outcome", equalTo("overflowed"))
                        .body("visits[1].outcome", equalTo("abandoned")));
        act(first, "to-front").statusCode(409);
    }

    private void waiting(String queue, int count) {
        boss().get("/api/v1/board")
                .then()
                .body("queues.find { it.name == '" + queue + "' }.waitingCount", equalTo(count));
    }

    /** The agent talks to a customer; the call's id. */
    private String talk() {
        String call = pbx.callIn(CALLER, null, SUPPORT);
        await().atMost(LIMIT).until(() -> pbx.rings(AGENT));
        pbx.answer(AGENT);
        stateOf(AGENT, "on-call");
        return call;
    }

    private ValidatableResponse act(String call, String action) {
        return lead().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/calls/" + call + "/" + action)
                .then();
    }

    private ValidatableResponse move(String call, String queue) {
        return lead().contentType(ContentType.JSON)
                .body(Map.of("queue", queue))
                .post("/api/v1/calls/" + call + "/move")
                .then();
    }

    private ValidatableResponse message(String who, String team, String text) {
        return people.as(who, Role.SUPERVISOR, team)
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post("/api/v1/agents/" + agent + "/messages")
                .then();
    }

    private ValidatableResponse mine() {
        return lead().get("/api/v1/coaching").then().statusCode(200);
    }

    private static JsonObject own(LiveClient page) {
        return page.received("coaching").stream()
                .map(told -> told.getJsonObject("own", new JsonObject()))
                .reduce((one, next) -> next)
                .map(own -> own == null ? new JsonObject() : own)
                .orElse(new JsonObject());
    }

    private LiveClient page(String who, Role role) {
        LiveClient page = LiveClient.open(desk, people.token(who, role, TEAM));
        await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
        return page;
    }

    private void stateOf(String extension, String state) {
        await().atMost(LIMIT)
                .untilAsserted(() -> boss().get("/api/v1/agents")
                        .then()
                        .body("find { it.extension == '" + extension + "' }.state", equalTo(state)));
    }

    /** What a coach does is no call. */
    private void noCallOfCoaches() {
        long calls = pool.query("select count(*) from call where id like 'coach-%'")
                .execute()
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong(0);
        assertThat(calls).isZero();
    }

    private void audited(String call, String action, String agentAfter) {
        long rows = pool.preparedQuery(
                        "select count(*) from audit_entry where kind = 'call' and ref_id = $1 and action = $2 and details->'values'->'agent'->>'after' = $3")
                .execute(Tuple.of(call, action, agentAfter))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong(0);
        assertThat(rows).isEqualTo(1);
    }

    private RequestSpecification lead() {
        return people.as("coach-lead", Role.SUPERVISOR, TEAM);
    }

    private RequestSpecification boss() {
        return people.as("coach-boss", Role.ADMINISTRATOR);
    }

    private void state(String state) {
        await().atMost(LIMIT)
                .untilAsserted(() -> people.as("coach-agent", Role.AGENT)
                        .contentType(ContentType.JSON)
                        .body(Map.of("state", state))
                        .put("/api/v1/agents/me/state")
                        .then()
                        .statusCode(200));
    }
}
