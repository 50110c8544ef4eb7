package dev.trunkline.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class SessionTest {
    @Inject
    People people;

    @Inject
    TestClock clock;

    @BeforeEach
    void somebody() {
        people.ensure("session.wei", Role.AGENT, "Session team", "7191");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void signingInGivesATokenACookieAndThePerson() {
        var token = signIn("Session.Wei", People.PASSWORD)
                .statusCode(200)
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("Cache-Control", "no-store")
                .body("user.username", equalTo("session.wei"))
                .body("user.roles", hasItem("agent"))
                .body("user.teamName", equalTo("Session team"))
                .body("user.extension", equalTo("7191"))
                .body("user.id", notNullValue())
                .extract()
                .<String>path("token");

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("session.wei"));
        given().cookie("trunkline_session", token).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void anEndedSessionIsWorthNothing() {
        var token = People.signIn("session.wei");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(200);

        given().header("Authorization", "Bearer " + token)
                .delete("/api/v1/session")
                .then()
                .statusCode(204);

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + token)
                .delete("/api/v1/session")
                .then()
                .statusCode(204);
    }

    @Test
    void anExpiredSessionIsWorthNothing() {
        var token = People.signIn("session.wei");
        clock.advance(Duration.ofHours(11));
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(200);

        clock.advance(Duration.ofHours(1).plusSeconds(1));

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "../../etc/passwd", "' or 1=1 --", "a.b.c"})
    void aForgedTokenIsRefused(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void withoutTokenNothingIsToBeHad() {
        given().get("/api/v1/me").then().statusCode(401).body("code", equalTo("unauthenticated"));
        given().get("/api/v1/users").then().statusCode(401);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        var wrong = signIn("session.wei", "not the password")
                .statusCode(401)
                .extract()
                .asString();
        var unknown = signIn("session.nobody", "not the password")
                .statusCode(401)
                .extract()
                .asString();

        assertThat(wrong).isEqualTo(unknown).contains("bad-credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session.locked", "session.locked.nobody"})
    void tooManyFailuresLockTheNameForAWhileWhetherItExistsOrNot(String username) {
        if (!username.endsWith("nobody")) {
            people.ensure(username, Role.AGENT, null, null);
        }
        for (int i = 0; i < 5; i++) {
            signIn(username, "wrong wrong " + i).statusCode(401);
        }
        signIn(username, People.PASSWORD)
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("locked"))
                .body("params.retryAfterSeconds", greaterThan(50));

        clock.advance(Duration.ofSeconds(61));

        signIn(username, People.PASSWORD).statusCode(username.endsWith("nobody") ? 401 : 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{\"username\":1", "null", "{\"username\":null,\"password\":\"x\"}", "{\"a\":{}}"})
    void aBodyThatIsNoSignInIsRefusedWithoutEcho(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/session")
                .then()
                .statusCode(greaterThan(399))
                .statusCode(not(500))
                .contentType("application/problem+json")
                .body("code", notNullValue());
    }

    @Test
    void nulCharactersAndEndlessNamesAreOnlyWrong() {
        signIn("x".repeat(5000), "y").statusCode(401);
        signIn("nul\u0000name", "y").statusCode(401);
        signIn("session.wei", "z".repeat(100_000)).statusCode(401);
    }

    private static ValidatableResponse signIn(String username, String password) {
        return given().contentType("application/json")
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/session")
                .then();
    }
}
