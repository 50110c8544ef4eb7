package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.LiveClient;
import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.Agents;
import dev.trunkline.acd.PbxSays;
import dev.trunkline.acd.WithFakePbx;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who answers for agents sees what they are doing, and ends a wrap-up. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@TestProfile(WithFakePbx.class)
class SupervisedAgentsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String TEAM = "steer-north";
    private static final String LIST = "/api/v1/agents/supervised";

    @Inject
    People people;

    @Inject
    PbxSays says;

    @Inject
    Agents agents;

    @Inject
    Pool pool;

    @TestHTTPResource("/api/v1/agents/supervised/live")
    URI live;

    @TestHTTPResource("/api/v1/desk")
    URI desk;

    private UUID userId;

    @BeforeEach
    void anAvailableAgentOfSupport() {
        userId = people.ensure("steer-agent", Role.AGENT, TEAM, "1074");
        people.ensure("steer-second", Role.AGENT, TEAM, "1075");
        pool.preparedQuery(
                        "insert into queue_member select id, $1 from queue where name = 'support' on conflict do nothing")
                .execute(Tuple.of(userId))
                .chain(agents::membersChanged)
                .await()
                .atMost(LIMIT);
        says.linkUp();
        wish("available");
    }

    @AfterEach
    void signOut() {
        wish("offline");
        says.linkDown();
    }

    @Test
    void everybody_is_listed_and_ones_own_team_can_be_steered() {
        lead().queryParam("q", "steer-agent")
                .get(LIST)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].userId", equalTo(userId.toString()))
                .body("items[0].extension", equalTo("1074"))
                .body("items[0].teamName", equalTo(TEAM))
                .body("items[0].queues", equalTo(List.of("support")))
                .body("items[0].state.state", equalTo("available"))
                .body("items[0].state.phoneReachable", equalTo(true))
                .body("items[0].call", nullValue())
                .body("items[0].steerable", equalTo(true));
        people.as("steer-south", Role.SUPERVISOR, "steer-south")
                .queryParam("q", "1074")
                .get(LIST)
                .then()
                .body("items.steerable", equalTo(List.of(false)));
        people.as("steer-boss", Role.ADMINISTRATOR)
                .queryParam("q", "1074")
                .get(LIST)
                .then()
                .body("items.steerable", equalTo(List.of(true)));
        people.as("steer-agent", Role.AGENT).get(LIST).then().statusCode(403);
    }

    @Test
    void the_list_is_narrowed_sorted_and_paged() {
        lead().queryParam("team", "mine")
                .queryParam("sort", "-extension")
                .get(LIST)
                .then()
                .body("items.extension", equalTo(List.of("1075", "1074")));
        String next = lead().queryParam("team", "mine")
                .queryParam("limit", 1)
                .get(LIST)
                .then()
                .body("total", equalTo(2))
                .body("items.extension", equalTo(List.of("1074")))
                .extract()
                .path("next");
        lead().queryParam("team", "mine")
                .queryParam("cursor", next)
                .get(LIST)
                .then()
                .body("items.extension", equalTo(List.of("1075")))
                .body("next", nullValue());
        lead().queryParam("state", "available,ringing")
                .queryParam("queue", "support")
                .get(LIST)
                .then()
                .body("items.extension", hasItem("1074"))
                .body("items.extension", not(hasItem("1075")));
        says.member("support", "1074", false);
        await().atMost(LIMIT)
                .untilAsserted(() -> lead().queryParam("phone", "unreachable")
                        .get(LIST)
                        .then()
                        .body("items.extension", hasItem("1074")));
        says.member("support", "1074", true);
        lead().queryParam("state", "asleep").get(LIST).then().statusCode(422);
        lead().queryParam("phone", "red").get(LIST).then().statusCode(422);
        lead().queryParam("sort", "shoeSize").get(LIST).then().statusCode(422);
        lead().queryParam("cursor", "forged").get(LIST).then().statusCode(400);
    }

    @Test
    void a_wrap_up_is_ended_for_the_agent_who_is_told() {
        String token = people.token("steer-agent", Role.AGENT, TEAM);
        try (LiveClient page = LiveClient.open(desk, token)) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            endWrapUp("steer-lead", TEAM).statusCode(409).body("code", equalTo("not-in-wrap-up"));
            String call = "steer-" + UUID.randomUUID();
            says.talk(call, "support", "1074");
            says.talkOver(call, "support", "1074");
            await().atMost(LIMIT)
                    .untilAsserted(() -> lead().queryParam("q", "1074")
                            .get(LIST)
                            .then()
                            .body("items[0].state.state", equalTo("wrap-up"))
                            .body("items[0].state.wrapUpUntil", notNullValue()));
            endWrapUp("steer-south", "steer-south").statusCode(403);
            endWrapUp("steer-lead", TEAM).statusCode(200).body("state", equalTo("available"));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(page.received("notice"))
                            .anySatisfy(notice ->
                                    assertThat(notice.getString("code")).isEqualTo("forced-wrap-up")));
        }
    }

    @Test
    void each_change_is_told_to_who_watches() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(live)
                .header("Authorization", "Bearer " + people.token("steer-lead", Role.SUPERVISOR, TEAM))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        try (Stream<String> lines = answer.body()) {
            Iterator<String> news =
                    lines.filter(line -> line.startsWith("data:")).iterator();
            // One at the beginning, one of the first look; the third comes of the change.
            assertThat(news.next()).contains("\"at\"");
            assertThat(news.next()).contains("\"at\"");
            wish("break");
            assertThat(news.next()).contains("\"at\"");
        }
        people.as("steer-agent", Role.AGENT).get(live).then().statusCode(403);
    }

    private ValidatableResponse endWrapUp(String who, String team) {
        return people.as(who, Role.SUPERVISOR, team)
                .delete("/api/v1/agents/" + userId + "/wrap-up")
                .then();
    }

    private RequestSpecification lead() {
        return people.as("steer-lead", Role.SUPERVISOR, TEAM);
    }

    private void wish(String state) {
        people.as("steer-agent", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(state.equals("break") ? Map.of("state", state, "reason", "tea") : Map.of("state", state))
                .put("/api/v1/agents/me/state")
                .then()
                .statusCode(200);
    }
}
