package dev.trunkline.call.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.tracking.StoredCalls;
import dev.trunkline.identity.Role;
import dev.trunkline.shared.Ids;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class CallsResourceTest {
    private static final String CALLS = "/api/v1/calls";

    @Inject
    People people;

    @Inject
    StoredCalls stored;

    @Inject
    CallHistory history;

    /** A queue of its own keeps each test's calls apart. */
    private final String queue = "q" + Ids.next().toString().substring(24);

    @BeforeEach
    void agents() {
        people.ensure("calls-wei", Role.AGENT, null, "7101");
        people.ensure("calls-anna", Role.AGENT, null, "7102");
    }

    private RequestSpecification supervisor() {
        return people.as("calls-lina", Role.SUPERVISOR);
    }

    @Test
    void aCallHasTheContractsFields() {
        String id = stored.answered(queue, "7101", "13800138000");
        supervisor()
                .get(CALLS + "/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("direction", equalTo("inbound"))
                .body("from", equalTo("13800138000"))
                .body("fromE164", equalTo("+8613800138000"))
                .body("to", equalTo("4008001000"))
                .body("queue", equalTo(queue))
                .body("agents", contains("7101"))
                .body("outcome", equalTo("answered"))
                .body("endedBy", equalTo("caller"))
                .body("waitMs", equalTo(5_000))
                .body("ringMs", equalTo(4_000))
                .body("talkMs", equalTo(60_000))
                .body("holdMs", equalTo(0))
                .body("wrapMs", nullValue())
                .body("startedAt", equalTo("2026-11-22T08:00:00Z"))
                .body("visits[0].outcome", equalTo("answered"))
                .body("visits[0].offers[0].agent", equalTo("7101"))
                .body("visits[0].offers[0].outcome", equalTo("answered"))
                .body("segments[0].agent", equalTo("7101"))
                .body("legs", hasSize(2))
                .body("recovered", equalTo(false))
                .body("mergedInto", nullValue())
                .body("customerId", nullValue())
                .body("ticketIds", hasSize(0))
                .body("recordings", hasSize(0))
                .body("wrapUp", nullValue());
    }

    @Test
    void filtersNarrowTheList() {
        String answered = stored.answered(queue, "7101", "13800138000");
        String abandoned = stored.abandoned(queue, "13900139000");
        UUID customer = Ids.next();
        history.linkCustomer(answered, customer, null).await().atMost(Duration.ofSeconds(10));
        String named = supervisor()
                .contentType("application/json")
                .body(Map.of("name", "Quince & Sons"))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        history.linkCustomer(abandoned, UUID.fromString(named), null).await().atMost(Duration.ofSeconds(10));

        list("outcome", "abandoned").body("items.id", contains(abandoned)).body("total", equalTo(1));
        list("agent", "7101").body("items.id", contains(answered));
        list("agent", "calls-wei").body("items.id", contains(answered));
        list("agent", "calls-anna").body("items", hasSize(0));
        list("customer", customer.toString()).body("items.id", contains(answered));
        list("direction", "outbound").body("items", hasSize(0));
        list("q", "1390013").body("items.id", contains(abandoned));
        list("q", "+86 139-0013 9000").body("items.id", contains(abandoned));
        list("q", "quince &").body("items.id", contains(abandoned));
        list("q", "%").body("items", hasSize(0));
        list("from", "2026-11-22T07:59:59Z").body("items.id", containsInAnyOrder(answered, abandoned));
        list("to", "2026-11-22T16:00:00+08:00").body("items", hasSize(0));
    }

    private io.restassured.response.ValidatableResponse list(String name, String value) {
        return supervisor()
                .queryParam("queue", queue)
                .queryParam(name, value)
                .get(CALLS)
                .then()
                .statusCode(200);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrDouble() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(stored.abandoned(queue, "13900139000"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request =
                    supervisor().queryParam("queue", queue).queryParam("limit", 3);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(CALLS)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(7))
                    .extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday, 422",
        "to, 2026-11-22, 422",
        "outcome, lost, 422",
        "direction, sideways, 422",
        "customer, 42, 422",
        "limit, 0, 422",
        "sort, colour, 422",
        "cursor, forged, 400",
    })
    void nonsenseIsNamed(String name, String value, int status) {
        supervisor()
                .queryParam(name, value)
                .get(CALLS)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void anAgentSeesOwnCallsOnly() {
        String own = stored.answered(queue, "7101", "13800138000");
        String other = stored.answered(queue, "7102", "13800138000");
        String nobodys = stored.abandoned(queue, "13900139000");
        RequestSpecification wei = RestAssured.given().header("Authorization", "Bearer " + People.signIn("calls-wei"));

        wei.get(CALLS + "?queue=" + queue).then().statusCode(200).body("items.id", contains(own));
        wei.get(CALLS + "?agent=me&queue=" + queue).then().body("items.id", contains(own));
        wei.get(CALLS + "/" + own).then().statusCode(200);
        wei.get(CALLS + "/" + other).then().statusCode(404).body("code", equalTo("not-found"));
        wei.get(CALLS + "/" + nobodys).then().statusCode(404);
    }

    @Test
    void nobodyElseSeesAnything() {
        String id = stored.abandoned(queue, "13900139000");
        RestAssured.get(CALLS).then().statusCode(401);
        RestAssured.get(CALLS + "/" + id).then().statusCode(401);
    }

    @Test
    void anUnknownCallIsAProblem() {
        supervisor()
                .get(CALLS + "/pbx1-0.0")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    @Test
    void anOpenCallHasNoOutcome() {
        String id = stored.talking(queue, "7101");
        supervisor()
                .get(CALLS + "/" + id)
                .then()
                .statusCode(200)
                .body("outcome", nullValue())
                .body("endedAt", nullValue())
                .body("agents", hasItem("7101"))
                .body("talkMs", not(equalTo(0)));
    }
}
