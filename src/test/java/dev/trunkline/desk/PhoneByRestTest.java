package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.trunkline.LiveClient;
import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.Agents;
import dev.trunkline.acd.WithFakePbx;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent's call is steered by a program: what only the phone can do, the page that is the phone is asked for. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@TestProfile(WithFakePbx.class)
class PhoneByRestTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String EXTENSION = "1077";

    @Inject
    People people;

    @Inject
    DeskNews news;

    @Inject
    Agents agents;

    @TestHTTPResource("/api/v1/desk")
    URI desk;

    private final String call = "rest-phone-" + UUID.randomUUID();
    private String token = "";

    @BeforeEach
    void aPhoneInThePage() {
        people.ensure("rest-phone", Role.AGENT, null, EXTENSION);
        token = people.token("rest-phone", Role.AGENT, null);
        agents.membersChanged().await().atMost(LIMIT);
        mode("browser");
    }

    @Test
    void the_page_does_it_and_answers() {
        try (LiveClient page = open()) {
            talks();
            CompletableFuture<ValidatableResponse> asked = CompletableFuture.supplyAsync(() -> act("hold"));
            JsonObject question = question(page);
            assertThat(question.getString("action")).isEqualTo("hold");
            assertThat(question.getString("callId")).isEqualTo(call);
            assertThat(Instant.parse(question.getString("until"))).isAfter(Instant.parse(question.getString("at")));
            page.say(new JsonObject().put("type", "phone").put("ask", "another"));
            page.say(new JsonObject().put("type", "phone").put("ask", question.getString("ask")));
            asked.join().statusCode(202);
        }
    }

    @Test
    void why_the_page_cannot_is_told() {
        try (LiveClient page = open()) {
            talks();
            refusedBy(page, "not-now").body("code", equalTo("not-now"));
            refusedBy(page, "<b>whatever</b>").body("code", equalTo("phone-failed"));
        }
    }

    @Test
    void a_page_that_is_silent_or_gone_is_not_waited_for_long() {
        try (LiveClient page = open()) {
            talks();
            act("mute").statusCode(409).body("code", equalTo("phone-silent")).body("params.action", equalTo("mute"));
            act("answer").statusCode(409).body("code", equalTo("not-now"));
        }
        await().atMost(LIMIT).untilAsserted(() -> act("hold").statusCode(409).body("code", equalTo("phone-gone")));
    }

    @Test
    void a_desk_phone_has_keys_of_its_own() {
        mode("desk");
        try (LiveClient page = open()) {
            talks();
            act("hold").statusCode(409).body("code", equalTo("of-the-phone"));
            assertThat(page.received("phone")).isEmpty();
        }
    }

    private ValidatableResponse refusedBy(LiveClient page, String problem) {
        int before = page.received("phone").size();
        CompletableFuture<ValidatableResponse> asked = CompletableFuture.supplyAsync(() -> act("mute"));
        await().atMost(LIMIT).until(() -> page.received("phone").size() > before);
        page.say(new JsonObject()
                .put("type", "phone")
                .put("ask", page.received("phone").getLast().getString("ask"))
                .put("problem", problem));
        return asked.join().statusCode(409);
    }

    private static JsonObject question(LiveClient page) {
        await().atMost(LIMIT).until(() -> !page.received("phone").isEmpty());
        return page.received("phone").getFirst();
    }

    private LiveClient open() {
        LiveClient page = LiveClient.open(desk, token);
        await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
        return page;
    }

    private void talks() {
        news.on(TalkingCall.taken(call, EXTENSION));
    }

    private ValidatableResponse act(String action) {
        return me().contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/calls/" + call + "/" + action)
                .then();
    }

    private void mode(String mode) {
        me().contentType(ContentType.JSON)
                .body(Map.of("mode", mode))
                .put("/api/v1/phone/mode")
                .then()
                .statusCode(200);
    }

    private RequestSpecification me() {
        return people.as("rest-phone", Role.AGENT);
    }
}
