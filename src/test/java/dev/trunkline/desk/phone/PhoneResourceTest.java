package dev.trunkline.desk.phone;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.TestClock;
import dev.trunkline.acd.FakePbx;
import dev.trunkline.acd.WithFakePbx;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@TestProfile(WithFakePbx.class)
class PhoneResourceTest {
    private static final String EXTENSION = "1071";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Inject
    People people;

    @Inject
    FakePbx pbx;

    @Inject
    Phones phones;

    @Inject
    BrowserCredentials credentials;

    @Inject
    TestClock clock;

    @BeforeEach
    void atTheDesk() {
        people.ensure("phone-agent", Role.AGENT, null, EXTENSION);
        pbx.away(false);
        use("desk").statusCode(200);
        pbx.forget();
    }

    @AfterEach
    void back() {
        clock.reset();
        pbx.away(false);
    }

    @Test
    void theDeskPhoneIsEverybodysUntilTheyChooseTheBrowser() {
        agent().get("/api/v1/phone")
                .then()
                .statusCode(200)
                .body("mode", equalTo("desk"))
                .body("extension", equalTo(EXTENSION))
                .body("browserOffered", equalTo(true));
        assertThat(phones.atBrowser(EXTENSION)).isFalse();
        claim(null).statusCode(409).body("code", equalTo("desk-phone-in-use"));

        use("browser").statusCode(200).body("mode", equalTo("browser"));
        assertThat(phones.atBrowser(EXTENSION)).isTrue();
        assertThat(phonesTold()).singleElement().asString().startsWith("phone 1071 browser ");
        agent().get("/api/v1/phone").then().body("mode", equalTo("browser"));
    }

    @Test
    void credentialsAreMadeForEachAsking() {
        use("browser").statusCode(200);
        pbx.forget();
        String first = password();
        String second = password();
        assertThat(second).isNotEqualTo(first);
        assertThat(phonesTold()).containsExactly("phone 1071 browser " + first, "phone 1071 browser " + second);
    }

    @Test
    void credentialsEndWithTheirTimeAndWithTheBrowser() {
        use("browser").statusCode(200);
        String password = password();
        pbx.forget();
        credentials.endOverdue().await().atMost(LIMIT);
        assertThat(phonesTold()).isEmpty();

        clock.advance(Duration.ofMinutes(16));
        pbx.away(true);
        credentials.endOverdue().await().atMost(LIMIT);
        pbx.away(false);
        credentials.endOverdue().await().atMost(LIMIT);
        credentials.endOverdue().await().atMost(LIMIT);
        assertThat(phonesTold()).singleElement().asString().startsWith("phone 1071 browser ");
        assertThat(phonesTold()).doesNotContain("phone 1071 browser " + password);

        pbx.forget();
        use("desk").statusCode(200);
        assertThat(phonesTold()).singleElement().asString().startsWith("phone 1071 desk ");
    }

    @Test
    void choosingWhatIsSoAlreadyTellsThePbxNothing() {
        use("browser").statusCode(200);
        pbx.forget();
        use("browser").statusCode(200).body("mode", equalTo("browser"));
        assertThat(pbx.told()).isEmpty();
    }

    @Test
    void onlyTheBrowserThatBecameThePhoneLastGetsNewCredentials() {
        use("browser").statusCode(200);
        String first = claim(null).statusCode(200).extract().path("claim");
        claim(first).statusCode(200).body("claim", equalTo(first));
        String second = claim(null).statusCode(200).extract().path("claim");
        pbx.forget();
        claim(first).statusCode(409).body("code", equalTo("phone-elsewhere"));
        assertThat(pbx.told()).isEmpty();
        claim(second).statusCode(200).body("claim", equalTo(second));
        use("desk").statusCode(200);
        use("browser").statusCode(200);
        claim(second).statusCode(409).body("code", equalTo("phone-elsewhere"));
    }

