package dev.trunkline.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class CustomerNoteTest {
    @Inject
    People people;

    private String notes;
    private String customer;

    @BeforeEach
    void aCustomer() {
        customer = wei().contentType(ContentType.JSON)
                .body(Map.of("name", "Noted"))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        notes = "/api/v1/customers/" + customer + "/notes";
    }

    @Test
    void aNoteIsKeptWithAuthorLinesAndCall() {
        String id = write(wei(), Map.of("body", "Rings twice\n第二行", "pinned", true, "callId", "pbx-1"))
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("authorName", equalTo("Name of note-wei"))
                .extract()
                .path("id");
        anna().get(notes + "/" + id)
                .then()
                .statusCode(200)
                .body("body", equalTo("Rings twice\n第二行"))
                .body("pinned", equalTo(true))
                .body("callId", equalTo("pbx-1"));
        write(wei(), Map.of("body", "plain")).statusCode(201);
        wei().get(notes).then().body("total", equalTo(2)).body("items[0].body", equalTo("plain"));
        wei().queryParam("pinned", true)
                .get(notes)
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id));
        wei().queryParam("q", "第二").get(notes).then().body("items", hasSize(1));
    }

    @Test
    void itsAuthorAndAdministratorsChangeItAndNobodyElse() {
        String id = write(wei(), Map.of("body", "mine")).extract().path("id");
        patch(anna(), id, "\"0\"", Map.of("body", "yours")).statusCode(403);
        people.as("note-lina", Role.SUPERVISOR)
                .header("If-Match", "\"0\"")
                .delete(notes + "/" + id)
                .then()
                .statusCode(403);
        patch(wei(), id, "\"0\"", Map.of("body", "mine still")).statusCode(200).header("ETag", "\"1\"");
        patch(admin(), id, "\"1\"", Map.of("pinned", true))
                .statusCode(200)
                .body("authorName", equalTo("Name of note-wei"));
        admin().header("If-Match", "\"2\"").delete(notes + "/" + id).then().statusCode(204);
        wei().get(notes + "/" + id).then().statusCode(404);
    }

    @Test
    void ofTwoChangesTheSecondIsRefused() {
        String id = write(wei(), Map.of("body", "first")).extract().path("id");
        patch(wei(), id, null, Map.of("body", "blind")).statusCode(428);
        patch(wei(), id, "\"0\"", Map.of("body", "quick")).statusCode(200);
        patch(wei(), id, "\"0\"", Map.of("body", "late")).statusCode(412);
        wei().header("If-Match", "\"0\"").delete(notes + "/" + id).then().statusCode(412);
        wei().get(notes + "/" + id).then().body("body", equalTo("quick"));
    }

    @Test
    void customerAndCallCannotBeChanged() {
        String id = write(wei(), Map.of("body", "stays", "customerId", "00000000-0000-0000-0000-000000000000"))
                .statusCode(201)
                .body("customerId", equalTo(customer))
                .extract()
                .path("id");
        patch(wei(), id, "\"0\"", Map.of("callId", "other", "pinned", true))
                .statusCode(200)
                .body("callId", nullValue())
                .body("customerId", equalTo(customer));
    }

    @Test
    void aNoteIsFoundAtItsOwnCustomerOnly() {
        String id = write(wei(), Map.of("body", "here")).extract().path("id");
        String other = wei().contentType(ContentType.JSON)
                .body(Map.of("name", "Elsewhere"))
                .post("/api/v1/customers")
                .then()
                .extract()
                .path("id");
        String there = "/api/v1/customers/" + other + "/notes/" + id;
        wei().get(there).then().statusCode(404);
        wei().header("If-Match", "\"0\"").delete(there).then().statusCode(404);
        wei().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("body", "x"))
                .patch(there)
                .then()
                .statusCode(404);
    }

    @Test
    void whoDoesNotSeeTheCustomerSeesAndWritesNone() {
        write(wei(), Map.of("body", "not for sales"));
        RequestSpecification sales = people.as("note-sales", Role.SALES);
        sales.get(notes).then().statusCode(404);
        write(people.as("note-sales", Role.SALES), Map.of("body", "x")).statusCode(404);
        people.as("note-omar", Role.CAMPAIGN_MANAGER)
                .get(notes)
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
        write(people.as("note-omar", Role.CAMPAIGN_MANAGER), Map.of("body", "x"))
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"body\":\"\"}",
                "{\"body\":\" \\n \"}",
                "{\"body\":null}",
                "{\"body\":{}}",
                "{\"body\":\"x\",\"pinned\":\"maybe\"}",
                "{\"body\":\"\\u0000\"}",
                "[]",
                "",
                "{"
            })
    void whatIsNoNoteIsRefused(String body) {
        int status = wei().contentType(ContentType.JSON).body(body).post(notes).statusCode();
        assertThat(status).isBetween(400, 422);
    }

    @Test
    void tooLongIsRefusedAndTheLongestKept() {
        write(wei(), Map.of("body", "长".repeat(10_001))).statusCode(422).body("errors[0].field", equalTo("body"));
        write(wei(), Map.of("body", "长".repeat(10_000))).statusCode(201);
    }

    @Test
    void eachChangeIsInTheAuditWithoutItsWords() {
        String id = write(wei(), Map.of("body", "secret words")).extract().path("id");
        patch(wei(), id, "\"0\"", Map.of("body", "other secret", "pinned", true));
        admin().queryParam("kind", "customer-note")
                .queryParam("ref", id)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.findAll { it.refId == '" + id + "' }.action", equalTo(List.of("changed", "created")))
                .body("items.findAll { it.refId == '" + id + "' }.customerName", everyItem(equalTo("Noted")))
                .body("items.findAll { it.refId == '" + id + "' }.details.toString()", not(containsString("secret")));
    }

    private ValidatableResponse write(RequestSpecification who, Map<String, Object> note) {
        return who.contentType(ContentType.JSON).body(note).post(notes).then();
    }

    private ValidatableResponse patch(
            RequestSpecification who, String id, @Nullable String ifMatch, Map<String, Object> patch) {
        RequestSpecification request = ifMatch == null ? who : who.header("If-Match", ifMatch);
        return request.contentType(ContentType.JSON)
                .body(patch)
                .patch(notes + "/" + id)
                .then();
    }

    private RequestSpecification wei() {
        return people.as("note-wei", Role.AGENT);
    }

    private RequestSpecification anna() {
        return people.as("note-anna", Role.AGENT);
    }

    private RequestSpecification admin() {
        return people.as("note-admin", Role.ADMINISTRATOR);
    }
}
