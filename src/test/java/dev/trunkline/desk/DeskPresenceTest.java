package dev.trunkline.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.LiveClient;
import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.Agents;
import dev.trunkline.acd.FakePbx;
import dev.trunkline.acd.PbxSays;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent's state is true: it goes with the page, the phone, the session, and those who answer for the agent. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@TestProfile(ShortGrace.class)
class DeskPresenceTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String EXTENSION = "1067";
    private static final String TEAM = "presence-north";

    @Inject
    People people;

    @Inject
    FakePbx pbx;

    @Inject
    PbxSays says;

    @Inject
    Agents agents;

    @Inject
    Pool pool;

    @TestHTTPResource("/api/v1/desk")
    URI desk;

    private UUID userId;
    private String token = "";

    @BeforeEach
    void anAvailableAgentOfSupport() {
        userId = people.ensure("presence-agent", Role.AGENT, TEAM, EXTENSION);
        token = People.signIn("presence-agent");
        pool.preparedQuery(
                        "insert into queue_member select id, $1 from queue where name = 'support' on conflict do nothing")
                .execute(Tuple.of(userId))
                .chain(agents::membersChanged)
                .await()
                .atMost(LIMIT);
        says.linkUp();
        wish("available").statusCode(200);
        pbx.forget();
    }

    @AfterEach
    void signOut() {
        endSession(token);
        says.linkDown();
    }

    @Test
    void who_signs_out_leaves_the_queues() {
        endSession(token);
        token = People.signIn("presence-agent");
        awaitState("offline");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(pbx.told()).contains("leave support 1067"));
    }

    @Test
    void who_signs_out_in_a_call_is_offline_after_it() {
        says.talk("presence-1", "support", EXTENSION);
        awaitState("on-call");
        endSession(token);
        token = People.signIn("presence-agent");
        awaitState("on-call").body("next", equalTo("offline"));
        says.talkOver("presence-1", "support", EXTENSION);
        awaitState("wrap-up").body("next", equalTo("offline"));
        agents.wrapUpDone(userId, "presence-1").await().atMost(LIMIT);
        awaitState("offline");
    }

    @Test
    void a_session_that_has_not_the_desk_takes_it_from_nobody_by_signing_out() {
        String other = People.signIn("presence-agent");
        try (LiveClient page = LiveClient.open(desk, token)) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            endSession(other);
            // Signing out and this wish go the same way, one after the other.
            wish("available").body("state", equalTo("available"));
            assertThat(page.over()).isFalse();
        }
    }

    @Test
    void a_page_that_stays_away_sets_the_agent_aside_in_the_open() {
        try (LiveClient page = LiveClient.open(desk, token)) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            await().atMost(LIMIT).until(() -> kept("page_open"));
        }
        await().atMost(LIMIT).until(() -> kept("page_gone_at is not null"));
        awaitState("break").body("reason", equalTo("away")).body("goneSince", notNullValue());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(pbx.told()).contains("pause 1067 away"));

        try (LiveClient page = LiveClient.open(desk, token)) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            assertThat(page.received("snapshot")
                            .getFirst()
                            .getJsonObject("agent")
                            .getString("goneSince"))
                    .isNotNull();
            wish("available").body("state", equalTo("available")).body("goneSince", nullValue());
        }
    }

    @Test
    void a_page_gone_in_a_call_leaves_the_call_alone() {
        try (LiveClient page = LiveClient.open(desk, token)) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            says.talk("presence-2", "support", EXTENSION);
            awaitState("on-call");
        }
        await().atMost(LIMIT).untilAsserted(() -> state().body("nextReason", equalTo("away")));
        state().body("state", equalTo("on-call"));
        says.talkOver("presence-2", "support", EXTENSION);
        awaitState("wrap-up").body("next", equalTo("break"));
        agents.wrapUpDone(userId, "presence-2").await().atMost(LIMIT);
        awaitState("break").body("reason", equalTo("away"));
    }

    @Test
    void an_agent_without_a_page_of_old_is_not_missed_and_a_phone_is() {
        says.member("support", EXTENSION, true);
        state().body("phoneReachable", equalTo(true));
        says.member("support", EXTENSION, false);
        await().atMost(LIMIT).untilAsserted(() -> state().body("phoneReachable", equalTo(false)));
        people.as("presence-boss", Role.ADMINISTRATOR)
                .get("/api/v1/agents")
                .then()
                .body("find { it.extension == '1067' }.phoneReachable", equalTo(false));
        awaitState("break").body("reason", equalTo("phone")).body("goneSince", notNullValue());

        // Back in time counts for nothing by itself; a wish waits for the phone once more.
        wish("available").body("state", equalTo("available")).body("phoneReachable", equalTo(false));
        awaitState("break").body("reason", equalTo("phone"));
        says.member("support", EXTENSION, true);
        await().atMost(LIMIT).untilAsserted(() -> state().body("phoneReachable", equalTo(true)));
        state().body("state", equalTo("break"));
    }

    @Test
    void another_session_takes_the_desk_over_in_the_open() {
        try (LiveClient first = LiveClient.open(desk, token);
                LiveClient tab = LiveClient.open(desk, token)) {
            await().atMost(LIMIT).until(() -> !tab.received("snapshot").isEmpty());
            assertThat(first.over()).isFalse();
            String other = People.signIn("presence-agent");
            try (LiveClient second = LiveClient.open(desk, other)) {
                await().atMost(LIMIT).until(() -> first.over() && tab.over());
                assertThat(first.closedWith()).isEqualTo(4409);
                assertThat(tab.closedWith()).isEqualTo(4409);
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(second.received("notice"))
                                .anyMatch(notice -> "desk-taken-over".equals(notice.getString("code"))));
                assertThat(second.over()).isFalse();
                state().body("state", equalTo("available"));

                endSession(other);
                await().atMost(LIMIT).until(second::over);
                assertThat(second.closedWith()).isEqualTo(4401);
                awaitState("offline");
            }
        }
    }

    @Test
    void who_is_given_an_extension_reads_nothing_that_was_told_to_the_one_before() {
        UUID before = people.ensure("presence-before", Role.AGENT, TEAM, "1068");
        long told;
        try (LiveClient page = LiveClient.open(desk, People.signIn("presence-before"))) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            page.say(new JsonObject().put("type", "hello"));
            await().atMost(LIMIT).until(() -> !page.received("notice").isEmpty());
            told = page.received("notice").getLast().getLong("seq");
        }
        String user = "/api/v1/users/" + before;
        people.as("presence-boss", Role.ADMINISTRATOR)
                .contentType(ContentType.JSON)
                .header(
                        "If-Match",
                        people.as("presence-boss", Role.ADMINISTRATOR).get(user).header("ETag"))
                .body(Collections.singletonMap("extension", null))
                .patch(user)
                .then()
                .statusCode(200);
        people.ensure("presence-after", Role.AGENT, TEAM, "1068");
        try (LiveClient page = LiveClient.open(desk, People.signIn("presence-after"))) {
            page.resume(told - 1);
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            assertThat(page.received("notice")).isEmpty();
        }
    }

    @Test
    void who_answers_for_the_agent_sets_the_state_and_the_agent_is_told() {
        try (LiveClient page = LiveClient.open(desk, token)) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            force("presence-lead", Role.SUPERVISOR, TEAM, "break", "training")
                    .statusCode(200)
                    .body("state", equalTo("break"))
                    .body("reason", equalTo("training"));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(page.received("notice")).anySatisfy(notice -> {
                        assertThat(notice.getString("code")).isEqualTo("forced-break");
                        assertThat(notice.getJsonObject("params").getString("by"))
                                .isEqualTo("Name of presence-lead");
                    }));
            people.as("presence-boss", Role.ADMINISTRATOR)
                    .get("/api/v1/audit?q=presence-lead&limit=50")
                    .then()
                    .statusCode(200)
                    .body("items.action", hasItem("forced"));
            force("presence-boss", Role.ADMINISTRATOR, null, "offline", null)
                    .statusCode(200)
                    .body("state", equalTo("offline"));
        }
    }

    @Test
    void nobody_else_does() {
        force("presence-south", Role.SUPERVISOR, "presence-south", "offline", null)
                .statusCode(403);
        force("presence-stray", Role.SUPERVISOR, null, "offline", null).statusCode(403);
        force("presence-peer", Role.AGENT, TEAM, "offline", null).statusCode(403);
        force("presence-boss", Role.ADMINISTRATOR, null, "wrap-up", null).statusCode(422);
        force("presence-boss", Role.ADMINISTRATOR, null, "on-call", null).statusCode(409);
        force("presence-boss", Role.ADMINISTRATOR, null, "break", "away").statusCode(422);
        people.as("presence-boss", Role.ADMINISTRATOR)
                .contentType(ContentType.JSON)
                .body(Map.of("state", "offline"))
                .put("/api/v1/agents/" + UUID.randomUUID() + "/state")
                .then()
                .statusCode(404);
        state().body("state", equalTo("available"));
    }

    /** What a restart of the service would find. */
    private boolean kept(String what) {
        return pool.preparedQuery("select " + what + " as found from agent_state where user_id = $1")
                .execute(Tuple.of(userId))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getBoolean("found");
    }

    private ValidatableResponse force(
            String who, Role role, @Nullable String team, String state, @Nullable String reason) {
        Map<String, Object> body = reason == null ? Map.of("state", state) : Map.of("state", state, "reason", reason);
        return people.as(who, role, team)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/agents/" + userId + "/state")
                .then();
    }

    private ValidatableResponse wish(String state) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("state", state))
                .put("/api/v1/agents/me/state")
                .then();
    }

    private ValidatableResponse state() {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/agents/me/state")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse awaitState(String state) {
        await().atMost(LIMIT).untilAsserted(() -> state().body("state", equalTo(state)));
        return state();
    }

    private static void endSession(String token) {
        given().auth().oauth2(token).delete("/api/v1/session").then().statusCode(204);
    }
}
