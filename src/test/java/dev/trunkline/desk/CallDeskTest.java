package dev.trunkline.desk;

import static org.hamcrest.Matchers.equalTo;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.tracking.StoredCalls;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
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
