package dev.trunkline.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.identity.Role;
import dev.trunkline.telephony.simulator.SimulatedPbx;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class SystemResourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    People people;

    @Inject
    SimulatedPbx pbx;

    @Inject
    PbxLink link;

    @TestHTTPResource("/api/v1/system/live")
    URI live;

    @BeforeEach
    void linkIsUp() {
        await().atMost(LIMIT).until(() -> link.current().state() == LinkState.UP);
    }

    @Test
    void administrators_see_every_part() {
        await().atMost(LIMIT)
                .untilAsserted(() -> people.as("system-admin", Role.ADMINISTRATOR)
                        .get("/api/v1/system")
                        .then()
                        .statusCode(200)
                        .body("pbx.name", equalTo("sim1"))
                        .body("pbx.simulated", equalTo(true))
                        .body("pbx.events.state", equalTo("up"))
                        .body("pbx.actions.state", equalTo("up"))
                        .body("pbx.clockAheadMs", notNullValue())
                        .body("pbx.buffer.capacity", equalTo(16_000))
                        .body("pbx.resyncs.lastMs", notNullValue())
                        .body("database.up", equalTo(true))
                        .body("database.answeredMs", notNullValue())
                        .body("desks.capacity", equalTo(48))
                        .body("history.size()", greaterThan(0)));
    }

    @Test
    void nobody_else_sees_it() {
        people.as("system-agent", Role.AGENT).get("/api/v1/system").then().statusCode(403);
        people.as("system-lead", Role.SUPERVISOR).get("/api/v1/system").then().statusCode(403);
        people.as("system-agent", Role.AGENT).get("/api/v1/system/live").then().statusCode(403);
        given().get("/api/v1/system").then().statusCode(401);
    }

    @Test
    void a_cut_link_comes_back_and_is_told() {
        JsonPath before = system();
        pbx.cutLink();
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonPath now = system();
            assertThat(now.getLong("pbx.events.reconnects")).isGreaterThan(before.getLong("pbx.events.reconnects"));
            assertThat(now.getLong("pbx.actions.reconnects")).isGreaterThan(before.getLong("pbx.actions.reconnects"));
            assertThat(now.getLong("pbx.resyncs.count")).isGreaterThan(before.getLong("pbx.resyncs.count"));
            assertThat(now.getString("pbx.events.state")).isEqualTo("up");
            assertThat(now.getString("pbx.resyncs.lastAt")).isNotEqualTo(before.getString("pbx.resyncs.lastAt"));
        });
    }

    @Test
    void events_of_a_call_are_counted_with_their_lag() {
        JsonPath before = system();
        String call = pbx.callIn("13800002222", null, "4008001000");
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonPath now = system();
            assertThat(now.getLong("pbx.read")).isGreaterThan(before.getLong("pbx.read"));
            assertThat(now.getLong("lag.count")).isPositive();
            assertThat(now.getInt("calls.open")).isPositive();
            assertThat(now.getString("pbx.lastEventAt")).isNotNull();
        });
        pbx.callerHangsUp(call);
    }

    @Test
    void the_stream_tells_each_sample_once() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(live)
                .header("Authorization", "Bearer " + people.token("system-admin", Role.ADMINISTRATOR, null))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        try (Stream<String> lines = answer.body()) {
            JsonNode told = new ObjectMapper()
                    .readTree(lines.filter(line -> line.startsWith("data:"))
                            .findFirst()
                            .orElseThrow()
                            .substring("data:".length()));
            assertThat(told.path("history").size()).isLessThanOrEqualTo(1);
            assertThat(told.at("/pbx/name").asText()).isEqualTo("sim1");
            assertThat(told.path("state").asText()).isIn("ok", "attention", "wrong");
        }
    }

    @Test
    void health_and_figures_tell_the_same() {
        await().atMost(LIMIT)
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .body("checks.find { it.name == 'System' }.data.lagP99Ms", notNullValue())
                        .body("checks.find { it.name == 'System' }.data.popsLate", notNullValue())
                        .body("checks.find { it.name == 'PBX link' }.data.actions", equalTo("UP"))
                        .body("checks.find { it.name == 'PBX link' }.data.capacity", equalTo(16_000))
                        .body("checks.find { it.name == 'PBX journal' }.data.recovered", notNullValue()));
        given().get("/q/metrics")
                .then()
                .body(containsString("trunkline_ami_lag_seconds_bucket"))
                .body(containsString("trunkline_ring_to_pop_seconds_bucket"))
                .body(containsString("trunkline_ami_clock_ahead_seconds"))
                .body(containsString("trunkline_ami_resync_seconds"))
                .body(containsString("trunkline_ami_actions_state{state=\"UP\"} 1.0"))
                .body(containsString("trunkline_database_up 1.0"))
                .body(containsString("trunkline_desk_given_up_total"));
    }

    private JsonPath system() {
        return people.as("system-admin", Role.ADMINISTRATOR)
                .get("/api/v1/system")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
