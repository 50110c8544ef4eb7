package dev.trunkline.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class AuditTest {
    @Inject
    People people;

    @Test
    void peopleAndThingsHaveTheirNames() {
        String customer = make("customers", Map.of("name", "Audited Ltd", "kind", "company"));
        entries("customer", customer)
                .body("items[0].actor", equalTo("audit.lina"))
                .body("items[0].actorName", equalTo("Name of audit.lina"))
                .body("items[0].name", equalTo("Audited Ltd"));

        String ticket = make("tickets", Map.of("type", "repair", "subject", "Broken", "customerId", customer));
        entries("ticket", ticket)
                .body("items[0].name.startsWith('#')", equalTo(true))
                .body("items[0].customerId", equalTo(customer))
                .body("items[0].customerName", equalTo("Audited Ltd"));
    }

    @Test
    void aChangeSaysWhatWordsWereAndAreButNotWhatWasWritten() {
        String ticket = make("tickets", Map.of("type", "repair", "subject", "Broken", "priority", "low"));
        lina().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("priority", "urgent", "subject", "On fire", "dueAt", "2026-11-23T09:00:00Z"))
                .patch("/api/v1/tickets/" + ticket)
                .then()
                .statusCode(200);
        entries("ticket", ticket)
                .body("items[0].action", equalTo("changed"))
                .body("items[0].details.values.priority", equalTo(Map.of("before", "low", "after", "urgent")))
                .body("items[0].details.values.dueAt.before", nullValue())
                .body("items[0].details.values.dueAt.after", equalTo("2026-11-23T09:00:00Z"))
                .body("items[0].details.fields.contains('subject')", equalTo(true))
                .body("items[0].details.values", not(hasKey("subject")));
    }

    @Test
    void aTimeNarrowsIt() {
        String customer = make("customers", Map.of("name", "Timed"));
        admin().queryParam("refId", customer)
                .queryParam("from", "2026-01-01T00:00:00Z")
                .get("/api/v1/audit")
                .then()
                .body("items.action", equalTo(List.of("created")));
        admin().queryParam("refId", customer)
                .queryParam("to", "2026-01-01T00:00:00Z")
                .get("/api/v1/audit")
                .then()
                .body("total", equalTo(0));
        admin().queryParam("from", "yesterday")
                .get("/api/v1/audit")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("from"));
    }

    private ValidatableResponse entries(String kind, String ref) {
        return admin().queryParam("kind", kind)
                .queryParam("refId", ref)
                .get("/api/v1/audit")
                .then()
                .statusCode(200);
    }

    private String make(String path, Map<String, ?> body) {
        return lina().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private RequestSpecification lina() {
        return people.as("audit.lina", Role.SUPERVISOR);
    }

    private RequestSpecification admin() {
        return people.as("audit.admin", Role.ADMINISTRATOR);
    }
}
