package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
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
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To whom a call may be handed: the service says beforehand, and refuses by the same measure. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@TestProfile(WithFakePbx.class)
class HandingOverTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String EXTENSION = "1076";
    private static final String COLLEAGUE = "1078";

    @Inject
    People people;

    @Inject
    DeskNews news;

    @Inject
    Agents agents;

    @Inject
    PbxSays says;

    @TestHTTPResource("/api/v1/desk")
    URI desk;

    private final String call = "rest-handing-" + UUID.randomUUID();
    private String token = "";

    @BeforeEach
    void anAgent() {
        people.ensure("rest-handing", Role.AGENT, null, EXTENSION);
        token = people.token("rest-handing", Role.AGENT, null);
        agents.membersChanged().await().atMost(LIMIT);
    }

    @AfterEach
    void linkDown() {
        says.linkDown();
    }

    @Test
    void a_caller_is_handed_to_nobody_who_would_not_take_the_call() {
        String queue = "reach" + UUID.randomUUID().toString().substring(0, 8);
        UUID colleague = people.ensure("rest-colleague", Role.AGENT, null, COLLEAGUE);
        String did = "4008%06d".formatted(Math.floorMod(queue.hashCode(), 1_000_000));
        people.as("rest-admin", Role.ADMINISTRATOR)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        queue,
                        "label",
                        "Reach",
                        "dids",
                        List.of(Map.of("number", did, "region", "CN")),
                        "members",
                        List.of(colleague.toString())))
                .post("/api/v1/queues")
                .then()
                .statusCode(201);
        says.linkUp();
        state("offline");
        try (LiveClient page = open()) {
            talks();
            unreachable(queue, "closed");
            unreachable(did, "closed");
            target(queue).body("unreachable", equalTo("closed")).body("atWork", equalTo(0));
            state("available");
            target(queue).body("unreachable", nullValue()).body("free", equalTo(1));
            target(COLLEAGUE).body("unreachable", nullValue()).body("state", equalTo("available"));
            // The PBX is away, so it is not done; but it would be.
            for (String to : List.of(queue, did, COLLEAGUE, "110", "13900002222")) {
                transfer(to).statusCode(503).body("code", equalTo("pbx-unavailable"));
            }
            says.member(queue, COLLEAGUE, false);
            await().atMost(LIMIT).untilAsserted(() -> target(COLLEAGUE).body("unreachable", equalTo("phone")));
            unreachable(COLLEAGUE, "phone");
            unreachable(queue, "closed");
            assertThat(page.over()).isFalse();
        } finally {
            state("offline");
        }
    }

    private LiveClient open() {
        LiveClient page = LiveClient.open(desk, token);
        await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
        return page;
    }

    private void talks() {
        news.on(TalkingCall.taken(call, EXTENSION));
    }

    private void unreachable(String to, String why) {
        transfer(to)
                .statusCode(409)
                .body("code", equalTo("target-unreachable"))
                .body("params.why", equalTo(why))
                .body("params.kind", equalTo(why.equals("phone") ? "colleague" : "queue"));
    }

    private ValidatableResponse transfer(String to) {
        return me().contentType(ContentType.JSON)
                .body(Map.of("to", to))
                .post("/api/v1/calls/" + call + "/transfer")
                .then();
    }

    private ValidatableResponse target(String to) {
        return me().get("/api/v1/calls/targets").then().statusCode(200).rootPath("find { it.to == '" + to + "' }");
    }

    private void state(String state) {
        people.as("rest-colleague", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(Map.of("state", state))
                .put("/api/v1/agents/me/state")
                .then()
                .statusCode(200);
    }

    private RequestSpecification me() {
        return people.as("rest-handing", Role.AGENT);
    }
}
