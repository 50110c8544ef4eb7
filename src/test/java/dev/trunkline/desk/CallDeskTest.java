package dev.trunkline.desk;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.tracking.StoredCalls;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class CallDeskTest {
    @Inject
    People people;

    @Inject
    StoredCalls stored;

    private String call;

    @BeforeEach
    void aCall() {
        people.ensure("desk-wei", Role.AGENT, null, "7391");
        people.ensure("desk-anna", Role.AGENT, null, "7392");
        call = "/api/v1/calls/" + stored.answered("desk-calls", "7391", "13800138301");
    }

    @Test
    void aDraftIsKeptAndThenFinished() {
        note(Map.of("notes", "half a", "done", false));
        wei().get(call).then().body("wrapUp.notes", equalTo("half a"));
        note(Map.of("notes", "half a word", "disposition", "resolved", "done", true));
        wei().get(call)
                .then()
                .body("wrapUp.notes", equalTo("half a word"))
                .body("wrapUp.disposition", equalTo("resolved"));
    }

    @Test
    void theCustomerChosenIsTheCallsCustomer() {
        String customer = wei().contentType(ContentType.JSON)
                .body(Map.of("name", "Chosen"))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        wei().contentType(ContentType.JSON)
                .body(Map.of("customerId", customer))
                .put(call + "/customer")
                .then()
                .statusCode(204);
        wei().get(call).then().body("customerId", equalTo(customer));
    }

    @Test
    void theContactChosenIsTheCallsAndItsTicketAndFollowUpGoAlong() {
        String wrong = customer("Wrong at first");
        String right = customer("Right in the end");
        String contact = wei().get("/api/v1/customers/" + right).path("contacts[0].id");
        choose(Map.of("customerId", wrong)).statusCode(204);
        String id = call.substring(call.lastIndexOf('/') + 1);
        String ticket = made("tickets", Map.of("type", "repair", "subject", "x", "callId", id, "customerId", wrong));
        String elses = made("tickets", Map.of("type", "repair", "subject", "y", "customerId", wrong));
        String promise = made(
                "follow-ups",
                Map.of("kind", "callback", "dueAt", "2030-01-01T00:00:00Z", "callId", id, "customerId", wrong));
        choose(Map.of("customerId", right, "contactId", contact)).statusCode(204);
        wei().get(call)
                .then()
                .body("customerId", equalTo(right))
                .body("contactId", equalTo(contact))
                .body("contactName", equalTo("Contact of Right in the end"));
        wei().get("/api/v1/tickets/" + ticket).then().body("customerId", equalTo(right));
        wei().get("/api/v1/follow-ups/" + promise).then().body("customerId", equalTo(right));
        wei().get("/api/v1/tickets/" + elses).then().body("customerId", equalTo(wrong));
        choose(Map.of("customerId", right)).statusCode(204);
        wei().get(call).then().body("contactId", nullValue());
    }

    @Test
    void aContactOfSomebodyElseIsRefused() {
        String one = customer("Has contacts");
        String contact = wei().get("/api/v1/customers/" + customer("Another")).path("contacts[0].id");
        choose(Map.of("customerId", one, "contactId", contact))
                .statusCode(422)
                .body("errors[0].field", equalTo("contactId"));
        choose(Map.of("customerId", contact)).statusCode(422).body("errors[0].field", equalTo("customerId"));
        wei().get(call).then().body("customerId", nullValue());
    }

    private ValidatableResponse choose(Map<String, ?> choice) {
        return wei().contentType(ContentType.JSON)
                .body(choice)
                .put(call + "/customer")
                .then();
    }

    private String customer(String name) {
        return made("customers", Map.of("name", name, "contacts", List.of(Map.of("name", "Contact of " + name))));
    }

    private String made(String path, Map<String, ?> body) {
        return wei().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void somebodyElsesCallIsNotThere() {
        people.as("desk-anna", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(Map.of("notes", "not mine", "done", true))
                .put(call + "/wrap-up")
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no such call"));
    }

    private void note(Map<String, ?> input) {
        wei().contentType(ContentType.JSON)
                .body(input)
                .put(call + "/wrap-up")
                .then()
                .statusCode(200);
    }

    private RequestSpecification wei() {
        return people.as("desk-wei", Role.AGENT);
    }
}
