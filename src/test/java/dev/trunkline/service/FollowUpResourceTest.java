package dev.trunkline.service;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class FollowUpResourceTest {
    private static final String FOLLOW_UPS = "/api/v1/follow-ups";
    private static final String DUE = "2026-11-23T09:00:00Z";

    @Inject
    People people;

    @Test
    void aFollowUpIsMadeDoneAndOpenedAgain() {
        String id = create(Map.of("kind", "callback", "dueAt", DUE, "phone", "138 0013 8000", "note", "after lunch"))
                .statusCode(201)
                .body("phone", equalTo("+8613800138000"))
                .body("status", equalTo("open"))
                .body("attempts", equalTo(0))
                .body("closedBy", nullValue())
                .extract()
                .path("id");
        agent().queryParam("assignee", "me,none")
                .queryParam("status", "open")
                .queryParam("dueBefore", "2026-11-23T09:00:01Z")
                .queryParam("sort", "dueAt")
                .queryParam("limit", 200)
                .get(FOLLOW_UPS)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        agent().queryParam("dueBefore", DUE)
                .queryParam("limit", 200)
                .get(FOLLOW_UPS)
                .then()
                .body("items.id", not(hasItem(id)));
        agent().queryParam("dueAfter", DUE)
                .queryParam("dueBefore", "2026-11-23T09:00:01Z")
                .queryParam("limit", 200)
                .get(FOLLOW_UPS)
                .then()
                .body("items.id", hasItem(id));
        agent().queryParam("dueAfter", "2026-11-23T09:00:01Z")
                .queryParam("limit", 200)
                .get(FOLLOW_UPS)
                .then()
                .body("items.id", not(hasItem(id)));

        patch(id, "\"0\"", Map.of("status", "done"))
                .statusCode(200)
                .body("closedBy", equalTo("person"))
                .body("closedAt", notNullValue());
        patch(id, "\"1\"", Map.of("status", "open")).statusCode(200).body("closedBy", nullValue());
        patch(id, "\"1\"", Map.of("status", "done")).statusCode(412);
    }

    @Test
    void badInputIsNamed() {
        create(Map.of("kind", "callback")).statusCode(422).body("errors[0].field", equalTo("dueAt"));
        create(Map.of("dueAt", DUE)).statusCode(422).body("errors[0].field", equalTo("kind"));
        create(Map.of("kind", "callback", "dueAt", DUE)).statusCode(422).body("errors[0].field", equalTo("phone"));
        create(Map.of("kind", "callback", "dueAt", DUE, "phone", "call me"))
                .statusCode(422)
                .body("errors[0].field", equalTo("phone"));
        create(Map.of("kind", "callback", "dueAt", DUE, "note", "x".repeat(4001)))
                .statusCode(422);
        agent().queryParam("kind", "visit").get(FOLLOW_UPS).then().statusCode(422);
        agent().queryParam("dueBefore", "soon").get(FOLLOW_UPS).then().statusCode(422);
        agent().queryParam("dueAfter", "later")
                .get(FOLLOW_UPS)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("dueAfter"));
        agent().queryParam("sort", "phone").get(FOLLOW_UPS).then().statusCode(422);
    }

    @Test
    void othersSeeWhatTheirRoleAllows() {
        String id = create(Map.of("kind", "task", "dueAt", DUE)).extract().path("id");
        given().get(FOLLOW_UPS).then().statusCode(401);
        people.as("follow-stranger", Role.AGENT, "another-team")
                .get(FOLLOW_UPS + "/" + id)
                .then()
                .statusCode(404);
        people.as("follow-boss", Role.SUPERVISOR)
                .get(FOLLOW_UPS + "/" + id)
                .then()
                .statusCode(200);
        people.as("follow-omar", Role.CAMPAIGN_MANAGER).get(FOLLOW_UPS).then().statusCode(403);
        agent().get(FOLLOW_UPS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    private RequestSpecification agent() {
        return people.as("follow-agent", Role.AGENT, "follow-team");
    }

    private ValidatableResponse create(Map<String, Object> body) {
        return agent().contentType("application/json")
                .body(body)
                .post(FOLLOW_UPS)
                .then();
    }

    private ValidatableResponse patch(String id, String version, Map<String, Object> body) {
        return agent().contentType("application/json")
                .header("If-Match", version)
                .body(body)
                .patch(FOLLOW_UPS + "/" + id)
                .then();
    }
}
