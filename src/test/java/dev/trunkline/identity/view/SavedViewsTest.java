package dev.trunkline.identity.view;

import static org.hamcrest.Matchers.equalTo;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class SavedViewsTest {
    private static final String VIEWS = "/api/v1/views";

    @Inject
    People people;

    private final String list = "calls-" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    @Test
    void aViewIsKeptRenamedAndDeleted() {
        String id = create(Map.of(
                        "list",
                        list,
                        "name",
                        " Long waits ",
                        "search",
                        "queue=support&sort=-startedAt",
                        "columns",
                        List.of("who", "wait")))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("name", equalTo("Long waits"))
                .extract()
                .path("id");
        mine().queryParam("list", list)
                .get(VIEWS)
                .then()
                .body("items.name", equalTo(List.of("Long waits")))
                .body("items[0].search", equalTo("queue=support&sort=-startedAt"))
                .body("items[0].columns", equalTo(List.of("who", "wait")));

        patch(id, 0, Map.of("name", "Waits", "search", "queue=sales"))
                .statusCode(200)
                .body("name", equalTo("Waits"))
                .body("search", equalTo("queue=sales"))
                .body("columns", equalTo(List.of("who", "wait")));
        patch(id, 0, Map.of("name", "Too late")).statusCode(412);

        mine().header("If-Match", "\"1\"").delete(VIEWS + "/" + id).then().statusCode(204);
        mine().queryParam("list", list).get(VIEWS).then().body("total", equalTo(0));
    }

    @Test
    void columnsAreLeftToTheListWhereNoneAreGiven() {
        create(Map.of("list", list, "name", "Plain"))
                .statusCode(201)
                .body("search", equalTo(""))
                .body("columns", nullValue());
    }

    @Test
    void viewsOfOtherListsAndOfOtherPeopleAreNotThere() {
        String id = create(Map.of("list", list, "name", "Mine alone")).extract().path("id");
        mine().queryParam("list", "tickets")
                .get(VIEWS)
                .then()
                .body("items.findAll { it.id == '" + id + "' }", equalTo(List.of()));
        RequestSpecification chief = people.as("views-chief", Role.ADMINISTRATOR);
        chief.queryParam("list", list).get(VIEWS).then().body("total", equalTo(0));
        people.as("views-chief", Role.ADMINISTRATOR)
                .get(VIEWS + "/" + id)
                .then()
                .statusCode(404);
        people.as("views-chief", Role.ADMINISTRATOR)
                .header("If-Match", "\"0\"")
                .delete(VIEWS + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void aNameIsThereOnceInAList() {
        create(Map.of("list", list, "name", "Twice")).statusCode(201);
        create(Map.of("list", list, "name", "Twice")).statusCode(409).body("code", equalTo("exists"));
        create(Map.of("list", list + "-b", "name", "Twice")).statusCode(201);
        people.as("views-other", Role.SALES)
                .contentType(ContentType.JSON)
                .body(Map.of("list", list, "name", "Twice"))
                .post(VIEWS)
                .then()
                .statusCode(201);
    }

    @Test
    void badInputIsNamed() {
        create(Map.of("list", list)).statusCode(422).body("errors[0].field", equalTo("name"));
        create(Map.of("name", "No list")).statusCode(422).body("errors[0].field", equalTo("list"));
        create(Map.of("list", list, "name", "n".repeat(61))).statusCode(422);
        create(Map.of("list", list, "name", "Two\nlines")).statusCode(422);
        create(Map.of("list", list, "name", "x", "search", "s".repeat(2001))).statusCode(422);
        create(Map.of("list", list, "name", "x", "columns", List.of("<b>"))).statusCode(422);
        String id = create(Map.of("list", list, "name", "Stays")).extract().path("id");
        patch(id, 0, Map.of("list", "tickets")).statusCode(422).body("errors[0].code", equalTo("fixed"));
    }

    private ValidatableResponse create(Map<String, ?> input) {
        return mine().contentType(ContentType.JSON).body(input).post(VIEWS).then();
    }

    private ValidatableResponse patch(String id, int version, Map<String, ?> patch) {
        return mine().contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(patch)
                .patch(VIEWS + "/" + id)
                .then();
    }

    private RequestSpecification mine() {
        return people.as("views-wei", Role.AGENT);
    }
}
