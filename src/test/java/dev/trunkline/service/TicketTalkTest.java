package dev.trunkline.service;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said and done about a ticket, by whom, and who may know. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class TicketTalkTest {
    private static final String TICKETS = "/api/v1/tickets";

    @Inject
    People people;

    @Test
    void whatWasSaidStandsAsTypedTheNewestLast() {
        String id = ticket("Talk");
        String script = "  <script>alert(1)</script>\r\n**fett** 迟到 😀 ";
        say(agent(), id, Map.of("body", script))
                .statusCode(200)
                .body("body", equalTo(script))
                .body("internal", equalTo(false))
                .body("authorName", equalTo("Name of talk-agent"));
        say(colleague(), id, Map.of("body", "Kulanz?", "internal", true)).statusCode(200);
        say(agent(), id, Map.of("body", "third")).statusCode(200);

        comments(id)
                .body("total", equalTo(3))
                .body("items.body", contains(script, "Kulanz?", "third"))
                .body("items.internal", contains(false, true, false))
                .body("items[1].authorName", equalTo("Name of talk-colleague"));
        String next = agent().queryParam("limit", 2)
                .get(TICKETS + "/" + id + "/comments")
                .then()
                .body("items.body", contains(script, "Kulanz?"))
                .extract()
                .path("next");
        agent().queryParam("limit", 2)
                .queryParam("cursor", next)
                .get(TICKETS + "/" + id + "/comments")
                .then()
                .body("items.body", contains("third"))
                .body("next", nullValue());
        agent().queryParam("sort", "-at")
                .get(TICKETS + "/" + id + "/comments")
                .then()
                .body("items.body", contains("third", "Kulanz?", script));
    }

    @Test
    void whatIsNotToBeSaidIsRefused() {
        String id = ticket("Refusals");
        for (String body : List.of("x".repeat(20_001), "x".repeat(1 << 20), "", " \n ")) {
            say(agent(), id, Map.of("body", body)).statusCode(422).body("errors[0].field", equalTo("body"));
        }
        say(agent(), id, Map.of("internal", true)).statusCode(422);
        say(agent(), id, Map.of("body", "a\u0000b")).statusCode(400).body("code", equalTo("bad-text"));
        say(agent(), id, Map.of("body", "x".repeat(20_000))).statusCode(200);
        say(agent(), UUID.randomUUID().toString(), Map.of("body", "x")).statusCode(404);
        comments(id).body("total", equalTo(1));
    }

    @Test
    void whoDoesNotSeeATicketSeesNothingOfIt() {
        String id = ticket("Not yours");
        RequestSpecification stranger = people.as("talk-stranger", Role.AGENT, "another-team");
        say(stranger, id, Map.of("body", "x")).statusCode(404);
        for (String what : List.of("/comments", "/history")) {
            people.as("talk-stranger", Role.AGENT, "another-team")
                    .get(TICKETS + "/" + id + what)
                    .then()
                    .statusCode(404);
            people.as("talk-omar", Role.CAMPAIGN_MANAGER)
                    .get(TICKETS + "/" + id + what)
                    .then()
                    .statusCode(403);
        }
        people.as("talk-stranger", Role.AGENT, "another-team")
                .put(TICKETS + "/" + id + "/watch")
                .then()
                .statusCode(404);
        comments(id).body("total", equalTo(0));
    }

    @Test
    void theHistorySaysWhoChangedWhat() {
        String id = ticket("History");
        patch(id, 0, Map.of("status", "pending", "subject", "Another")).statusCode(200);
        say(agent(), id, Map.of("body", "not a change")).statusCode(200);
        agent().get(TICKETS + "/" + id + "/history")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.action", contains("created", "changed"))
                .body("items[1].actorName", equalTo("Name of talk-agent"))
                .body("items[1].details.values.status.before", equalTo("open"))
                .body("items[1].details.values.status.after", equalTo("pending"))
                .body("items[1].details.values.subject", nullValue())
                .body("items[1].details.fields", contains("status", "subject"));
    }

    @Test
    void whoTakesATicketSecondIsToldSo() {
        String id = ticket("Take");
        patch(id, 0, "{\"assignee\": null}").statusCode(200);
        UUID colleague = people.ensure("talk-colleague", Role.AGENT, "talk-team", null);
        patch(id, 1, Map.of("assignee", colleague.toString())).statusCode(200);
        patch(id, 1, Map.of("assignee", colleague.toString())).statusCode(412).body("code", equalTo("stale"));
    }

    @Test
    void watchingIsEachReadersOwn() {
        String id = ticket("Watch");
        agent().get(TICKETS + "/" + id).then().body("watching", equalTo(false));
        for (int i = 0; i < 2; i++) {
            agent().put(TICKETS + "/" + id + "/watch").then().statusCode(204);
        }
        agent().get(TICKETS + "/" + id).then().body("watching", equalTo(true));
        colleague().get(TICKETS + "/" + id).then().body("watching", equalTo(false));
        agent().queryParam("q", "Watch")
                .get(TICKETS)
                .then()
                .body("items.find { it.id == '" + id + "' }.watching", equalTo(true));
        agent().delete(TICKETS + "/" + id + "/watch").then().statusCode(204);
        agent().get(TICKETS + "/" + id).then().body("watching", equalTo(false));
    }

    @Test
    void twoTicketsBecomeOne() {
        String gone = ticket("Merged");
        String stays = ticket("Stays");
        int number = agent().get(TICKETS + "/" + stays).then().extract().path("number");
        say(agent(), gone, Map.of("body", "said before")).statusCode(200);
        agent().put(TICKETS + "/" + gone + "/watch").then().statusCode(204);
        merge(gone, 0, gone).statusCode(422);
        merge(gone, 7, stays).statusCode(412);
        merge(gone, 0, UUID.randomUUID().toString()).statusCode(404);
        comments(gone).body("total", equalTo(1));

        merge(gone, 0, stays)
                .statusCode(200)
                .body("id", equalTo(stays))
                .body("version", equalTo(1))
                .body("watching", equalTo(true));
        comments(stays).body("items.body", contains("said before"));
        comments(gone).body("total", equalTo(0));
        agent().get(TICKETS + "/" + gone)
                .then()
                .body("status", equalTo("closed"))
                .body("mergedInto", equalTo(stays));
        agent().get(TICKETS + "/" + gone + "/history")
                .then()
                .body("items", hasSize(2))
                .body("items[1].action", equalTo("merged"))
                .body("items[1].details.into", equalTo(number));
        agent().get(TICKETS + "/" + stays + "/history").then().body("items[1].details.from", notNullValue());

        merge(gone, 1, stays).statusCode(409).body("code", equalTo("ticket-merged"));
        merge(stays, 1, gone).statusCode(409);
        say(agent(), gone, Map.of("body", "too late")).statusCode(409).body("code", equalTo("ticket-merged"));
        patch(gone, 1, Map.of("status", "open")).statusCode(409);
        agent().get(TICKETS + "/" + gone).then().body("status", not(equalTo("open")));
    }

    @Test
    void aMergedTicketsCallIsFoundFromTheOneThatStays() {
        String call = "merged-" + UUID.randomUUID();
        String gone = ticket("Of a call", call);
        String stays = ticket("Of none", null);
        merge(gone, 0, stays).statusCode(200).body("callId", equalTo(call));
        agent().queryParam("call", call).get(TICKETS).then().body("items.id", containsInAnyOrder(gone, stays));

        String ofAnother = ticket("Of another call", call + "-2");
        merge(stays, 1, ofAnother).statusCode(200).body("callId", equalTo(call + "-2"));
        agent().get(TICKETS + "/" + ofAnother + "/history")
                .then()
                .body("items[1].action", equalTo("merged"))
                .body("items[1].details.callId", equalTo(call));
    }

    private ValidatableResponse comments(String ticket) {
        return agent().get(TICKETS + "/" + ticket + "/comments").then().statusCode(200);
    }

    private String ticket(String subject) {
        return ticket(subject, null);
    }

    private String ticket(String subject, @Nullable String call) {
        Map<String, Object> body = new HashMap<>(Map.of("type", "repair", "subject", subject));
        body.put("callId", call);
        return agent().contentType("application/json")
                .body(body)
                .post(TICKETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse merge(String ticket, long version, String into) {
        return agent().contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("into", into))
                .post(TICKETS + "/" + ticket + "/merge")
                .then();
    }

    private ValidatableResponse patch(String ticket, long version, Object body) {
        return agent().contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch(TICKETS + "/" + ticket)
                .then();
    }

    private static ValidatableResponse say(RequestSpecification who, String ticket, Map<String, Object> comment) {
        return who.contentType("application/json")
                .body(comment)
                .post(TICKETS + "/" + ticket + "/comments")
                .then();
    }

    private RequestSpecification agent() {
        return people.as("talk-agent", Role.AGENT, "talk-team");
    }

    private RequestSpecification colleague() {
        return people.as("talk-colleague", Role.AGENT, "talk-team");
    }
}
