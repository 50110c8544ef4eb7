package dev.trunkline.knowledge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ArticleTest {
    private static final String ARTICLES = "/api/v1/articles";
    private static final String WRITER = "article.lina";
    private static final String AGENT = "article.wei";

    @Inject
    People people;

    @BeforeEach
    void staff() {
        people.ensure(WRITER, Role.SUPERVISOR, "Article team", null);
        people.ensure(AGENT, Role.AGENT, "Article team", "7501");
    }

    @Test
    void aDraftIsForItsWritersAndAPublishedArticleForEverybody() {
        String id = create("Draft of the kettle", "Boil.", Map.of());
        as(AGENT).get(ARTICLES + "/" + id).then().statusCode(404);
        as(AGENT).queryParam("q", "kettle").get(ARTICLES).then().body("items", hasSize(0));
        patch(id, 0, Map.of("status", "published")).statusCode(200).header("ETag", "\"1\"");
        as(AGENT).get(ARTICLES + "/" + id).then().statusCode(200).body("body", equalTo("Boil."));
        as(AGENT).queryParam("q", "kettle").get(ARTICLES).then().body("items.id", hasItem(id));
        patch(id, 1, Map.of("status", "archived")).statusCode(200);
        as(AGENT).get(ARTICLES + "/" + id).then().statusCode(404);
    }

    @Test
    void agentsReadAndDoNotWrite() {
        String id = published("Readable", "Text", Map.of());
        as(AGENT)
                .contentType(ContentType.JSON)
                .body(input("Mine", "x", Map.of()))
                .post(ARTICLES)
                .then()
                .statusCode(403);
        as(AGENT)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "Mine"))
                .patch(ARTICLES + "/" + id)
                .then()
                .statusCode(403);
        as(AGENT).get(ARTICLES + "/" + id + "/versions").then().statusCode(403);
    }

    @Test
    void whatAnArticleWasIsKeptAndCanBeHadAgain() {
        String id = create("First title", "First text", Map.of());
        patch(id, 0, Map.of("title", "Second title", "body", "Second text")).statusCode(200);
        as(WRITER)
                .get(ARTICLES + "/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("number", equalTo(List.of(2, 1)))
                .body("title", equalTo(List.of("Second title", "First title")))
                .body("[0].editorName", equalTo(as(WRITER).get("/api/v1/me").path("name")));
        restore(id, 1, 0).statusCode(412);
        restore(id, 9, 1).statusCode(404);
        restore(id, 1, 1)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("First title"))
                .body("body", equalTo("First text"));
        as(WRITER).get(ARTICLES + "/" + id + "/versions").then().body("number", equalTo(List.of(3, 2, 1)));
    }

    @Test
    void oneWhoWasLateChangesNothing() {
        String id = create("Contended article", "x", Map.of());
        patch(id, 0, Map.of("body", "y")).statusCode(200);
        patch(id, 0, Map.of("body", "z")).statusCode(412).contentType("application/problem+json");
    }

    @Test
    void bodiesThatAreTooLargeOrEmptyAreRefusedByName() {
        refused("Large", "x".repeat(1_048_576), Map.of()).body("errors.field", hasItem("body"));
        refused("Empty", " ", Map.of()).body("errors.field", hasItem("body"));
        refused("Two\nlines", "x", Map.of()).body("errors.field", hasItem("title"));
        refused("Type", "x", Map.of("ticketTypes", List.of("alien")));
        refused("Language", "x", Map.of("language", "tlh"));
    }

    @Test
    void scriptIsKeptAsTheTextItIs() {
        String script = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>";
        String id = published("Script & co <b>", script, Map.of());
        as(AGENT)
                .get(ARTICLES + "/" + id)
                .then()
                .contentType(ContentType.JSON)
                .body("title", equalTo("Script & co <b>"))
                .body("body", equalTo(script));
    }

    @Test
    void articlesAreFoundByWordsOfBothLanguagesAndByPinyinOfTheTitle() {
        String id =
                published("净水机清洗指南", "每三个月用柠檬酸清洗一次。Descale with citric zorbium.", Map.of("tags", List.of("quarterly")));
        for (String typed : List.of("清洗", "柠檬", "zorbium", "zorb", "qingxi", "jsj", "净水机 zorbium", "quarterl")) {
            as(AGENT)
                    .queryParam("q", typed)
                    .get("/api/v1/search")
                    .then()
                    .statusCode(200)
                    .body("groups.find { it.kind == 'article' }.items.id", hasItem(id));
        }
        as(AGENT).queryParam("q", "柠檬").get(ARTICLES).then().body("items.id", hasItem(id));
    }

    @Test
    void whatSuitsTheCallComesFirst() {
        String queue = "article-queue";
        String here = published("Suits the queue", "Glonkify.", Map.of("queues", List.of(queue)));
        String both = published(
                "Suits queue and type",
                "Glonkify.",
                Map.of("queues", List.of(queue), "ticketTypes", List.of("dispute")));
        String elsewhere = published("Elsewhere", "Glonkify.", Map.of("queues", List.of("article-other")));
        create("Not yet", "Glonkify.", Map.of("queues", List.of(queue)));
        assertThat(suggested(Map.of("queue", queue, "ticketType", "dispute", "limit", "2")))
                .containsExactly(both, here);
        assertThat(suggested(Map.of("queue", queue, "q", "please glonkify it")))
                .hasSize(3)
                .endsWith(elsewhere);
        assertThat(suggested(Map.of("queue", queue, "q", "unheardofword"))).isEmpty();
        as(AGENT)
                .queryParam("ticketType", "alien")
                .get(ARTICLES + "/suggested")
                .then()
                .statusCode(422);
    }

    private static List<String> suggested(Map<String, String> asked) {
        return as(AGENT)
                .queryParams(asked)
                .get(ARTICLES + "/suggested")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("id");
    }

    private static String published(String title, String body, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.put("status", "published");
        return create(title, body, all);
    }

    private static String create(String title, String body, Map<String, Object> more) {
        return post(title, body, more).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse refused(String title, String body, Map<String, Object> more) {
        return post(title, body, more).statusCode(422).contentType("application/problem+json");
    }

    private static ValidatableResponse post(String title, String body, Map<String, Object> more) {
        return as(WRITER)
                .contentType(ContentType.JSON)
                .body(input(title, body, more))
                .post(ARTICLES)
                .then();
    }

    private static Map<String, Object> input(String title, String body, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(Map.of("title", title, "body", body, "language", "en"));
        input.putAll(more);
        return input;
    }

    private static ValidatableResponse patch(String id, int version, Map<String, Object> patch) {
        return as(WRITER)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(patch)
                .patch(ARTICLES + "/" + id)
                .then();
    }

    private static ValidatableResponse restore(String id, int number, int version) {
        return as(WRITER)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .post(ARTICLES + "/" + id + "/versions/" + number + "/restore")
                .then();
    }

    private static RequestSpecification as(String who) {
        return given().header("Authorization", "Bearer " + People.signIn(who));
    }
}
