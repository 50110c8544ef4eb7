package dev.trunkline.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import dev.trunkline.shared.phone.PhoneNumbers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class CustomerTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    @Inject
    People people;

    @Inject
    CustomerDirectory directory;

    @BeforeEach
    void staff() {
        people.ensure("customer.agent", Role.AGENT, "Customer team", "7301");
        people.ensure("customer.admin", Role.ADMINISTRATOR, null, null);
        people.ensure("customer.sales", Role.SALES, "Customer sales", null);
    }

    @Test
    void aCustomerIsKeptWithContactsAndNormalisedNumbers() {
        String id = create(person("Zhou Kept", "138 0013 8101")).extract().path("id");
        agent().get(CUSTOMERS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", equalTo("Zhou Kept"))
                .body("kind", equalTo("person"))
                .body("contacts[0].phones[0].raw", equalTo("138 0013 8101"))
                .body("contacts[0].phones[0].e164", equalTo("+8613800138101"))
                .body("owner", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138102", "8613800138102", "+8613800138102", "008613800138102", "138-0013-8102"})
    void everyFormOfANumberFindsTheCustomer(String form) {
        if (found("phone", "+8613800138102") == 0) {
            create(person("Forms", "13800138102"));
        }
        agent().queryParam("phone", form).get(CUSTOMERS).then().statusCode(200).body("items.name", hasItem("Forms"));
    }

    @Test
    void aPartOfANumberOrNameFindsTheCustomer() {
        create(person("Mei Partfinder", "13766554433"));
        for (String part : List.of("partfind", "Mei", "665544", "376-655")) {
            agent().queryParam("q", part)
                    .get(CUSTOMERS)
                    .then()
                    .statusCode(200)
                    .body("items.name", hasItem("Mei Partfinder"));
        }
        agent().queryParam("q", "%").get(CUSTOMERS).then().body("items", hasSize(0));
    }

    @Test
    void aTagNarrowsTheList() {
        Map<String, Object> tagged =
                Map.of("name", "Tagged One", "tags", List.of("only-here", "gold"), "kind", "company");
        create(tagged);
        agent().queryParam("tag", "only-here")
                .get(CUSTOMERS)
                .then()
                .body("items", hasSize(1))
                .body("total", equalTo(1))
                .body("items[0].tags", equalTo(List.of("only-here", "gold")));
    }

    @Test
    void aStaleVersionChangesNothing() {
        String id = create(person("Stale", "13800138103")).extract().path("id");
        patch(id, "\"0\"", Map.of("name", "Fresh")).statusCode(200).header("ETag", "\"1\"");
        patch(id, "\"0\"", Map.of("name", "Late")).statusCode(412).contentType("application/problem+json");
        patch(id, null, Map.of("name", "Late")).statusCode(428);
        agent().get(CUSTOMERS + "/" + id).then().body("name", equalTo("Fresh"));
    }

    @Test
    void aChangedNumberIsFoundAndTheOldOneIsNot() {
        String id = create(person("Mover", "13800138104")).extract().path("id");
        patch(id, "\"0\"", Map.of("contacts", List.of(Map.of("phones", List.of(Map.of("raw", "13800138105"))))))
                .statusCode(200);
        assertThat(found("phone", "13800138104")).isZero();
        assertThat(found("phone", "13800138105")).isOne();
    }

    @Test
    void badInputIsNamedByField() {
        agent().contentType(ContentType.JSON)
                .body(Map.of(
                        "name", " ", "contacts", List.of(Map.of("phones", List.of(Map.of("raw", "1".repeat(50)))))))
                .post(CUSTOMERS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("name"))
                .body("errors.field", hasItem("contacts[0].phones[0].raw"));
        agent().contentType(ContentType.JSON)
                .body(person("Bad phone", "not a number"))
                .post(CUSTOMERS)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("contacts[0].phones[0].raw"));
    }

    @Test
    void salesPeopleSeeTheirOwnCustomersOnly() {
        String others = create(person("Not of sales", "13800138106")).extract().path("id");
        RequestSpecification sales = given().header("Authorization", "Bearer " + People.signIn("customer.sales"));
        sales.get(CUSTOMERS + "/" + others).then().statusCode(404);
        String own = given().header("Authorization", "Bearer " + People.signIn("customer.sales"))
                .contentType(ContentType.JSON)
                .body(person("Of sales", "13800138107"))
                .post(CUSTOMERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().header("Authorization", "Bearer " + People.signIn("customer.sales"))
                .get(CUSTOMERS + "/" + own)
                .then()
                .statusCode(200);
    }

    @Test
    void contactsAreFoundByNameAndByEMail() {
        create(Map.of(
                "name",
                "Contacted Ltd",
                "kind",
                "company",
                "contacts",
                List.of(Map.of("name", "Zoë Findme", "email", "findme@contacted.example"))));
        for (String part : List.of("findme", "zoë", "@contacted.exam")) {
            agent().queryParam("q", part).get(CUSTOMERS).then().body("items.name", hasItem("Contacted Ltd"));
        }
    }

    @Test
    void ofTwoChangesAtTheSameTimeOneIsRefused() {
        String id = create(person("Contended", "13800138110")).extract().path("id");
        String token = People.signIn("customer.agent");
        List<Integer> answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> given().header("Authorization", "Bearer " + token)
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"0\"")
                        .body(Map.of("note", "by " + i))
                        .patch(CUSTOMERS + "/" + id)
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 412, 412, 412);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrDouble() {
        for (int i = 0; i < 5; i++) {
            create(Map.of("name", "Page walk " + i, "tags", List.of("page-walk")));
        }
        for (String sort : List.of("name", "-createdAt", "updatedAt")) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonPath page = agent().queryParam("tag", "page-walk")
                        .queryParam("limit", 2)
                        .queryParam("sort", sort)
                        .queryParam("cursor", cursor)
                        .get(CUSTOMERS)
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(5))
                        .extract()
                        .jsonPath();
                seen.addAll(page.getList("items.name"));
                cursor = page.getString("next");
            } while (cursor != null);
            assertThat(seen).as(sort).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\",\"contacts\":[null]}",
                "{\"name\":\"x\",\"contacts\":[{\"phones\":[null]}]}",
                "{\"name\":\"x\",\"tags\":[null]}",
                "{\"name\":\"x\",\"tags\":\"gold\"}",
                "{\"name\":\"x\",\"kind\":\"alien\"}",
                "{\"name\":\"line\\nbreak\"}",
                "{\"name\":\"x\",\"ownerId\":\"me\"}"
            })
    void whatDoesNotBelongInACustomerIsRefused(String body) {
        agent().contentType(ContentType.JSON)
                .body(body)
                .post(CUSTOMERS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void theDirectoryKnowsWhoCalls() {
        String id = create(Map.of(
                        "name",
                        "Shared number Ltd",
                        "tags",
                        List.of("gold"),
                        "vip",
                        true,
                        "contacts",
                        List.of(
                                Map.of("name", "First", "phones", List.of(Map.of("raw", "(010) 6552 8111"))),
                                Map.of("name", "Second", "phones", List.of(Map.of("raw", "010-65528111"))))))
                .extract()
                .path("id");
        create(person("Shares it too", "+861065528111"));
        List<CustomerCard> found = directory
                .findByPhone(new PhoneNumbers("CN").normalise("01065528111"))
                .await()
                .atMost(Duration.ofSeconds(5));
        assertThat(found).extracting(CustomerCard::name).containsExactly("Shared number Ltd", "Shares it too");
        assertThat(found.getFirst().id()).hasToString(id);
        assertThat(found.getFirst().tags()).containsExactly("gold");
        assertThat(found.getFirst().vip()).isTrue();
        assertThat(directory
                        .findByPhone(new PhoneNumbers("CN").normalise("anonymous"))
                        .await()
                        .atMost(Duration.ofSeconds(5)))
                .isEmpty();
    }

    @Test
    void eachLookIsNoted() {
        String id = create(person("Looked at", "13800138108")).extract().path("id");
        agent().get(CUSTOMERS + "/" + id).then().statusCode(200);
        given().header("Authorization", "Bearer " + People.signIn("customer.admin"))
                .queryParam("ref", id)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.findAll { it.refId == '" + id + "' }.action", hasItem("looked"))
                .body("items.findAll { it.refId == '" + id + "' }.action", hasItem("created"));
    }

    @Test
    void agentsDeleteNoCustomer() {
        String id = create(person("Stays", "13800138109")).extract().path("id");
        agent().header("If-Match", "\"0\"").delete(CUSTOMERS + "/" + id).then().statusCode(403);
        given().header("Authorization", "Bearer " + People.signIn("customer.admin"))
                .header("If-Match", "\"0\"")
                .delete(CUSTOMERS + "/" + id)
                .then()
                .statusCode(204);
        agent().get(CUSTOMERS + "/" + id).then().statusCode(404);
    }

    private static int found(String parameter, String value) {
        return agent().queryParam(parameter, value)
                .get(CUSTOMERS)
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    private static Map<String, Object> person(String name, String number) {
        return Map.of(
                "name",
                name,
                "contacts",
                List.of(Map.of("name", name, "phones", List.of(Map.of("raw", number, "label", "mobile")))));
    }

    private static ValidatableResponse create(Map<String, Object> customer) {
        return agent().contentType(ContentType.JSON)
                .body(customer)
                .post(CUSTOMERS)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse patch(String id, @Nullable String ifMatch, Map<String, Object> patch) {
        RequestSpecification request = agent().contentType("application/json").body(patch);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch(CUSTOMERS + "/" + id).then();
    }

    private static RequestSpecification agent() {
        return given().header("Authorization", "Bearer " + People.signIn("customer.agent"));
    }
}
