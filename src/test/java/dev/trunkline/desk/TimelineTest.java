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
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class TimelineTest {
    @Inject
    People people;

    @Inject
    StoredCalls stored;

    @Inject
    Pool pool;

    private String customer;

    @BeforeEach
    void aCustomer() {
        people.ensure("timeline-wei", Role.AGENT, null, "7491");
        people.ensure("timeline-anna", Role.AGENT, null, "7492");
        customer = people.as("timeline-wei", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Called often"))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aCallSaysHowManyRecordingsCanBeHeard() {
        String heard = withCustomer(stored.recorded("timeline-calls", "7491", "heard"));
        update(
                "update call_recording set state = 'ready', path = 'p', bytes = 1, sha256 = 's', duration_ms = 1 "
                        + "where call_id = $1",
                heard);
        timeline("timeline-wei").body("items[0].refId", equalTo(heard)).body("items[0].params.recordings", equalTo(1));
    }

    @Test
    void aCallWithoutRecordingOffersNone() {
        withCustomer(stored.answered("timeline-calls", "7491", "13800138302"));
        timeline("timeline-wei").body("items[0].params.recordings", equalTo(0));
    }

    @Test
    void aRecordingThatIsStillOnItsWayIsNotOffered() {
        withCustomer(stored.recorded("timeline-calls", "7491", "pending"));
        timeline("timeline-wei").body("items[0].params.recordings", equalTo(0));
    }

    @Test
    void aColleaguesCallIsKnownButNotToBeOpened() {
        withCustomer(stored.answered("timeline-calls", "7491", "13800138303"));
        timeline("timeline-anna").body("items[0].params.agent", equalTo("7491")).body("items[0].refId", nullValue());
    }

    @Test
    void whoSeesNoTicketsReadsOfNone() {
        people.as("timeline-wei", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(Map.of("type", "repair", "subject", "Drips", "customerId", customer))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201);
        timeline("timeline-wei").body("items[0].type", equalTo("ticket"));
        people.as("timeline-omar", Role.CAMPAIGN_MANAGER)
                .get("/api/v1/customers/" + customer + "/timeline")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    private ValidatableResponse timeline(String who) {
        return people.as(who, Role.AGENT)
                .get("/api/v1/customers/" + customer + "/timeline")
                .then()
                .statusCode(200);
    }

    private String withCustomer(String call) {
        people.as("timeline-wei", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(Map.of("customerId", customer))
                .put("/api/v1/calls/" + call + "/customer")
                .then()
                .statusCode(204);
        return call;
    }

    private void update(String sql, String call) {
        pool.preparedQuery(sql).execute(Tuple.of(call)).await().atMost(Duration.ofSeconds(10));
    }
}