    @Test
    void credentialsEndWithTheirSession() {
        use("browser").statusCode(200);
        String token = People.signIn("phone-agent");
        claim(bearer(token), null).statusCode(200);
        pbx.forget();
        String other = People.signIn("phone-agent");
        bearer(other).delete("/api/v1/session").then().statusCode(204);
        credentials.endOverdue().await().atMost(LIMIT);
        assertThat(phonesTold()).isEmpty();
        bearer(token).delete("/api/v1/session").then().statusCode(204);
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(phonesTold()).singleElement().asString().startsWith("phone 1071 browser "));
    }

    @Test
    void credentialsEndWhenTheirOwnerLeavesTheExtension() {
        String leaver = people.ensure("phone-leaver", Role.AGENT, null, "1072").toString();
        String token = People.signIn("phone-leaver");
        change(leaver, Map.of("extension", "1072", "active", true));
        choose(bearer(token), "browser").statusCode(200);
        claim(bearer(token), null).statusCode(200);
        pbx.forget();
        change(leaver, Map.of("extension", "1073"));
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(phonesTold()).singleElement().asString().startsWith("phone 1072 desk "));

        phones.reload().await().atMost(LIMIT);
        claim(bearer(token), null).statusCode(200);
        pbx.forget();
        change(leaver, Map.of("active", false));
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(phonesTold()).singleElement().asString().startsWith("phone 1073 desk "));
    }

    @Test
    void aCallThatIsNotThereIsNotBroughtBack() {
        use("browser").statusCode(200);
        bring(Map.of("callId", "1700000000.1")).statusCode(200).body("returned", equalTo(false));
        bring(Map.of("callId", " ")).statusCode(422);
    }

    @Test
    void nothingChangesWhileThePbxIsAway() {
        pbx.away(true);
        use("browser").statusCode(503).body("code", equalTo("pbx-unavailable"));
        assertThat(phones.atBrowser(EXTENSION)).isFalse();
    }

    @Test
    void badInputIsNamed() {
        use("mobile").statusCode(422).body("errors[0].field", equalTo("mode"));
        people.as("phone-less", Role.AGENT)
                .get("/api/v1/phone")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-extension"));
    }

    private List<String> phonesTold() {
        return pbx.told().stream().filter(told -> told.startsWith("phone ")).toList();
    }

    private String password() {
        return claim(null)
                .statusCode(200)
                .body("username", equalTo(EXTENSION + "-web"))
                .body("uri", equalTo("sip:1071-web@127.0.0.1"))
                .body("wsUrl", equalTo("ws://127.0.0.1:8088/ws"))
                .body("password", matchesPattern("[A-Za-z0-9]{32}"))
                .extract()
                .path("password");
    }

    private ValidatableResponse use(String mode) {
        return choose(agent(), mode);
    }

    private static ValidatableResponse choose(RequestSpecification who, String mode) {
        return who.contentType(ContentType.JSON)
                .body(Map.of("mode", mode))
                .put("/api/v1/phone/mode")
                .then();
    }

    private ValidatableResponse claim(@Nullable String held) {
        return claim(agent(), held);
    }

    private static ValidatableResponse claim(RequestSpecification who, @Nullable String held) {
        return who.contentType(ContentType.JSON)
                .body(held == null ? Map.of() : Map.of("claim", held))
                .post("/api/v1/phone")
                .then();
    }

    private ValidatableResponse bring(Map<String, String> call) {
        return agent().contentType(ContentType.JSON)
                .body(call)
                .post("/api/v1/phone/call")
                .then();
    }

    private void change(String userId, Map<String, Object> patch) {
        String address = "/api/v1/users/" + userId;
        String etag = people.as("phone-boss", Role.ADMINISTRATOR).get(address).header("ETag");
        people.as("phone-boss", Role.ADMINISTRATOR)
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(patch)
                .patch(address)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private RequestSpecification agent() {
        return people.as("phone-agent", Role.AGENT);
    }
}
