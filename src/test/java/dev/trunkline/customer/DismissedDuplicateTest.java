package dev.trunkline.customer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
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
class DismissedDuplicateTest {
    private static final String CUSTOMERS = "/api/v1/customers/";

    @Inject
    People people;

    @Test
    void whoWasSaidNotToBeTheSameIsHintedAtFromNeitherSide() {
        String one = create("Qin Apart", "13711220001");
        String other = create("Qin A.", "13711220001");
        dismiss(agent(), one, other).statusCode(204);
        duplicates(one).body("", hasSize(0));
        duplicates(other).body("", hasSize(0));
        // Said again, and from the other side: nothing new.
        dismiss(agent(), one, other).statusCode(204);
        dismiss(agent(), other, one).statusCode(204);
        dismissed(other)
                .body("id", contains(one))
                .body("[0].name", equalTo("Qin Apart"))
                .body("[0].byName", equalTo("Name of apart.agent"));
        dismissed(one).body("id", contains(other));
        // A third one is still hinted at.
        String third = create("Qin Third", "13711220001");
        duplicates(one).body("id", contains(third));
    }

    @Test
    void itCanBeTakenBackFromEitherSide() {
        String one = create("Shi Back", "13711220002");
        String other = create("Shi B.", "13711220002");
        dismiss(agent(), one, other).statusCode(204);
        restore(other, one).statusCode(204);
        duplicates(one).body("id", contains(other));
        dismissed(one).body("", hasSize(0));
        restore(other, one).statusCode(204);
    }

    @Test
    void bothAreInTheAuditOnce() {
        String one = create("Lu Audit", "13711220003");
        String other = create("Lu A.", "13711220003");
        dismiss(agent(), one, other).statusCode(204);
        dismiss(agent(), one, other).statusCode(204);
        restore(one, other).statusCode(204);
        for (String id : List.of(one, other)) {
            people.as("apart.admin", Role.ADMINISTRATOR)
                    .queryParam("kind", "customer")
                    .queryParam("ref", id)
                    .get("/api/v1/audit")
                    .then()
                    .statusCode(200)
                    .body(
                            "items.findAll { it.refId == '" + id + "' && it.action.startsWith('duplicate') }.action",
                            equalTo(List.of("duplicate-restored", "duplicate-dismissed")));
        }
    }

    @Test
    void whoDoesNotSeeBothOrMayNotWriteIsRefused() {
        String one = create("Hu Refused", "13711220004");
        String other = create("Hu R.", "13711220004");
        String salesOwn = people.as("apart.sales", Role.SALES)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Sales' own"))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        dismiss(people.as("apart.sales", Role.SALES), salesOwn, other).statusCode(404);
        dismiss(people.as("apart.sales", Role.SALES), other, salesOwn).statusCode(404);
        dismiss(people.as("apart.omar", Role.CAMPAIGN_MANAGER), one, other).statusCode(403);
        people.as("apart.sales", Role.SALES)
                .get(CUSTOMERS + one + "/dismissed-duplicates")
                .then()
                .statusCode(404);
        dismiss(agent(), one, one).statusCode(422);
        dismiss(agent(), one, "00000000-0000-7000-8000-000000000000").statusCode(404);
        duplicates(one).body("id", contains(other));
    }

    private ValidatableResponse duplicates(String id) {
        return agent().get(CUSTOMERS + id + "/duplicates").then().statusCode(200);
    }

    private ValidatableResponse dismissed(String id) {
        return agent().get(CUSTOMERS + id + "/dismissed-duplicates").then().statusCode(200);
    }

    private static ValidatableResponse dismiss(RequestSpecification who, String id, String other) {
        return who.put(CUSTOMERS + id + "/dismissed-duplicates/" + other).then();
    }

    private ValidatableResponse restore(String id, String other) {
        return agent().delete(CUSTOMERS + id + "/dismissed-duplicates/" + other).then();
    }

    private String create(String name, String phone) {
        return agent().contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "contacts",
                        List.of(Map.of("name", name, "phones", List.of(Map.of("raw", phone))))))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private RequestSpecification agent() {
        return people.as("apart.agent", Role.AGENT);
    }
}
