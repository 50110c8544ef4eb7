package dev.trunkline.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import dev.trunkline.shared.outbox.DomainEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a rule that a supervisor writes to the ticket a call leaves. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class TicketRuleResourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Instant END = Instant.parse("2026-11-22T12:00:00Z");
    private static final String QUEUE = "rule-queue";

    @Inject
    AfterCallWork work;

    @Inject
    RuleBook book;

    @Inject
    Pool pool;

    @Inject
    People people;

    private final String callId = "call-" + UUID.randomUUID();

    @AfterEach
    void noRules() {
        pool.query("delete from ticket_rule").execute().await().atMost(LIMIT);
        book.reload().await().atMost(LIMIT);
    }

    @Test
    void aCallThatARuleSuitsLeavesItsTicketOnce() {
        UUID idle = member("rule-idle", "7511");
        UUID busy = member("rule-busy", "7512");
        openTicketOf(busy);
        create(rule(
                        "Missed callers complain",
                        Map.of(
                                "outcomes", List.of("abandoned"),
                                "queues", List.of(QUEUE),
                                "type", "complaint",
                                "priority", "high",
                                "subject", "{{call.from}} gave up",
                                "dueMinutes", 30,
                                "assign", "automatic")))
                .statusCode(201)
                .body("enabled", equalTo(true))
                .body("caller", equalTo("anybody"));
        DomainEvent ended = ended("abandoned");
        take(ended);
        take(ended);

        RowIterator<Row> tickets = tickets();
        Row ticket = tickets.next();
        assertThat(tickets.hasNext()).isFalse();
        assertThat(ticket.getString("subject")).isEqualTo("+8613800007511 gave up");
        assertThat(ticket.getString("type")).isEqualTo("complaint");
        assertThat(ticket.getString("priority")).isEqualTo("high");
        assertThat(ticket.getOffsetDateTime("due_at").toInstant()).isEqualTo(END.plusSeconds(1800));
        assertThat(ticket.getUUID("owner_id")).isEqualTo(idle);
    }

    @Test
    void aRuleThatIsOffOrWantsNoTicketLeavesNone() {
        String id = create(rule("No", Map.of("queues", List.of(QUEUE), "opens", false)))
                .statusCode(201)
                .extract()
                .path("id");
        create(rule("Off", Map.of("queues", List.of(QUEUE), "enabled", false, "position", 1)))
                .statusCode(201);
        take(ended("answered"));
        assertThat(tickets().hasNext()).isFalse();

        supervisor()
                .header("If-Match", "\"0\"")
                .body(Map.of("opens", true))
                .patch("/api/v1/ticket-rules/" + id)
                .then()
                .statusCode(200);
        take(ended("answered"));
        assertThat(tickets().hasNext()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsNamedAndAgentsMakeNoRules() {
        create(Map.of("name", " ", "position", 0))
                .statusCode(422)
                .body("errors.field", hasItem("name"))
                .body("errors.field", hasItem("position"));
        create(rule("x", Map.of("outcomes", List.of("happy")))).statusCode(422);
        create(rule("x", Map.of("subject", "two\nlines"))).statusCode(422);
        people.as("rule-agent", Role.AGENT)
                .contentType("application/json")
                .body(rule("x", Map.of()))
                .post("/api/v1/ticket-rules")
                .then()
                .statusCode(403);
        people.as("rule-agent", Role.AGENT).get("/api/v1/ticket-rules").then().statusCode(403);
    }

    @Test
    void aTicketIsGivenToWhoseTurnItIs() {
        UUID idle = member("rule-idle", "7511");
        openTicketOf(member("rule-busy", "7512"));
        ValidatableResponse made = supervisor()
                .body(Map.of("type", "request", "subject", "Whose?", "queue", QUEUE))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201);
        String path = "/api/v1/tickets/" + made.extract().<String>path("id") + "/assign";
        supervisor().post(path).then().statusCode(428);
        supervisor()
                .header("If-Match", "\"0\"")
                .post(path)
                .then()
                .statusCode(200)
                .body("assigneeId", equalTo(idle.toString()));
        supervisor().header("If-Match", "\"0\"").post(path).then().statusCode(412);

        String lonely = supervisor()
                .body(Map.of("type", "request", "subject", "Nobody's", "queue", "nobody-serves-it"))
                .post("/api/v1/tickets")
                .then()
                .extract()
                .path("id");
        supervisor()
                .header("If-Match", "\"0\"")
                .post("/api/v1/tickets/" + lonely + "/assign")
                .then()
                .statusCode(409)
                .body("code", equalTo("nobody-to-assign"));
    }

    private RequestSpecification supervisor() {
        return people.as("rule-supervisor", Role.SUPERVISOR).contentType("application/json");
    }

    private ValidatableResponse create(Map<String, ?> rule) {
        return supervisor().body(rule).post("/api/v1/ticket-rules").then();
    }

    private static Map<String, Object> rule(String name, Map<String, ?> more) {
        Map<String, Object> rule = new HashMap<>(Map.of("name", name, "position", 10));
        rule.putAll(more);
        return rule;
    }

    private UUID member(String username, String extension) {
        UUID id = people.ensure(username, Role.AGENT, null, extension);
        pool.query("""
                        insert into queue (id, name, label, ticket_on_answered, ticket_type, follow_up_on_missed,
                            follow_up_due_minutes, short_abandon_seconds, wrap_up_seconds, missed_limit, recording,
                            version, created_at, updated_at)
                        values (gen_random_uuid(), '%s', 'Rules', false, 'request', false, 60, 5, 60, 2, 'never',
                            0, now(), now()) on conflict (name) do nothing""".formatted(QUEUE)).execute().await().atMost(LIMIT);
        pool.preparedQuery("""
                        insert into queue_member select id, $1 from queue where name = $2 on conflict do nothing""").execute(Tuple.of(id, QUEUE)).await().atMost(LIMIT);
        return id;
    }

    private void openTicketOf(UUID owner) {
        supervisor()
                .body(Map.of("type", "request", "subject", "To do", "assignee", owner.toString()))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201);
    }

    private RowIterator<Row> tickets() {
        return pool.preparedQuery("select * from ticket where call_id = $1")
                .execute(Tuple.of(callId))
                .await()
                .atMost(LIMIT)
                .iterator();
    }

    private void take(DomainEvent event) {
        work.take(event).await().atMost(LIMIT);
    }

    private DomainEvent ended(String outcome) {
        JsonObject payload = new JsonObject()
                .put("callId", callId)
                .put("direction", "inbound")
                .put("outcome", outcome)
                .put("queue", QUEUE)
                .put("from", "13800007511")
                .put("fromE164", "+8613800007511")
                .put("withheld", false)
                .put("agents", new JsonArray())
                .put("startedAt", END.minusSeconds(60).toString())
                .put("endedAt", END.toString());
        return DomainEvent.of("call.ended", 1, callId, END, payload);
    }
}
