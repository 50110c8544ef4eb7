package dev.trunkline.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class UsersTest {
    @Inject
    People people;

    @Inject
    Users users;

    @Inject
    Pool pool;

    @Test
    void anAdministratorMakesAUserWhoCanThenSignIn() {
        var id = admin().contentType("application/json")
                .body(user("users.anna", Map.of("extension", "7201")))
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("roles", equalTo(List.of("agent")))
                .body("active", equalTo(true))
                .body("password", nullValue())
                .extract()
                .<String>path("id");

        People.signIn("users.anna");
        assertThat(users.byExtension("7201").await().atMost(Duration.ofSeconds(5)))
                .satisfies(found -> assertThat(found.id()).hasToString(id));
        admin().queryParam("kind", "user")
                .queryParam("refId", id)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("created")))
                .body("items[0].actor", equalTo("users.admin"));
    }

    @Test
    void takingAUserOutEndsTheirSessionsAtOnce() {
        people.ensure("users.leaver", Role.AGENT, null, null);
        var token = People.signIn("users.leaver");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(200);

        patch("users.leaver", Map.of("active", false)).then().statusCode(200).body("active", equalTo(false));

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body(Map.of("username", "users.leaver", "password", People.PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(401);
    }

    @Test
    void aNewPasswordEndsSessionsAndIsNotWrittenAnywhere() {
        people.ensure("users.changer", Role.AGENT, null, null);
        var token = People.signIn("users.changer");

        patch("users.changer", Map.of("password", "another password")).then().statusCode(200);

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        admin().queryParam("actor", "users.admin")
                .queryParam("action", "changed")
                .get("/api/v1/audit")
                .then()
                .body("items[0].details.fields", equalTo(List.of("password")));
    }

    @Test
    void aNewRoleCountsAtOnce() {
        people.ensure("users.riser", Role.AGENT, null, null);
        var token = People.signIn("users.riser");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/audit")
                .then()
                .statusCode(403);

        patch("users.riser", Map.of("roles", List.of("administrator"))).then().statusCode(200);

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/audit")
                .then()
                .statusCode(200);
        patch("users.riser", Map.of("roles", List.of("agent"))).then().statusCode(200);
    }

    @Test
    void onlyAdministratorsChangePeople() {
        var agent = people.as("users.agent", Role.AGENT);
        agent.contentType("application/json")
                .body(user("users.sneaked", Map.of()))
                .post("/api/v1/users")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        people.as("users.agent", Role.AGENT).get("/api/v1/users").then().statusCode(200);
        people.as("users.agent", Role.AGENT).get("/api/v1/teams").then().statusCode(200);
    }

    @Test
    void whatIsWrongIsSaidFieldByField() {
        admin().contentType("application/json")
                .body(Map.of(
                        "username", "No Such!", "name", " ", "password", "short", "roles", List.of(), "extension", "x"))
                .post("/api/v1/users")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("validation"))
                .body("errors.field", hasItems("username", "name", "password", "roles", "extension"));
        admin().contentType("application/json")
                .body(user("users.x", Map.of("roles", List.of("king"))))
                .post("/api/v1/users")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("roles[0]"));
    }

    @Test
    void aNameIsTakenOnce() {
        people.ensure("users.once", Role.AGENT, null, null);
        admin().contentType("application/json")
                .body(user("users.once", Map.of()))
                .post("/api/v1/users")
                .then()
                .statusCode(409)
                .body("code", equalTo("exists"));
    }

    @Test
    void aTeamThatIsNotThereIsRefused() {
        admin().contentType("application/json")
                .body(user("users.teamless", Map.of("teamId", "0198c000-0000-7000-8000-000000000000")))
                .post("/api/v1/users")
                .then()
                .statusCode(409)
                .body("code", equalTo("reference"));
    }

    @Test
    void teamsAreMadeRenamedAndListed() {
        var made = admin().contentType("application/json")
                .body(Map.of("name", "Night shift"))
                .post("/api/v1/teams")
                .then()
                .statusCode(201)
                .extract();
        admin().contentType("application/json")
                .header("If-Match", made.header("ETag"))
                .body(Map.of("name", "Late shift"))
                .patch("/api/v1/teams/" + made.path("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Late shift"));
        admin().get("/api/v1/teams")
                .then()
                .body("items.name", hasItem("Late shift"))
                .body("items.name", not(hasItem("Night shift")));
    }

    @Test
    void theAuditIsNeverRewritten() {
        admin().get("/api/v1/me").then().statusCode(200);
        assertThat(pool.query("update audit_entry set actor = 'nobody'")
                        .execute()
                        .onItemOrFailure()
                        .transform((rows, failure) -> failure)
                        .await()
                        .atMost(Duration.ofSeconds(5)))
                .hasMessageContaining("append-only");
    }

    private RequestSpecification admin() {
        return people.as("users.admin", Role.ADMINISTRATOR);
    }

    private io.restassured.response.Response patch(String username, Map<String, ?> change) {
        var id = people.ensure(username, Role.AGENT, null, null);
        var etag = admin().get("/api/v1/users/" + id).header("ETag");
        return admin().contentType("application/json")
                .header("If-Match", etag)
                .body(change)
                .patch("/api/v1/users/" + id);
    }

    private static Map<String, Object> user(String username, Map<String, ?> more) {
        var user = new HashMap<String, Object>();
        user.put("username", username);
        user.put("name", "Name of " + username);
        user.put("password", People.PASSWORD);
        user.put("roles", List.of("agent"));
        user.putAll(more);
        return user;
    }
}
