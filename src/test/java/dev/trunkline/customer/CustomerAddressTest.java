package dev.trunkline.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class CustomerAddressTest {
    private static final Map<String, Object> SHANGHAI = Map.of(
            "kind", "billing",
            "lines", List.of(" 示例路100号 ", "样板大厦3层"),
            "district", "样板区",
            "city", "示例市",
            "province", "示例省",
            "postalCode", "000000",
            "country", "CN");

    @Inject
    People people;

    private String addresses;
    private String customer;

    @BeforeEach
    void aCustomer() {
        customer = customer("Addressed");
        addresses = "/api/v1/customers/" + customer + "/addresses";
    }

    @Test
    void anAddressIsKeptInItsParts() {
        String id = add(wei(), SHANGHAI)
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("customerId", equalTo(customer))
                .body("primary", equalTo(false))
                .extract()
                .path("id");
        anna().get(addresses + "/" + id)
                .then()
                .statusCode(200)
                .body("kind", equalTo("billing"))
                .body("lines", equalTo(List.of("示例路100号", "样板大厦3层")))
                .body("province", equalTo("示例省"))
                .body("label", nullValue());
        add(wei(), with("label", "gate 2")).statusCode(201);
        wei().get(addresses)
                .then()
                .body("total", equalTo(2))
                .body("items[0].id", equalTo(id))
                .body("items[1].label", equalTo("gate 2"));
    }

    @Test
    void ofTwoChangesTheSecondIsRefused() {
        String id = add(wei(), SHANGHAI).extract().path("id");
        patch(wei(), id, null, Map.of("city", "blind")).statusCode(428);
        patch(wei(), id, "\"0\"", Map.of("city", "quick"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("district", equalTo("样板区"));
        patch(wei(), id, "\"0\"", Map.of("city", "late")).statusCode(412);
        wei().header("If-Match", "\"0\"").delete(addresses + "/" + id).then().statusCode(412);
        wei().header("If-Match", "\"1\"").delete(addresses + "/" + id).then().statusCode(204);
        wei().get(addresses + "/" + id).then().statusCode(404);
    }

    @Test
    void atMostOneIsThePrimaryOne() {
        String first = add(wei(), with("primary", true))
                .body("primary", equalTo(true))
                .extract()
                .path("id");
        String second =
                add(wei(), with("primary", true)).statusCode(201).extract().path("id");
        wei().get(addresses).then().body("items.primary", equalTo(List.of(false, true)));
        // It was changed by that: who has it open as it was learns of it.
        patch(wei(), first, "\"0\"", Map.of("city", "x")).statusCode(412);
        patch(wei(), first, "\"1\"", Map.of("primary", true)).statusCode(200).body("primary", equalTo(true));
        wei().get(addresses).then().body("items.primary", equalTo(List.of(true, false)));
        patch(wei(), first, "\"2\"", Map.of("primary", false)).statusCode(200);
        wei().get(addresses + "/" + second).then().body("primary", equalTo(false));
    }

    @Test
    void twentyAreEnough() {
        for (int i = 0; i < CustomerAddresses.MOST; i++) {
            add(wei(), SHANGHAI).statusCode(201);
        }
        add(wei(), SHANGHAI).statusCode(409).body("code", equalTo("too-many-addresses"));
    }

    @Test
    void anAddressIsFoundAtItsOwnCustomerOnly() {
        String id = add(wei(), SHANGHAI).extract().path("id");
        String there = "/api/v1/customers/" + customer("Elsewhere") + "/addresses/" + id;
        wei().get(there).then().statusCode(404);
        wei().header("If-Match", "\"0\"").delete(there).then().statusCode(404);
        wei().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("city", "x"))
                .patch(there)
                .then()
                .statusCode(404);
        patch(wei(), id, "\"0\"", Map.of("customerId", "00000000-0000-0000-0000-000000000000", "city", "x"))
                .statusCode(200)
                .body("customerId", equalTo(customer));
    }

    @Test
    void whoDoesNotSeeTheCustomerSeesAndWritesNone() {
        String id = add(wei(), SHANGHAI).extract().path("id");
        sales().get(addresses).then().statusCode(404);
        sales().get(addresses + "/" + id).then().statusCode(404);
        add(sales(), SHANGHAI).statusCode(404);
        patch(sales(), id, "\"0\"", Map.of("city", "x")).statusCode(404);
        RequestSpecification omar = people.as("address-omar", Role.CAMPAIGN_MANAGER);
        omar.get(addresses).then().statusCode(200).body("total", equalTo(1));
        add(people.as("address-omar", Role.CAMPAIGN_MANAGER), SHANGHAI).statusCode(403);
    }

    @Test
    void whoseTheCustomerIsSeesAndWritesThem() {
        customer = sales().contentType(ContentType.JSON)
                .body(Map.of("name", "Of sales"))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        addresses = "/api/v1/customers/" + customer + "/addresses";
        String id = add(sales(), SHANGHAI).statusCode(201).extract().path("id");
        patch(sales(), id, "\"0\"", Map.of("city", "x")).statusCode(200);
        sales().get(addresses).then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"lines\":[\"x\"]}",
                "{\"country\":\"CN\"}",
                "{\"lines\":[],\"country\":\"CN\"}",
                "{\"lines\":[\" \"],\"country\":\"CN\"}",
                "{\"lines\":[null],\"country\":\"CN\"}",
                "{\"lines\":[\"a\\nb\"],\"country\":\"CN\"}",
                "{\"lines\":[\"1\",\"2\",\"3\",\"4\",\"5\"],\"country\":\"CN\"}",
                "{\"lines\":[\"x\"],\"country\":\"XX\"}",
                "{\"lines\":[\"x\"],\"country\":\"China\"}",
                "{\"lines\":[\"x\"],\"country\":\"CN\",\"kind\":\"moon\"}",
                "{\"lines\":[\"x\"],\"country\":\"CN\",\"postalCode\":\"123456789012345678901\"}",
                "{\"lines\":[\"\\u0000\"],\"country\":\"CN\"}",
                "[]",
                "",
                "{"
            })
    void whatIsNoAddressIsRefused(String body) {
        int status =
                wei().contentType(ContentType.JSON).body(body).post(addresses).statusCode();
        assertThat(status).isBetween(400, 422);
    }

    @Test
    void eachChangeIsInTheAuditWithoutItsWords() {
        String id = add(wei(), SHANGHAI).extract().path("id");
        patch(wei(), id, "\"0\"", Map.of("city", "Secretville", "kind", "visit"));
        admin().queryParam("kind", "customer-address")
                .queryParam("ref", id)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.findAll { it.refId == '" + id + "' }.action", equalTo(List.of("changed", "created")))
                .body("items.findAll { it.refId == '" + id + "' }.customerName", everyItem(equalTo("Addressed")))
                .body("items.findAll { it.refId == '" + id + "' }.details.toString()", containsString("billing"))
                .body("items.findAll { it.refId == '" + id + "' }.details.toString()", not(containsString("Secret")));
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> address = new HashMap<>(SHANGHAI);
        address.put(field, value);
        return address;
    }

    private String customer(String name) {
        return wei().contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse add(RequestSpecification who, Map<String, Object> address) {
        return who.contentType(ContentType.JSON).body(address).post(addresses).then();
    }

    private ValidatableResponse patch(
            RequestSpecification who, String id, @Nullable String ifMatch, Map<String, Object> patch) {
        RequestSpecification request = ifMatch == null ? who : who.header("If-Match", ifMatch);
        return request.contentType(ContentType.JSON)
                .body(patch)
                .patch(addresses + "/" + id)
                .then();
    }

    private RequestSpecification wei() {
        return people.as("address-wei", Role.AGENT);
    }

    private RequestSpecification anna() {
        return people.as("address-anna", Role.AGENT);
    }

    private RequestSpecification sales() {
        return people.as("address-sales", Role.SALES);
    }

    private RequestSpecification admin() {
        return people.as("address-admin", Role.ADMINISTRATOR);
    }
}
