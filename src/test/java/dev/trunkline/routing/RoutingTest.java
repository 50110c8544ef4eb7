package dev.trunkline.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import dev.trunkline.telephony.simulator.SimulatedPbx;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a rule that an administrator writes to the line that the dialplan gets, and to what is kept with the call. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class RoutingTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SUPPORT = "4008001000";

    @Inject
    People people;

    @Inject
    Pool pool;

    @Inject
    RoutingBook book;

    @Inject
    SimulatedPbx pbx;

    private final String number = "138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private final String call = "routed-" + UUID.randomUUID();

    @BeforeEach
    @AfterEach
    void noRules() {
        pool.query("delete from routing_rule").execute().await().atMost(LIMIT);
        pool.query("delete from blocked_number").execute().await().atMost(LIMIT);
        book.reload().await().atMost(LIMIT);
    }

    @Test
    void aVipGoesFirstAndItIsKeptWhy() {
        String rule = made(rule("VIPs first", Map.of("conditions", List.of(kind("vip")), "priority", 10)));
        customer(Map.of("vip", true));
        asked(number, "allowed").statusCode(200).body(equalTo("route,,10"));
        assertThat(asked(number, "prohib_passed_screen").extract().asString()).isEqualTo("route,,0");

        String simulated = pbx.callIn(number, null, SUPPORT);
        calledRoute(simulated)
                .body("outcome", equalTo("decided"))
                .body("did", equalTo(SUPPORT))
                .body("priority", equalTo(10))
                .body("queue", nullValue())
                .body("reasons[0].rule", equalTo(rule))
                .body("reasons[0].name", equalTo("VIPs first"))
                .body("reasons[0].because[0].kind", equalTo("vip"));
        String waiting = "queues.find { it.name == 'support' }.waiting.find { it.call.id == '" + simulated + "' }";
        await().atMost(LIMIT)
                .untilAsserted(() -> administrator()
                        .get("/api/v1/board")
                        .then()
                        .statusCode(200)
                        .body(waiting + ".call.priority", equalTo(10)));
        pbx.callerHangsUp(simulated);
        people.as("routing-agent", Role.AGENT)
                .get("/api/v1/calls/" + simulated + "/route")
                .then()
                .statusCode(404);
    }

    @Test
    void aCallOfWhichNothingWasKeptHasNoRoute() {
        String simulated = pbx.callIn(number, null, SUPPORT);
        calledRoute(simulated).body("outcome", equalTo("decided"));
        pool.query("delete from call_route where call_id = '" + simulated + "'")
                .execute()
                .await()
                .atMost(LIMIT);
        supervisor().get("/api/v1/calls/" + simulated + "/route").then().statusCode(204);
        pbx.callerHangsUp(simulated);
    }

    @Test
    void aTagLeadsToAnotherQueue() {
        made(rule("Partners", Map.of("conditions", List.of(kind("tag", "partner")), "queue", "sales")));
        customer(Map.of("tags", List.of("partner")));
        asked("+86" + number, "allowed").body(equalTo("route,sales,0"));

        String simulated = pbx.callIn(number, null, SUPPORT);
        await().atMost(LIMIT)
                .untilAsserted(() -> supervisor()
                        .get("/api/v1/calls/" + simulated)
                        .then()
                        .statusCode(200)
                        .body("queue", equalTo("sales"))
                        .body("to", equalTo(SUPPORT)));
        pbx.callerHangsUp(simulated);
    }

    @Test
    void aBlockedNumberIsRefusedAndTheCallSaysSo() {
        made(rule("Blocked", Map.of("conditions", List.of(kind("blocked")), "refuse", "busy")));
        administrator()
                .body(Map.of("number", "+86 " + number.substring(0, 9), "prefix", true, "note", "nuisance"))
                .post("/api/v1/blocked-numbers")
                .then()
                .statusCode(201)
                .body("key", equalTo("+86" + number.substring(0, 9)));
        asked(number, "allowed").body(equalTo("refuse,17"));

        String simulated = pbx.callIn(number, null, SUPPORT);
        await().atMost(LIMIT)
                .untilAsserted(() -> supervisor()
                        .get("/api/v1/calls/" + simulated)
                        .then()
                        .statusCode(200)
                        .body("outcome", equalTo("failed"))
                        .body("hangupCause", equalTo(17))
                        .body("endedBy", equalTo("pbx"))
                        .body("queue", nullValue()));
        calledRoute(simulated).body("refusal", equalTo("busy"));
    }

    @Test
    void anOpenTicketAndAnOwnerAreSeen() {
        made(rule(
                "Theirs",
                Map.of("conditions", List.of(kind("ticket", "repair"), kind("owned")), "priority", 3, "last", false)));
        made(rule("Everybody", Map.of("conditions", List.of(), "priority", 1)));
        UUID owner = people.ensure("routing-owner", Role.SALES, null, null);
        String customer = customer(Map.of("owner", owner.toString()));
        asked(number, "allowed").body(equalTo("route,,1"));
        supervisor()
                .body(Map.of("type", "repair", "subject", "Broken", "customerId", customer))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201);
        asked(number, "allowed").body(equalTo("route,,3"));
    }

    @Test
    void theOrderIsTheReadersToChange() {
        String first = made(rule("First", Map.of("conditions", List.of(kind("unknown")), "priority", 5)));
        String second = made(rule("Second", Map.of("conditions", List.of(kind("did", SUPPORT)), "priority", 7)));
        asked(number, "allowed").body(equalTo("route,,5"));
        order(List.of(second, first)).statusCode(204);
        asked(number, "allowed").body(equalTo("route,,7"));
        supervisor()
                .get("/api/v1/routing-rules?sort=position")
                .then()
                .statusCode(200)
                .body("items.name", contains("Second", "First"))
                .body("items.position", contains(1, 2));
        order(List.of(second)).statusCode(409).body("code", equalTo("other-rules"));
        order(List.of(second, second)).statusCode(409);
        people.as("routing-admin", Role.ADMINISTRATOR)
                .get("/api/v1/audit?kind=routing-rule")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("reordered"))
                .body("items.name", hasItem("Second"));
    }

    @Test
    void aRuleThatNobodyCouldSuitIsRefused() {
        create(rule("Never", Map.of("conditions", List.of(kind("withheld"), kind("vip")), "priority", 1)))
                .statusCode(422)
                .body("errors.code", contains("never-matches"))
                .body("errors.field", contains("conditions[1].kind"));
        create(rule("Nowhere", Map.of("queue", "nowhere")))
                .statusCode(422)
                .body("errors.code", contains("unknown-queue"));
        create(rule("Nothing", Map.of("last", false))).statusCode(422).body("errors.code", contains("no-effect"));
        create(rule("Too much", Map.of("priority", 21))).statusCode(422);
        create(rule(" ", Map.of("priority", 1))).statusCode(422);
        create(rule("x", Map.of("conditions", List.of(Map.of("kind", "happy")), "priority", 1)))
                .statusCode(422);
        create(rule("x", Map.of("conditions", List.of(Map.of("kind", "hours", "from", "9am")), "priority", 1)))
                .statusCode(422);

        String everybody = made(rule("Everybody", Map.of("priority", 1)));
        create(rule("Late", Map.of("conditions", List.of(kind("vip")), "priority", 9)))
                .statusCode(409)
                .body("code", equalTo("rule-hidden"))
                .body("params.hidden", equalTo("Late"))
                .body("params.by", equalTo("Everybody"));
        administrator()
                .header("If-Match", "\"0\"")
                .body(Map.of("last", false))
                .patch("/api/v1/routing-rules/" + everybody)
                .then()
                .statusCode(200);
        String late = made(rule("Late", Map.of("conditions", List.of(kind("vip")), "queue", "sales")));
        administrator()
                .header("If-Match", "\"1\"")
                .body(Map.of("last", true))
                .patch("/api/v1/routing-rules/" + everybody)
                .then()
                .statusCode(409);
        order(List.of(late, everybody)).statusCode(204);
    }

    @Test
    void theBlockListTakesNumbersAlone() {
        for (Object number : List.of("nobody", "+0", "++86", "138 0013 8000 x", "")) {
            Map<String, Object> body = Map.of("number", number, "prefix", true);
            administrator().body(body).post("/api/v1/blocked-numbers").then().statusCode(422);
        }
        Map<String, Object> blocked = Map.of("number", number);
        administrator().body(blocked).post("/api/v1/blocked-numbers").then().statusCode(201);
        administrator()
                .body(Map.of("number", "+86" + number))
                .post("/api/v1/blocked-numbers")
                .then()
                .statusCode(409)
                .body("code", equalTo("exists"));
    }

    @Test
    void aTrialTellsWhatWouldBecomeOfACaller() {
        made(rule("Gold", Map.of("conditions", List.of(kind("tag", "gold")), "queue", "sales")));
        made(rule("Strangers", Map.of("conditions", List.of(kind("unknown")), "priority", 2)));
        customer(Map.of("tags", List.of("gold", "east")));
        supervisor()
                .get("/api/v1/routing-trial?did=" + SUPPORT + "&from=" + number)
                .then()
                .statusCode(200)
                .body("numberKind", equalTo("e164"))
                .body("number", equalTo("+86" + number))
                .body("blocked", equalTo(false))
                .body("customers[0].tags", contains("east", "gold"))
                .body("usualQueue", equalTo("support"))
                .body("queue", equalTo("sales"))
                .body("rules.verdict", contains("suits", "not-tried"));
        supervisor()
                .get("/api/v1/routing-trial?did=" + SUPPORT)
                .then()
                .body("numberKind", equalTo("withheld"))
                .body("queue", equalTo("support"))
                .body("rules[0].missed.kind", equalTo("tag"));
        supervisor().get("/api/v1/routing-trial?did=110").then().statusCode(422);
        supervisor().get("/api/v1/routing-trial?from=110").then().statusCode(422);
    }

    @Test
    void supervisorsLookAndAdministratorsWrite() {
        String rule = made(rule("Theirs", Map.of("priority", 1)));
        supervisor().get("/api/v1/routing-rules/" + rule).then().statusCode(200);
        supervisor()
                .body(rule("x", Map.of("priority", 1)))
                .post("/api/v1/routing-rules")
                .then()
                .statusCode(403);
        supervisor()
                .body(Map.of("ids", List.of(rule)))
                .put("/api/v1/routing-rules/order")
                .then()
                .statusCode(403);
        supervisor()
                .body(Map.of("number", number))
                .post("/api/v1/blocked-numbers")
                .then()
                .statusCode(403);
        for (String path : List.of("routing-rules", "blocked-numbers", "routing-trial?did=" + SUPPORT)) {
            people.as("routing-agent", Role.AGENT).get("/api/v1/" + path).then().statusCode(403);
            given().get("/api/v1/" + path).then().statusCode(401);
        }
    }

    @Test
    void onlyTheDialplanIsAnswered() {
        question().queryParam("did", SUPPORT).get("/api/v1/pbx/route").then().statusCode(401);
        question()
                .header("X-Trunkline-Secret", "another")
                .queryParam("did", SUPPORT)
                .get("/api/v1/pbx/route")
                .then()
                .statusCode(401);
        administrator()
                .queryParam("did", SUPPORT)
                .get("/api/v1/pbx/route")
                .then()
                .statusCode(401);
        for (String from : List.of("", "anonymous", "1' or '1'='1", "<script>", "9".repeat(3_000), "\u0000")) {
            asked(from, "allowed").statusCode(200).body(equalTo("route,,0"));
        }
    }

    @Test
    void aLookUpThatTakesTooLongHoldsNobodyUp() {
        made(rule("VIPs first", Map.of("conditions", List.of(kind("vip")), "priority", 10)));
        customer(Map.of("vip", true));
        SqlConnection locking = pool.getConnection().await().atMost(LIMIT);
        Transaction lock = locking.begin().await().atMost(LIMIT);
        locking.query("lock table customer_phone in access exclusive mode")
                .execute()
                .await()
                .atMost(LIMIT);
        try {
            asked(number, "allowed").statusCode(200).body(equalTo("route,,0"));
        } finally {
            lock.rollback().await().atMost(LIMIT);
            locking.close().await().atMost(LIMIT);
        }
        asked(number, "allowed").body(equalTo("route,,10"));
    }

    private ValidatableResponse calledRoute(String id) {
        await().atMost(LIMIT)
                .until(() -> supervisor().get("/api/v1/calls/" + id + "/route").statusCode() == 200);
        return supervisor().get("/api/v1/calls/" + id + "/route").then();
    }

    private ValidatableResponse asked(String from, String presentation) {
        return question()
                .header("X-Trunkline-Secret", "a-secret-of-tests")
                .queryParam("did", SUPPORT)
                .queryParam("from", from)
                .queryParam("presentation", presentation)
                .get("/api/v1/pbx/route")
                .then();
    }

    private RequestSpecification question() {
        return given().queryParam("call", call + "-" + UUID.randomUUID());
    }

    private String customer(Map<String, ?> more) {
        Map<String, Object> customer = new HashMap<>(Map.of(
                "name",
                "Routed " + number,
                "kind",
                "person",
                "contacts",
                List.of(Map.of("name", "Somebody", "phones", List.of(Map.of("raw", number))))));
        customer.putAll(more);
        return supervisor()
                .body(customer)
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> kind(String kind, String... values) {
        return Map.of("kind", kind, "values", List.of(values));
    }

    private static Map<String, Object> rule(String name, Map<String, ?> more) {
        Map<String, Object> rule = new HashMap<>(Map.of("name", name));
        rule.putAll(more);
        return rule;
    }

    private String made(Map<String, ?> rule) {
        return create(rule).statusCode(201).extract().path("id");
    }

    private ValidatableResponse create(Map<String, ?> rule) {
        return administrator().body(rule).post("/api/v1/routing-rules").then();
    }

    private ValidatableResponse order(List<String> ids) {
        return administrator()
                .body(Map.of("ids", ids))
                .put("/api/v1/routing-rules/order")
                .then();
    }

    private RequestSpecification administrator() {
        return people.as("routing-admin", Role.ADMINISTRATOR).contentType("application/json");
    }

    private RequestSpecification supervisor() {
        return people.as("routing-supervisor", Role.SUPERVISOR).contentType("application/json");
    }
}
