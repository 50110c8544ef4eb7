package dev.trunkline.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ScriptTest {
    private static final String SCRIPTS = "/api/v1/scripts";
    private static final String WEI = "7601";
    private static final String ANNA = "7602";

    @Inject
    People people;

    @Inject
    StoredCalls stored;

    @Inject
    DataSource database;

    /** One of each test's own, so that no other test's script is for its calls. */
    private String queue;

    @BeforeEach
    void staff() {
        people.ensure("script-omar", Role.CAMPAIGN_MANAGER, null, null);
        people.ensure("script-lina", Role.SUPERVISOR, null, "7603");
        people.ensure("script-wei", Role.AGENT, null, WEI);
        people.ensure("script-anna", Role.AGENT, null, ANNA);
        queue = "script-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aScriptIsWrittenPublishedChangedAndWithdrawn() {
        String id = create(input());
        omar().get(SCRIPTS + "/" + id)
                .then()
                .body("status", equalTo("draft"))
                .body("differs", equalTo(true))
                .body("publishedVersion", nullValue())
                .body("steps.key", equalTo(List.of("hello", "leak", "bye")))
                .body("authorName", equalTo("Name of script-omar"));
        act(id, "publish", 0)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("published"))
                .body("publishedVersion", equalTo(1))
                .body("differs", equalTo(false));
        act(id, "publish", 0).statusCode(412);
        act(id, "publish", 1).statusCode(200).body("publishedVersion", equalTo(1));
        patch(id, 1, Map.of("name", "Other words"))
                .statusCode(200)
                .body("status", equalTo("published"))
                .body("differs", equalTo(true));
        act(id, "publish", 2).statusCode(200).body("publishedVersion", equalTo(2));
        omar().get(SCRIPTS + "/" + id + "/versions")
                .then()
                .body("number", equalTo(List.of(2, 1)))
                .body("name", equalTo(List.of("Other words", "Inbound")))
                .body("[0].until", nullValue())
                .body("[0].editorName", equalTo("Name of script-omar"));
        omar().get(SCRIPTS + "/" + id + "/versions/1").then().body("name", equalTo("Inbound"));
        omar().get(SCRIPTS + "/" + id + "/versions/9").then().statusCode(404);
        omar().queryParam("queue", queue)
                .queryParam("status", "published")
                .get(SCRIPTS)
                .then()
                .body("items.id", equalTo(List.of(id)));
        act(id, "withdraw", 3).statusCode(200).body("status", equalTo("draft"));
        omar().header("If-Match", "\"4\"").delete(SCRIPTS + "/" + id).then().statusCode(204);
    }

    @Test
    void agentsNeitherReadNorWriteScripts() {
        String id = create(input());
        wei().get(SCRIPTS).then().statusCode(403);
        wei().get(SCRIPTS + "/" + id).then().statusCode(403);
        wei().contentType(ContentType.JSON).body(input()).post(SCRIPTS).then().statusCode(403);
        wei().header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .post(SCRIPTS + "/" + id + "/publish")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "SUPERVISOR", "CAMPAIGN_MANAGER"})
    void whoAnswersForQueuesWritesThem(Role role) {
        people.as("script-writer-" + role.ordinal(), role)
                .contentType(ContentType.JSON)
                .body(input())
                .post(SCRIPTS)
                .then()
                .statusCode(201);
    }

    @Test
    void whatIsNoScriptIsRefusedByName() {
        refused(Map.of("steps", List.of())).body("errors.field", hasItem("steps"));
        refused(Map.of("steps", List.of(step("a", "x".repeat(10_001), Map.of()))))
                .body("errors.field", hasItem("steps[0].text"));
        refused(Map.of("steps", List.of(step("a", "{{customer.password}}", Map.of()))))
                .body("errors[0].field", equalTo("steps[0].text"))
                .body("errors[0].code", equalTo("unknown-placeholder"))
                .body("errors[0].message", equalTo("there is no placeholder {{customer.password}}"));
        refused(Map.of("steps", List.of(step("a", "x", Map.of("next", "b")))))
                .body("errors[0].field", equalTo("steps[0].next"))
                .body("errors[0].code", equalTo("unknown-step"));
        refused(Map.of("steps", List.of(step("a", "x", Map.of()), step("b", "x", Map.of()))))
                .body("errors[0].code", equalTo("unreachable"));
        refused(Map.of("steps", List.of(step("A key!", "x", Map.of())))).body("errors.field", hasItem("steps[0].key"));
        refused(Map.of(
                        "steps",
                        List.of(step(
                                "a",
                                "x",
                                Map.of("questions", List.of(Map.of("key", "q", "kind", "text", "label", " ")))))))
                .body("errors.field", hasItem("steps[0].questions[0].label"));
        omar().contentType(ContentType.JSON)
                .body("{\"name\":\"x\",\"language\":\"en\",\"steps\":[null]}")
                .post(SCRIPTS)
                .then()
                .statusCode(422);
    }

    @Test
    void aCallWithoutScriptHasNone() {
        String call = call();
        wei().get(call).then().statusCode(200).body("current", nullValue()).body("scripts", empty());
    }

    @Test
    void answersAreKeptWithTheCall() {
        String id = published(input());
        String call = call();
        wei().queryParam("language", "zh-CN")
                .get(call)
                .then()
                .statusCode(200)
                .body("current", equalTo(id))
                .body("scripts[0].script.number", equalTo(1))
                .body("scripts[0].trail", empty())
                .body("scripts[0].version", equalTo(0));
        Map<String, Object> passage = passage(id, 1, List.of("hello", "leak"), Map.of("leaks", "yes"));
        save(call, 0, passage)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("agents", equalTo(List.of(WEI)))
                .body("trail", equalTo(List.of("hello", "leak")));
        save(call, 0, passage).statusCode(412).contentType("application/problem+json");
        Map<String, Object> done = new HashMap<>(passage(id, 1, List.of("hello", "bye"), Map.of("leaks", "no")));
        done.put("done", true);
        save(call, 1, done).statusCode(200);
        people.as("script-lina", Role.SUPERVISOR)
                .get(call)
                .then()
                .body("scripts[0].done", equalTo(true))
                .body("scripts[0].answers.values", equalTo(List.of(List.of("no"))));
    }

    @Test
    void aCallGoesOnWithTheVersionItBeganWith() {
        String id = published(input());
        String call = call();
        save(call, 0, passage(id, 1, List.of("hello"), Map.of())).statusCode(200);
        patch(id, 1, Map.of("name", "Newer")).statusCode(200);
        act(id, "publish", 2).statusCode(200);
        wei().get(call)
                .then()
                .body("scripts.script.number", equalTo(List.of(1)))
                .body("scripts[0].script.name", equalTo("Inbound"));
        save(call, 1, passage(id, 2, List.of("hello"), Map.of()))
                .statusCode(409)
                .body("code", equalTo("not-its-script"));
        act(id, "withdraw", 3).statusCode(200);
        save(call, 1, passage(id, 1, List.of("hello", "bye"), Map.of("leaks", "no")))
                .statusCode(200);
        String later = call();
        wei().get(later).then().body("current", equalTo(id)).body("scripts[0].script.number", equalTo(1));
        omar().header("If-Match", "\"4\"")
                .delete(SCRIPTS + "/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("reference"));
    }

    @Test
    void whatCannotHaveBeenIsRefused() {
        String id = published(input());
        String call = call();
        save(call, 0, passage(id, 1, List.of("hello", "bye"), Map.of()))
                .statusCode(422)
                .body("errors[0].field", equalTo("trail[0]"))
                .body("errors[0].code", equalTo("unanswered"));
        save(call, 0, passage(id, 1, List.of("hello", "bye"), Map.of("leaks", "yes")))
                .statusCode(422)
                .body("errors[0].code", equalTo("not-a-way"));
        save(call, 0, passage(id, 1, List.of(), Map.of())).statusCode(422);
        save(call, 0, passage(id, 1, List.of("hello"), Map.of("leaks", "x".repeat(2001))))
                .statusCode(422)
                .body("errors[0].code", equalTo("size"));
        save(call, 0, passage(UUID.randomUUID().toString(), 1, List.of("hello"), Map.of()))
                .statusCode(409);
        wei().contentType(ContentType.JSON)
                .body(passage(id, 1, List.of("hello"), Map.of()))
                .put(call)
                .then()
                .statusCode(428);
    }

    @Test
    void onlyWhoTookTheCallAnswers() {
        String id = published(input());
        String call = call();
        Map<String, Object> passage = passage(id, 1, List.of("hello"), Map.of());
        answer(people.as("script-anna", Role.AGENT), call, 0, passage).statusCode(404);
        people.as("script-anna", Role.AGENT).get(call).then().statusCode(404);
        answer(people.as("script-lina", Role.SUPERVISOR), call, 0, passage).statusCode(403);
        answer(omar(), call, 0, passage).statusCode(403);
        people.as("script-lina", Role.SUPERVISOR).get(call).then().statusCode(200);
        save(call, 0, passage).statusCode(200);
        people.as("script-admin", Role.ADMINISTRATOR)
                .queryParam("limit", 200)
                .get("/api/v1/audit")
                .then()
                .body(
                        "items.find { it.action == 'answered' && it.refId == '%s' }.actor"
                                .formatted(call.split("/")[4]),
                        equalTo("script-wei"));
    }

    @Test
    void theReadersLanguageAndTheQueuesOwnScriptComeFirst() {
        Map<String, Object> general = input();
        general.put("queues", List.of(queue, "script-other"));
        String english = published(general);
        Map<String, Object> chinese = input();
        chinese.put("language", "zh-CN");
        String other = published(chinese);
        String call = call();
        assertThat(current(call, "en")).isEqualTo(english);
        assertThat(current(call, "zh-CN")).isEqualTo(other);
        save(call, 0, passage(english, 1, List.of("hello"), Map.of())).statusCode(200);
        assertThat(current(call, "zh-CN")).isEqualTo(english);
    }

    private String current(String call, String language) {
        return wei().queryParam("language", language).get(call).then().extract().path("current");
    }

    private String call() {
        return "/api/v1/calls/" + stored.answered(queue, WEI, "13800138401") + "/script";
    }

    /** Published before any call of the tests began. */
    private String published(Map<String, Object> input) {
        String id = create(input);
        act(id, "publish", 0).statusCode(200);
        try (Connection connection = database.getConnection();
                PreparedStatement early = connection.prepareStatement(
                        "update script_version set at = timestamptz '2000-01-01' where script_id = ?::uuid")) {
            early.setString(1, id);
            early.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private ValidatableResponse save(String call, int version, Map<String, Object> passage) {
        return answer(wei(), call, version, passage);
    }

    private static ValidatableResponse answer(
            RequestSpecification who, String call, int version, Map<String, Object> passage) {
        return who.contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(passage)
                .put(call)
                .then();
    }

    private static Map<String, Object> passage(
            String script, int number, List<String> trail, Map<String, String> hello) {
        List<Map<String, Object>> answers = hello.entrySet().stream()
                .map(one -> Map.<String, Object>of(
                        "step", "hello", "question", one.getKey(), "values", List.of(one.getValue())))
                .toList();
        return Map.of("scriptId", script, "number", number, "trail", trail, "done", false, "answers", answers);
    }

    private String create(Map<String, Object> input) {
        return omar().contentType(ContentType.JSON)
                .body(input)
                .post(SCRIPTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse refused(Map<String, Object> changes) {
        Map<String, Object> input = input();
        input.putAll(changes);
        return omar().contentType(ContentType.JSON)
                .body(input)
                .post(SCRIPTS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    private ValidatableResponse patch(String id, int version, Map<String, Object> patch) {
        return omar().contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(patch)
                .patch(SCRIPTS + "/" + id)
                .then();
    }

    private ValidatableResponse act(String id, String action, int version) {
        return omar().contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .post(SCRIPTS + "/" + id + "/" + action)
                .then();
    }

    private Map<String, Object> input() {
        return new HashMap<>(Map.of(
                "name",
                "Inbound",
                "language",
                "en",
                "queues",
                List.of(queue),
                "steps",
                List.of(
                        step(
                                "hello",
                                "Hello {{customer.name}}",
                                Map.of(
                                        "questions",
                                        List.of(Map.of(
                                                "key", "leaks", "kind", "yes-no", "label", "Leaks?", "required", true)),
                                        "branches",
                                        List.of(Map.of("question", "leaks", "value", "yes", "next", "leak")),
                                        "next",
                                        "bye")),
                        step("leak", "Close the tap.", Map.of("next", "hello")),
                        step("bye", "Good bye.", Map.of()))));
    }

    private static Map<String, Object> step(String key, String text, Map<String, Object> more) {
        Map<String, Object> step = new HashMap<>(Map.of("key", key, "title", "Step " + key, "text", text));
        step.putAll(more);
        return step;
    }

    private RequestSpecification omar() {
        return people.as("script-omar", Role.CAMPAIGN_MANAGER);
    }

    private RequestSpecification wei() {
        return people.as("script-wei", Role.AGENT);
    }
}
