package dev.trunkline.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class DuplicatesTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    @Inject
    People people;

    @Inject
    Pool pool;

    @Test
    void theSameNumberHoweverWrittenIsToldWithItsReason() {
        String one = create("Gao Twice", "137 1111 0001", null);
        String other = create("Gao T.", "+86 13711110001", null);
        duplicates(one).body("id", equalTo(List.of(other))).body("[0].reasons", equalTo(List.of("phone")));
        duplicates(other).body("id", equalTo(List.of(one))).body("[0].likely", equalTo(true));
    }

    @Test
    void theSameAddressHoweverWrittenIsFound() {
        String one = create("Mail One", "13711110002", "Same.One@dup.example");
        String other = create("Mail Other", "13711110003", "same.one@DUP.example");
        duplicates(one).body("id", equalTo(List.of(other))).body("[0].reasons", equalTo(List.of("email")));
    }

    @Test
    void aNumberThatManyShareTellsNothing() {
        String one = create("Switchboard 0", "01066660000", null);
        for (int i = 1; i <= 6; i++) {
            create("Switchboard " + i, "01066660000", null);
        }
        duplicates(one).body("", hasSize(0));
    }

    @Test
    void aPersonsNameAloneIsForWhoMakesANewOneOnly() {
        String one = create("Ouyang Namesake", "13711110004", null);
        String other = create("ouyang  namesake", "13711110005", null);
        duplicates(one).body("", hasSize(0));
        found(Map.of("name", "Ouyang Namesake"))
                .body("id", containsInAnyOrder(one, other))
                .body("[0].likely", equalTo(false));
        found(Map.of("name", "ouyang namesake", "phones", List.of("nonsense", "137-1111-0005")))
                .body("[0].id", equalTo(other))
                .body("[0].likely", equalTo(true))
                .body("[0].reasons", equalTo(List.of("phone", "name")));
    }

    @Test
    void whoSeesOnlyOnesOwnLearnsOfNoOther() {
        String others = create("Hidden Twin", "13711110006", null);
        people.as("dup.sales", Role.SALES)
                .contentType(ContentType.JSON)
                .body(Map.of("phones", List.of("13711110006")))
                .post(CUSTOMERS + "/duplicates")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        people.as("dup.sales", Role.SALES)
                .get(CUSTOMERS + "/" + others + "/duplicates")
                .then()
                .statusCode(404);
    }

    @Test
    void nothingKnownIsLikeNobodyAndTooMuchIsRefused() {
        found(Map.of()).body("", hasSize(0));
        agent().contentType(ContentType.JSON)
                .body(Map.of("name", "x".repeat(201)))
                .post(CUSTOMERS + "/duplicates")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void eachWayToFindThemWalksItsIndex() {
        assertThat(plan(Duplicates.BY_PHONE)).contains("customer_phone_key").doesNotContain("Seq Scan");
        assertThat(plan(Duplicates.BY_EMAIL)).contains("customer_email").doesNotContain("Seq Scan");
        assertThat(plan(Duplicates.BY_NAME)).contains("customer_search_name").doesNotContain("Seq Scan");
    }

    private String plan(String sql) {
        String asked = sql.replace("$1::text[]", "array['x','y']").replace("$2", "12");
        return pool.withTransaction(transaction -> transaction
                        .query(CustomerSearch.SETTINGS)
                        .execute()
                        .chain(() -> transaction.query("explain " + asked).execute()))
                .map(rows -> {
                    StringBuilder lines = new StringBuilder();
                    rows.forEach(row -> lines.append(row.getString(0)).append('\n'));
                    return lines.toString();
                })
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private ValidatableResponse duplicates(String id) {
        return agent().get(CUSTOMERS + "/" + id + "/duplicates").then().statusCode(200);
    }

    private ValidatableResponse found(Map<String, Object> draft) {
        return agent().contentType(ContentType.JSON)
                .body(draft)
                .post(CUSTOMERS + "/duplicates")
                .then()
                .statusCode(200);
    }

    private String create(String name, String phone, @Nullable String email) {
        Map<String, Object> contact = email == null
                ? Map.of("name", name, "phones", List.of(Map.of("raw", phone)))
                : Map.of("name", name, "email", email, "phones", List.of(Map.of("raw", phone)));
        return agent().contentType(ContentType.JSON)
                .body(Map.of("name", name, "contacts", List.of(contact)))
                .post(CUSTOMERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private RequestSpecification agent() {
        return people.as("dup.agent", Role.AGENT);
    }
}
