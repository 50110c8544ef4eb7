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
import dev.trunkline.call.QueueDefinition;
import dev.trunkline.call.QueueDefinition.Overflow;
import dev.trunkline.call.QueueDefinition.Strategy;
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
        pbx.away(false);
        pbx.refuse("");
        pbx.lack("");
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
    void howItWorksIsAtThePbxBeforeTheAnswerComes() {
        create(Map.of("name", name, "label", "x"))
                .statusCode(201)
                .body("strategy", equalTo("rrmemory"))
                .body("ringSeconds", equalTo(15))
                .body("overflowQueue", nullValue());
        assertThat(pbx.defined())
                .containsEntry(
                        name,
                        new QueueDefinition(name, Strategy.RRMEMORY, 15, 1, 0, 0, 0, 300, new Overflow.Nowhere()));
        Map<String, Object> change = new HashMap<>(Map.of(
                "strategy", "ringall",
                "ringSeconds", 20,
                "pauseSeconds", 5,
                "maxWaiting", 9,
                "weight", 3,
                "announceSeconds", 30,
                "longestWaitSeconds", 60,
                "overflowQueue", "sales"));
        patch("\"0\"", change).statusCode(200).body("overflowQueue", equalTo("sales"));
        assertThat(pbx.defined().get(name))
                .isEqualTo(new QueueDefinition(
                        name, Strategy.RINGALL, 20, 5, 9, 3, 30, 60, new Overflow.ToQueue("sales")));
        change.put("overflowQueue", null);
        change.put("overflowNumber", "021 6123 4567");
        patch("\"1\"", change).statusCode(200).body("overflowNumber", equalTo("+862161234567"));
        assertThat(pbx.defined().get(name).overflow()).isEqualTo(new Overflow.ToNumber("+862161234567"));
        boss().get("/api/v1/pbx/queues")
                .then()
                .statusCode(200)
                .body("find { it.name == '" + name + "' }.state", equalTo("applied"))
                .body("find { it.name == '" + name + "' }.has.strategy", equalTo("ringall"))
                .body("find { it.name == '" + name + "' }.differs", equalTo(List.of()));
    }

    @Test
    void callersOverflowToWhereTheyCanAndNeverRound() {
        create(Map.of("name", name, "label", "x", "overflowQueue", "support")).statusCode(201);
        for (var wrong : List.of(
                Map.entry("overflowQueue", (Object) name),
                Map.entry("overflowQueue", (Object) "nowhere-at-all"),
                Map.entry("overflowNumber", (Object) "021 6123 4567"),
                Map.entry("announceSeconds", (Object) 5),
                Map.entry("ringSeconds", (Object) 4),
                Map.entry("pauseSeconds", (Object) 0),
                Map.entry("weight", (Object) 101),
                Map.entry("maxWaiting", (Object) (-1)),
                Map.entry("longestWaitSeconds", (Object) 86_401))) {
            patch("\"0\"", Map.of(wrong.getKey(), wrong.getValue(), "label", "not taken"))
                    .statusCode(422)
                    .body("errors[0].field", equalTo(wrong.getKey()));
        }
        boss().get("/api/v1/queues/" + name).then().body("label", equalTo("x")).body("version", equalTo(0));
        String second = name + "-2";
        create(Map.of("name", second, "label", "y", "overflowQueue", name)).statusCode(201);
        Map<String, Object> round = Map.of("overflowQueue", second);
        patch("\"0\"", round).statusCode(422).body("errors[0].code", equalTo("ring"));
        patch("\"0\"", Map.of("strategy", "loudest")).statusCode(422);
        create(Map.of("name", "general", "label", "x")).statusCode(422).body("errors[0].code", equalTo("reserved"));
    }

    @Test
    void nobodySendsCallersWhereTheyMayNotDial() {
        for (String number : List.of("1", "110", "abc", "1001", "tel:138", "0086 138 0000 1111 ext. 5")) {
            create(Map.of("name", name, "label", "x", "overflowNumber", number))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("overflowNumber"));
        }
        create(Map.of("name", name, "label", "x", "overflowNumber", "+1 900 555 0123"))
                .statusCode(422)
                .body("errors[0].code", equalTo("class-of-service"));
    }

    @Test
    void membersHaveLevels() {
        String first = people.ensure("level-first", Role.AGENT, null, "1063").toString();
        String second = people.ensure("level-second", Role.AGENT, null, "1064").toString();
        create(Map.of(
                        "name",
                        name,
                        "label",
                        "x",
                        "members",
                        List.of(first, second),
                        "levels",
                        List.of(Map.of("user", second, "level", 2))))
                .statusCode(201)
                .body("levels", equalTo(List.of(Map.of("user", second, "level", 2))));
        people.as("level-second", Role.AGENT)
                .contentType("application/json")
                .body(Map.of("state", "available"))
                .put("/api/v1/agents/me/state")
                .then()
                .statusCode(200);
        news.pbx(new PbxState.Link("pbx1", Instant.now(), LinkState.UP, null));
        await().untilAsserted(() -> assertThat(pbx.told()).contains("join " + name + " 1064 2"));
        patch("\"0\"", Map.of("levels", List.of(Map.of("user", second, "level", 5))))
                .statusCode(200);
        await().untilAsserted(() -> assertThat(pbx.told()).contains("join " + name + " 1064 5"));
        patch("\"1\"", Map.of("levels", List.of(Map.of("user", first, "level", 10))))
                .statusCode(422);
        patch("\"1\"", Map.of("members", List.of(first)))
                .statusCode(200)
                .body("members", equalTo(List.of(first)))
                .body("levels", equalTo(List.of()));
    }

    @Test
    void whatThePbxDoesNotTakeIsSaidWithItsReason() {
        pbx.refuse(name);
        create(Map.of("name", name, "label", "x")).statusCode(201);
        boss().get("/api/v1/pbx/queues")
                .then()
                .body("find { it.name == '" + name + "' }.state", equalTo("refused"))
                .body("find { it.name == '" + name + "' }.reason", equalTo("Originate failed"))
                .body("find { it.name == '" + name + "' }.differs", equalTo(List.of("name")));
        pbx.refuse("");
        patch("\"0\"", Map.of("weight", 1)).statusCode(200);
        boss().get("/api/v1/pbx/queues").then().body("find { it.name == '" + name + "' }.state", equalTo("applied"));
        given().get("/api/v1/pbx/queues").then().statusCode(401);
    }

    @Test
    void aPbxOutOfReachIsToldLater() {
        pbx.away(true);
        create(Map.of("name", name, "label", "x")).statusCode(201);
        boss().get("/api/v1/pbx/queues")
                .then()
                .body("find { it.name == '" + name + "' }.state", equalTo("pending"))
                .body("find { it.name == '" + name + "' }.has", nullValue());
        pbx.away(false);
        await().untilAsserted(() -> assertThat(pbx.defined()).containsKey(name));
    }

    /** An agent whom the PBX could not take into a queue it did not have joins as soon as it has it. */
    @Test
    void whoFoundTheQueueMissingJoinsOnceItIsThere() {
        String agent = people.ensure("early-agent", Role.AGENT, null, "1065").toString();
        pbx.refuse(name);
        pbx.lack(name);
        create(Map.of("name", name, "label", "x", "members", List.of(agent))).statusCode(201);
        news.pbx(new PbxState.Link("pbx1", Instant.now(), LinkState.UP, null));
        people.as("early-agent", Role.AGENT)
                .contentType("application/json")
                .body(Map.of("state", "available"))
                .put("/api/v1/agents/me/state")
                .then()
                .statusCode(200);
        pbx.refuse("");
        pbx.lack("");
        patch("\"0\"", Map.of("weight", 2)).statusCode(200);
        await().untilAsserted(() -> assertThat(pbx.told()).contains("join " + name + " 1065"));
    }

    @Test
    void numbersLeadToTheQueueAndGoAgain() {
        String one = "4009%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
        create(Map.of("name", name, "label", "x", "dids", List.of(Map.of("number", one, "region", "CN"))))
                .statusCode(201);
        assertThat(pbx.numbers()).containsEntry(one, name);
        create(Map.of("name", name + "-2", "label", "y", "dids", List.of(Map.of("number", one, "region", "CN"))))
                .statusCode(409);
        patch("\"0\"", Map.of("dids", List.of())).statusCode(200);
        assertThat(pbx.numbers()).containsEntry(one, "-");
        pbx.numbers().clear();
        news.pbx(new PbxState.Link("pbx1", Instant.now(), LinkState.UP, null));
        await().untilAsserted(
                        () -> assertThat(pbx.numbers()).containsEntry(one, "-").containsEntry("4008001000", "support"));
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
