package dev.trunkline.acd;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.call.QueuePolicies;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@TestProfile(WithFakePbx.class)
class QueueResourceTest {
    @Inject
    People people;

    @Inject
    FakePbx pbx;

    @Inject
    QueuePolicies policies;

    @Inject
    QueueGoals goals;

    @Inject
    PbxNews news;

    private final String name = "q" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void forget() {
        pbx.forget();
    }

    @Test
    void theTwoFirstQueuesAreThere() {
        agent().get("/api/v1/queues")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("sales", "support"))
                .body("items.find { it.name == 'support' }.dids[0].number", equalTo("4008001000"));
        assertThat(policies.regionOfDid("4008001000")).isEqualTo("CN");
        assertThat(policies.policy("support"))
                .hasValueSatisfying(
                        support -> assertThat(support.ticketOnAnswered()).isTrue());
    }

    @Test
    void aNewQueueIsInForceAtOnceAndItsPolicyIsAtThePbx() {
        String did = "415555%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));
        create(Map.of(
                        "name",
                        name,
                        "label",
                        "Repairs",
                        "shortAbandonSeconds",
                        7,
                        "recording",
                        "never",
                        "dids",
                        List.of(Map.of("number", did, "region", "US"))))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("dids[0].number", equalTo(did))
                .body("dids[0].e164", equalTo("+1" + did));
        assertThat(policies.shortAbandonMs(name)).isEqualTo(7000);
        assertThat(policies.regionOfDid(did)).isEqualTo("US");
        assertThat(pbx.told()).contains("policy " + name + " record no");

        patch("\"0\"", Map.of("recording", "always")).statusCode(200).body("version", equalTo(1));
        assertThat(pbx.told()).endsWith("policy " + name + " record yes");

        pbx.forget();
        news.pbx(new PbxState.Link("pbx1", Instant.now(), LinkState.UP, null));
        await().untilAsserted(() -> assertThat(pbx.told()).contains("policy " + name + " record yes"));
    }

    /** The connection for events may be up before the one for commands. */
    @Test
    void aPolicyThatCouldNotBeToldIsToldLater() {
        pbx.away(true);
        create(Map.of("name", name, "label", "Repairs", "recording", "never")).statusCode(201);
        assertThat(pbx.told()).isEmpty();
        pbx.away(false);
        await().untilAsserted(() -> assertThat(pbx.told()).contains("policy " + name + " record no"));
    }

    @Test
    void membersCanBeSet() {
        UUID member = people.ensure("queue-member", Role.AGENT, null, "1061");
        create(Map.of("name", name, "label", "x", "members", List.of(member.toString())))
                .statusCode(201)
                .body("members", equalTo(List.of(member.toString())));
        agent().get("/api/v1/agents").then().body("find { it.extension == '1061' }.queues", equalTo(List.of(name)));

        patch("\"0\"", Map.of("members", List.of())).statusCode(200).body("members", equalTo(List.of()));
        patch("\"1\"", Map.of("members", List.of(UUID.randomUUID().toString()))).statusCode(409);
    }

    @Test
    void badInputIsNamed() {
        create(Map.of("name", "Not a name", "label", "x")).statusCode(422).body("errors[0].field", equalTo("name"));
        create(Map.of("name", name)).statusCode(422).body("errors[0].field", equalTo("label"));
        create(Map.of("name", name, "label", "x", "wrapUpSeconds", 99999)).statusCode(422);
        create(Map.of("name", name, "label", "x", "recording", "sometimes")).statusCode(422);
        create(Map.of("name", name, "label", "x", "ticketType", "wish")).statusCode(422);
        create(Map.of("name", name, "label", "x", "dids", List.of(Map.of("number", "12;rm", "region", "CN"))))
                .statusCode(422);
        create(Map.of("name", name, "label", "x", "dids", List.of(Map.of("number", "1234", "region", "ZZ"))))
                .statusCode(422);
        create(Map.of("name", "support", "label", "x")).statusCode(409);
    }

    @Test
    void whatItIsHeldToAndItsAlarmsCanBeSet() {
        String id = create(Map.of("name", name, "label", "x"))
                .statusCode(201)
                .body("serviceLevelSeconds", equalTo(20))
                .body("serviceLevelTarget", equalTo(80))
                .body("alarmWaiting", nullValue())
                .body("alarmLongestWaitSeconds", nullValue())
                .body("alarmServiceLevel", equalTo(false))
                .extract()
                .path("id");
        patch("\"0\"", Map.of("serviceLevelSeconds", 30, "serviceLevelTarget", 90, "alarmWaiting", 0))
                .statusCode(200)
                .body("alarmWaiting", equalTo(0));
        assertThat(goals.goals()).contains(new QueueGoal(name, "x", null, 5_000, 30, 90, 0, null, false));
        Map<String, Object> none = new HashMap<>();
        none.put("alarmWaiting", null);
        patch("\"1\"", none).statusCode(200).body("alarmWaiting", nullValue());
        patch("\"2\"", Map.of("serviceLevelTarget", 101))
                .statusCode(422)
                .body("errors[0].field", equalTo("serviceLevelTarget"));
        patch("\"2\"", Map.of("alarmLongestWaitSeconds", 0)).statusCode(422);
        people.as("queue-auditor", Role.ADMINISTRATOR)
                .queryParam("refId", id)
                .get("/api/v1/audit")
                .then()
                .body("items[0].details.values.alarmWaiting.before", equalTo(0));
    }

    @Test
    void versionsAreChecked() {
        create(Map.of("name", name, "label", "x")).statusCode(201);
        patch("\"0\"", Map.of("label", "y")).statusCode(200);
        patch("\"0\"", Map.of("label", "z")).statusCode(412);
        boss().contentType("application/json")
                .body(Map.of("label", "z"))
                .patch("/api/v1/queues/" + name)
                .then()
                .statusCode(428);
        patch("\"1\"", Map.of("name", "other")).statusCode(422);
        boss().get("/api/v1/queues/nobody-knows").then().statusCode(404);
    }

    @Test
    void agentsSeeQueuesAndDoNotChangeThem() {
        given().get("/api/v1/queues").then().statusCode(401);
        agent().contentType("application/json")
                .body(Map.of("name", name, "label", "x"))
                .post("/api/v1/queues")
                .then()
                .statusCode(403);
    }

    private RequestSpecification boss() {
        return people.as("queue-boss", Role.SUPERVISOR);
    }

    private RequestSpecification agent() {
        return people.as("queue-agent", Role.AGENT);
    }

    private ValidatableResponse create(Map<String, Object> body) {
        return boss().contentType("application/json")
                .body(body)
                .post("/api/v1/queues")
                .then();
    }

    private ValidatableResponse patch(String version, Map<String, Object> body) {
        return boss().contentType("application/json")
                .header("If-Match", version)
                .body(body)
                .patch("/api/v1/queues/" + name)
                .then();
    }
}
