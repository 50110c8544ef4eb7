package dev.trunkline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
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
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whom an article is for: nobody else learns that it is there. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ArticleAudienceTest {
    private static final String ARTICLES = "/api/v1/articles";

    @Inject
    People people;

    @Test
    void anArticleOfATeamIsForItsPeople() {
        String id = published("Plimthorpe tariff", Map.of("teams", List.of(teamOf(insider()))));
        sees(this::insider, id, "plimthorpe");
        doesNotSee(this::outsider, id, "plimthorpe");
        doesNotSee(this::teamless, id, "plimthorpe");
        // Those who write articles read every one.
        sees(this::writer, id, "plimthorpe");
    }

    @Test
    void anArticleOfARoleIsForThatRoleInAnyTeam() {
        String id = published("Quenbury margin", Map.of("roles", List.of("sales")));
        sees(this::sales, id, "quenbury");
        doesNotSee(this::insider, id, "quenbury");
    }

    @Test
    void eitherIsEnoughAndNoneIsEverybody() {
        String either =
                published("Wexcombe handbook", Map.of("teams", List.of(teamOf(insider())), "roles", List.of("sales")));
        sees(this::insider, either, "wexcombe");
        sees(this::sales, either, "wexcombe");
        doesNotSee(this::outsider, either, "wexcombe");
        patch(either, 0, Map.of("teams", List.of(), "roles", List.of()))
                .statusCode(200)
                .body("teams", empty())
                .body("roles", empty());
        sees(this::outsider, either, "wexcombe");
    }

    @Test
    void whatItWasForIsForgottenByNoOtherChange() {
        String id = published("Yaxley notes", Map.of("roles", List.of("sales")));
        patch(id, 0, Map.of("title", "Yaxley notes, again")).statusCode(200).body("roles", equalTo(List.of("sales")));
        writer().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .post(ARTICLES + "/" + id + "/versions/1/restore")
                .then()
                .statusCode(200)
                .body("title", equalTo("Yaxley notes"))
                .body("roles", equalTo(List.of("sales")));
        doesNotSee(this::insider, id, "yaxley");
    }

    @Test
    void teamsAndRolesThatThereAreNotAreRefused() {
        refused(Map.of("teams", List.of("00000000-0000-7000-8000-000000000000")))
                .body("errors.field", hasItem("teams"));
        refused(Map.of("roles", List.of("king")));
    }

    private static void sees(Supplier<RequestSpecification> who, String id, String word) {
        who.get().get(ARTICLES + "/" + id).then().statusCode(200);
        who.get()
                .queryParam("q", word)
                .get(ARTICLES)
                .then()
                .body("items.id", hasItem(id))
                .body("total", equalTo(1));
        assertThat(found(who.get(), word)).contains(id);
        assertThat(suggested(who.get(), word)).contains(id);
    }

    private static void doesNotSee(Supplier<RequestSpecification> who, String id, String word) {
        who.get().get(ARTICLES + "/" + id).then().statusCode(404);
        who.get()
                .queryParam("q", word)
                .get(ARTICLES)
                .then()
                .body("items", hasSize(0))
                .body("total", equalTo(0));
        assertThat(found(who.get(), word)).isEmpty();
        assertThat(suggested(who.get(), word)).isEmpty();
    }

    private static List<String> found(RequestSpecification who, String word) {
        return who.queryParam("q", word)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("groups.findAll { it.kind == 'article' }.items.flatten().id");
    }

    private static List<String> suggested(RequestSpecification who, String word) {
        return who.queryParam("q", word)
                .get(ARTICLES + "/suggested")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("id");
    }

    private String published(String title, Map<String, Object> audience) {
        return post(title, audience).statusCode(201).extract().path("id");
    }

    private ValidatableResponse refused(Map<String, Object> audience) {
        return post("Refused audience", audience).statusCode(422).contentType("application/problem+json");
    }

    private ValidatableResponse post(String title, Map<String, Object> audience) {
        Map<String, Object> input =
                new HashMap<>(Map.of("title", title, "body", "Text.", "language", "en", "status", "published"));
        input.putAll(audience);
        return writer().contentType(ContentType.JSON).body(input).post(ARTICLES).then();
    }

    private ValidatableResponse patch(String id, int version, Map<String, Object> patch) {
        return writer().contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(patch)
                .patch(ARTICLES + "/" + id)
                .then();
    }

    private static String teamOf(RequestSpecification who) {
        return who.get("/api/v1/me").then().statusCode(200).extract().path("teamId");
    }

    private RequestSpecification writer() {
        return people.as("audience.lina", Role.SUPERVISOR, "Audience writers");
    }

    private RequestSpecification insider() {
        return people.as("audience.wei", Role.AGENT, "Audience insiders");
    }

    private RequestSpecification outsider() {
        return people.as("audience.marco", Role.AGENT, "Audience outsiders");
    }

    private RequestSpecification sales() {
        return people.as("audience.sofia", Role.SALES);
    }

    private RequestSpecification teamless() {
        return people.as("audience.anna", Role.AGENT);
    }
}
