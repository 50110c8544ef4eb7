package dev.trunkline.service;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class TicketResourceTest {
    private static final String TICKETS = "/api/v1/tickets";

    @Inject
    People people;

    @Test
    void aTicketIsMadeFoundChangedAndSolved() {
        String id = create(agent(), Map.of("type", "complaint", "subject", "Späte Lieferung 迟到", "priority", "high"))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("number", greaterThan(1000))
                .body("status", equalTo("open"))
                .body("subjectKey", nullValue())
                .body("assigneeName", equalTo("Name of ticket-agent"))
                .extract()
                .path("id");
        agent().get(TICKETS + "/" + id).then().statusCode(200).body("type", equalTo("complaint"));

        patch(agent(), id, "\"0\"", Map.of("status", "solved", "priority", "low"))
                .statusCode(200)
                .body("status", equalTo("solved"))
                .body("subject", equalTo("Späte Lieferung 迟到"))
                .body("version", equalTo(1));
        agent().queryParam("status", "open,pending")
                .queryParam("q", "迟到")
                .get(TICKETS)
                .then()
                .body("items.id", not(hasItem(id)));
        agent().queryParam("status", "solved")
                .queryParam("type", "complaint")
                .queryParam("q", "迟到")
                .get(TICKETS)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @Test
    void ticketsAreFoundByNumberAndByWhoseTheyAre() {
        ValidatableResponse made = create(agent(), Map.of("type", "repair", "subject", "No dial tone"));
        int number = made.extract().path("number");
        String id = made.extract().path("id");
        agent().queryParam("q", "#" + number).get(TICKETS).then().body("items.number", equalTo(List.of(number)));
        agent().queryParam("assignee", "me").get(TICKETS).then().body("items.id", hasItem(id));

        patch(agent(), id, "\"0\"", "{\"assignee\": null}").statusCode(200).body("assigneeId", nullValue());
        agent().queryParam("assignee", "none")
                .get(TICKETS)
                .then()
                .body("items.id", hasItem(id))
                .body("items.assigneeId", everyItem(nullValue()));
        UUID other = people.ensure("ticket-colleague", Role.AGENT, "ticket-team", null);
        patch(agent(), id, "\"1\"", Map.of("assigneeId", other.toString()))
                .statusCode(200)
                .body("assignee", equalTo(other.toString()));
        agent().queryParam("assignee", other.toString()).get(TICKETS).then().body("items.id", hasItem(id));
    }

    @Test
    void aQueuesTicketsAreFoundByIt() {
        String queue = "queue" + UUID.randomUUID().toString().substring(0, 8);
        String id = create(agent(), Map.of("type", "repair", "subject", "By hand", "queue", queue))
                .statusCode(201)
                .extract()
                .path("id");
        create(agent(), Map.of("type", "repair", "subject", "By hand too")).statusCode(201);
        agent().queryParam("queue", queue).get(TICKETS).then().body("items.id", equalTo(List.of(id)));
    }

    @Test
    void pagesFollowOneAnother() {
        String mark = "page" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            create(agent(), Map.of("type", "request", "subject", mark + i)).statusCode(201);
        }
        ValidatableResponse first = agent().queryParam("q", mark)
                .queryParam("limit", 2)
                .get(TICKETS)
                .then()
                .body("total", equalTo(3))
                .body("items.subject", equalTo(List.of(mark + 2, mark + 1)));
        String next = first.extract().path("next");
        agent().queryParam("q", mark)
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get(TICKETS)
                .then()
                .body("items.subject", equalTo(List.of(mark + 0)))
                .body("next", nullValue());
    }

    @Test
    void whatOneWatchesIsFoundByOneselfAlone() {
        String mark = "watched" + UUID.randomUUID();
        String watched = made(mark, Map.of());
        made(mark, Map.of());
        agent().put(TICKETS + "/" + watched + "/watch").then().statusCode(204);
        found(mark, "watcher", "me").body("items.id", equalTo(List.of(watched))).body("total", equalTo(1));
        people.as("ticket-colleague", Role.AGENT, "ticket-team")
                .queryParam("q", mark)
                .queryParam("watcher", "me")
                .get(TICKETS)
                .then()
                .body("total", equalTo(0));
        // Saved again it is watched as before.
        patch(agent(), watched, "\"0\"", Map.of("status", "pending")).statusCode(200);
        found(mark, "watcher", "me").body("items.id", equalTo(List.of(watched)));
    }

    @Test
    void overdueIsWhatShouldHaveBeenDoneByNow() {
        String mark = "overdue" + UUID.randomUUID();
        String late = made(mark, Map.of("dueAt", "2020-01-01T00:00:00Z", "status", "pending"));
        String solved = made(mark, Map.of("dueAt", "2020-01-01T00:00:00Z", "status", "solved"));
        String closed = made(mark, Map.of("dueAt", "2020-01-01T00:00:00Z", "status", "closed"));
        String later = made(mark, Map.of("dueAt", "2999-01-01T00:00:00Z"));
        String never = made(mark, Map.of());
        found(mark, "overdue", "true").body("items.id", equalTo(List.of(late)));
        found(mark, "overdue", "false").body("items.id", equalTo(List.of(never, later, closed, solved)));
    }

    @Test
    void listsAreSortedByWhenTheyAreDueAndByHowMuchTheyMatter() {
        String mark = "sorted" + UUID.randomUUID();
        String never = made(mark, Map.of("priority", "urgent"));
        String late = made(mark, Map.of("priority", "low", "dueAt", "2030-01-02T00:00:00Z"));
        String soon = made(mark, Map.of("priority", "high", "dueAt", "2030-01-01T00:00:00Z"));
        String soonToo = made(mark, Map.of("priority", "normal", "dueAt", "2030-01-01T00:00:00Z"));
        sorted(mark, "dueAt", soon, soonToo, late, never);
        sorted(mark, "-dueAt", never, late, soonToo, soon);
        sorted(mark, "-priority", never, soon, soonToo, late);
        sorted(mark, "priority", late, soonToo, soon, never);
    }

    @Test
    void badInputIsNamed() {
        create(agent(), Map.of("subject", "x")).statusCode(422).body("errors[0].field", equalTo("type"));
        create(agent(), Map.of("type", "repair")).statusCode(422).body("errors[0].field", equalTo("subject"));
        create(agent(), Map.of("type", "repair", "subject", "  ")).statusCode(422);
        create(agent(), Map.of("type", "repair", "subject", "x".repeat(201))).statusCode(422);
        create(agent(), Map.of("type", "wish", "subject", "x")).statusCode(422);
        create(agent(), Map.of("type", "repair", "subject", "x", "dueAt", "tomorrow"))
                .statusCode(422);
        create(
                        agent(),
                        Map.of(
                                "type",
                                "repair",
                                "subject",
                                "x",
                                "customerId",
                                UUID.randomUUID().toString()))
                .statusCode(409);
        agent().queryParam("status", "lost")
                .get(TICKETS)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("status"));
        agent().queryParam("assignee", "x' or 1=1").get(TICKETS).then().statusCode(422);
        agent().queryParam("customer", "x").get(TICKETS).then().statusCode(422);
        agent().queryParam("watcher", UUID.randomUUID().toString())
                .get(TICKETS)
                .then()
                .statusCode(422);
        agent().contentType("application/json").body("{").post(TICKETS).then().statusCode(400);
        agent().get(TICKETS + "/" + UUID.randomUUID()).then().statusCode(404);
        agent().queryParam("q", "100%_!").get(TICKETS).then().statusCode(200).body("total", equalTo(0));
    }

    @Test
    void staleAndMissingVersionsAreRefused() {
        String id = create(agent(), Map.of("type", "repair", "subject", "x"))
                .extract()
                .path("id");
        patch(agent(), id, "\"0\"", Map.of("status", "pending")).statusCode(200);
        patch(agent(), id, "\"0\"", Map.of("status", "closed")).statusCode(412).body("code", equalTo("stale"));
        agent().contentType("application/json")
                .body(Map.of("status", "closed"))
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(428);
    }

    @Test
    void othersSeeWhatTheirRoleAllows() {
        String id = create(agent(), Map.of("type", "repair", "subject", "x"))
                .extract()
                .path("id");
        given().get(TICKETS).then().statusCode(401);
        people.as("ticket-colleague", Role.AGENT, "ticket-team")
                .get(TICKETS + "/" + id)
                .then()
                .statusCode(200);
        people.as("ticket-stranger", Role.AGENT, "another-team")
                .get(TICKETS + "/" + id)
                .then()
                .statusCode(404);
        people.as("ticket-boss", Role.SUPERVISOR).get(TICKETS + "/" + id).then().statusCode(200);
        people.as("ticket-omar", Role.CAMPAIGN_MANAGER).get(TICKETS).then().statusCode(403);
        create(people.as("ticket-omar", Role.CAMPAIGN_MANAGER), Map.of("type", "repair", "subject", "x"))
                .statusCode(403);
    }

    /** In pages of one, so that each cursor is tried. */
    private void sorted(String mark, String sort, String... ids) {
        String cursor = "";
        for (String id : ids) {
            cursor = agent().queryParam("q", mark)
                    .queryParam("sort", sort)
                    .queryParam("limit", 1)
                    .queryParam("cursor", cursor)
                    .get(TICKETS)
                    .then()
                    .statusCode(200)
                    .body("items.id", equalTo(List.of(id)))
                    .extract()
                    .path("next");
        }
    }

    private ValidatableResponse found(String mark, String filter, String value) {
        return agent().queryParam("q", mark)
                .queryParam(filter, value)
                .get(TICKETS)
                .then()
                .statusCode(200);
    }

    private String made(String mark, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("type", "request");
        body.put("subject", mark);
        return create(agent(), body).statusCode(201).extract().path("id");
    }

    private RequestSpecification agent() {
        return people.as("ticket-agent", Role.AGENT, "ticket-team");
    }

    private static ValidatableResponse create(RequestSpecification who, Map<String, Object> body) {
        return who.contentType("application/json").body(body).post(TICKETS).then();
    }

    private static ValidatableResponse patch(RequestSpecification who, String id, String version, Object body) {
        return who.contentType("application/json")
                .header("If-Match", version)
                .body(body)
                .patch(TICKETS + "/" + id)
                .then();
    }
}
