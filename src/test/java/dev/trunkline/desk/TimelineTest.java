package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.tracking.StoredCalls;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void whatIsAnotherTeamsIsKnownButNotToBeOpened() {
        Map<String, Map<String, Object>> made = Map.of(
                "tickets", Map.of("type", "repair", "subject", "Drips", "customerId", customer),
                "follow-ups", Map.of("kind", "task", "dueAt", "2030-01-02T03:04:05Z", "customerId", customer));
        made.forEach((path, body) -> people.as("timeline-wei", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + path)
                .then()
                .statusCode(201));
        for (String kind : List.of("ticket", "follow-up")) {
            narrowed(kind).body("items[0].refId", notNullValue());
            people.as("timeline-anna", Role.AGENT)
                    .queryParam("kind", kind)
                    .get("/api/v1/customers/" + customer + "/timeline")
                    .then()
                    .body("items[0].type", equalTo(kind))
                    .body("items[0].refId", nullValue());
        }
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

    @Test
    void notesStandInItWithTheirAuthor() {
        String note = note("Prefers mornings " + "x".repeat(700));
        timeline("timeline-anna")
                .body("items[0].type", equalTo("note"))
                .body("items[0].refId", equalTo(note))
                .body("items[0].actor", equalTo("Name of timeline-wei"))
                .body("items[0].params.more", equalTo(true))
                .body("items[0].params.text.length()", equalTo(600));
    }

    @Test
    void itIsNarrowedToTheKindsAskedFor() {
        withCustomer(stored.answered("timeline-calls", "7491", "13800138304"));
        note("one");
        for (String kind : List.of("call", "note")) {
            narrowed(kind).statusCode(200).body("items.type", equalTo(List.of(kind)));
        }
        narrowed("call, note").statusCode(200).body("items", hasSize(2));
        narrowed("follow-up,ticket").statusCode(200).body("items", hasSize(0));
        narrowed("").statusCode(200).body("items", hasSize(2));
        narrowed("calls").statusCode(422).body("errors[0].field", equalTo("kind"));
    }

    @Test
    void pagesLoseNothingThatHappenedInTheSameMoment() {
        for (int i = 0; i < 3; i++) {
            withCustomer(stored.answered("timeline-calls", "7491", "13800138305"));
            note("note " + i);
            people.as("timeline-wei", Role.AGENT)
                    .contentType(ContentType.JSON)
                    .body(Map.of("type", "repair", "subject", "Ticket " + i, "customerId", customer))
                    .post("/api/v1/tickets")
                    .then()
                    .statusCode(201);
        }
        for (String table : List.of("ticket", "customer_note")) {
            pool.preparedQuery("update " + table
                            + " set created_at = '2026-01-02T03:04:05.123456Z' where customer_id = $1")
                    .execute(Tuple.of(UUID.fromString(customer)))
                    .await()
                    .atMost(Duration.ofSeconds(10));
        }
        pool.preparedQuery("update call set started_at = '2026-01-02T03:04:05.123456Z' where id in "
                        + "(select call_id from call_customer where customer_id = $1)")
                .execute(Tuple.of(UUID.fromString(customer)))
                .await()
                .atMost(Duration.ofSeconds(10));
        for (int limit : List.of(1, 2, 4)) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonPath page = people.as("timeline-wei", Role.AGENT)
                        .queryParam("limit", limit)
                        .queryParam("cursor", cursor)
                        .get("/api/v1/customers/" + customer + "/timeline")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                seen.addAll(page.getList("items.id"));
                cursor = page.getString("next");
            } while (cursor != null);
            assertThat(seen).as("pages of %d", limit).hasSize(9).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "2026-01-01T00:00:00Z",
                "WyItYXQiLCJub3ciLCJub3RlOngiXQ",
                "WyItYXQiLCIyMDI2LTAxLTAxVDAwOjAwOjAwWiIsIm5vdGU6eCJd"
            })
    void aForgedCursorIsRefused(String cursor) {
        people.as("timeline-wei", Role.AGENT)
                .queryParam("cursor", cursor)
                .get("/api/v1/customers/" + customer + "/timeline")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-cursor"));
    }

    private String note(String text) {
        return people.as("timeline-wei", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(Map.of("body", text))
                .post("/api/v1/customers/" + customer + "/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse narrowed(String kind) {
        return people.as("timeline-wei", Role.AGENT)
                .queryParam("kind", kind)
                .get("/api/v1/customers/" + customer + "/timeline")
                .then();
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
