package dev.trunkline.shared.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.Permission;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ProblemsTest {
    private static final String JSON = "application/problem+json";

    @Inject
    People people;

    @TestHTTPResource("/api/v1/teams")
    URI teams;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nope", "/api/v1/users/x/y/z", "/api/nope", "/api/v1/users/not-an-id"})
    void whatIsNotThereIsAProblemNotAPage(String path) {
        admin().get(path).then().statusCode(404).contentType(JSON).body("code", equalTo("not-found"));
    }

    @Test
    void aWrongMethodIsSaidSo() {
        admin().delete("/api/v1/users")
                .then()
                .statusCode(405)
                .contentType(JSON)
                .body("code", equalTo("method-not-allowed"));
    }

    @Test
    void aWrongTypeIsSaidSo() {
        admin().contentType("text/plain")
                .body("name=x")
                .post("/api/v1/teams")
                .then()
                .statusCode(415)
                .contentType(JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\": \"x\"|malformed-json",
                "{\"name\": secretword}|malformed-json",
                "nonsense|malformed-json",
                "null|malformed-json"
            })
    void brokenJsonIsRefusedWithItsPlaceAndWithoutEcho(String body, String code) {
        admin().contentType("application/json")
                .body(body)
                .post("/api/v1/teams")
                .then()
                .statusCode(400)
                .contentType(JSON)
                .body("code", equalTo(code))
                .body("detail", not(containsString("secretword")));
    }

    @Test
    void anEmptyBodyIsRefused() {
        admin().contentType("application/json")
                .post("/api/v1/teams")
                .then()
                .statusCode(400)
                .contentType(JSON);
    }

    @Test
    void aFieldOfTheWrongTypeIsNamed() {
        admin().contentType("application/json")
                .body("{\"name\": {\"a\": [1]}}")
                .post("/api/v1/teams")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("name"))
                .body("errors[0].code", equalTo("type"));
    }

    @Test
    void endlessNestingIsRefused() throws Exception {
        var answer = post("{\"name\":" + "[".repeat(50_000));

        // The first bracket already is no name: nothing of the rest is read.
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(JSON);
    }

    @Test
    void anOversizedBodyIsRefused() throws Exception {
        var answer = post("{\"name\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(answer.body()).contains("\"code\":\"content-too-large\"");
    }

    /** By another client: RestAssured logs the bodies of failed requests at a length that takes all the heap. */
    private HttpResponse<String> post(String body) throws Exception {
        var request = HttpRequest.newBuilder(teams)
                .header("Authorization", "Bearer " + people.token("problems.admin", Role.ADMINISTRATOR, null))
                .header("Content-Type", "application/json")
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void textThatCannotBeKeptIsRefused() {
        admin().contentType("application/json")
                .body("{\"name\":\"a\\u0000b\"}")
                .post("/api/v1/teams")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-text"));
    }

    @Test
    void theUnexpectedSaysNothingOfItsInsides() {
        admin().get("/api/v1/test-broken")
                .then()
                .statusCode(500)
                .contentType(JSON)
                .body("code", equalTo("internal"))
                .body("detail", equalTo("Something went wrong here"));
    }

    @Test
    void aMethodThatNamesNoPermissionIsRefusedToAll() {
        admin().get("/api/v1/test-broken/unnamed").then().statusCode(403).body("code", equalTo("forbidden"));
        given().get("/api/v1/test-broken/unnamed").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,x", "limit,201", "sort,nothing", "cursor,forged"})
    void badPagingIsNamed(String parameter, String value) {
        admin().queryParam(parameter, value)
                .get("/api/v1/users")
                .then()
                .statusCode(parameter.equals("cursor") ? 400 : 422)
                .contentType(JSON);
    }

    private RequestSpecification admin() {
        return people.as("problems.admin", Role.ADMINISTRATOR);
    }

    /** A resource as it should not be. */
    @Path("/api/v1/test-broken")
    public static class Broken {
        @GET
        @Allowed(Permission.SELF)
        @Operation(hidden = true)
        public Uni<String> broken() {
            return Uni.createFrom().failure(new IllegalStateException("jdbc:secret"));
        }

        @GET
        @Path("unnamed")
        @Operation(hidden = true)
        public String unnamed() {
            return "never";
        }
    }
}
