package dev.trunkline.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import dev.trunkline.shared.search.SearchRows;
import io.quarkus.arc.All;
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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class SearchTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    People people;

    @Inject
    Pool pool;

    @All
    List<SearchRows> rows;

    @BeforeEach
    void staff() {
        people.ensure("search.agent", Role.AGENT, "Search team", "7401");
        people.ensure("search.other", Role.AGENT, "Search others", "7402");
        people.ensure("search.sales", Role.SALES, "Search sales", null);
        people.ensure("search.campaigns", Role.CAMPAIGN_MANAGER, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "单芳菲",
                "单芳",
                "芳菲",
                "shanfangfei",
                "shanf",
                "fangfei",
                "sff",
                "sf",
                "90417",
                "139 0417",
                "菲克单",
                "feikedan",
                "fei ke",
                "fangfei@dan.example",
                "雏菊",
                "chuju"
            })
    void aCustomerIsFoundHoweverItIsTyped(String typed) {
        if (names("search.agent", "单芳菲").isEmpty()) {
            Map<String, Object> contact = Map.of(
                    "name", "菲克单", "email", "fangfei@dan.example", "phones", List.of(Map.of("raw", "139 0417 2635")));
            create("search.agent", Map.of("name", "单芳菲", "tags", List.of("雏菊客户"), "contacts", List.of(contact)));
        }
        assertThat(names("search.agent", typed)).contains("单芳菲");
    }

    @Test
    void whatMatchedIsMarked() {
        create("search.agent", Map.of("name", "麒麟阁茶业", "contacts", List.of(phone("137 6162 6364"))));
        search("search.agent", "qilinge")
                .body("groups[0].kind", equalTo("customer"))
                .body("groups[0].items[0].title.text", equalTo("麒麟阁茶业"))
                .body("groups[0].items[0].title.marks[0].from", equalTo(0))
                .body("groups[0].items[0].title.marks[0].to", equalTo(3));
        search("search.agent", "6162636")
                .body("groups[0].items[0].detail.text", equalTo("137 6162 6364"))
                .body("groups[0].items[0].detail.marks[0].from", equalTo(4));
    }

    @Test
    void aChangedNameIsFoundAndTheOldOneIsNot() {
        String id = create("search.agent", Map.of("name", "Quixotic Ltd"));
        as("search.agent")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Prosaic Zzyzx Ltd"))
                .patch("/api/v1/customers/" + id)
                .then()
                .statusCode(200);
        assertThat(names("search.agent", "quixotic")).isEmpty();
        assertThat(names("search.agent", "zzyzx")).containsExactly("Prosaic Zzyzx Ltd");
    }

    @Test
    void whatAReaderDoesNotSeeIsNotFound() {
        create("search.agent", Map.of("name", "Hidden Xylophones"));
        ticket("search.agent", "Xylophone out of tune");
        assertThat(names("search.agent", "xylophone"))
                .containsExactlyInAnyOrder("Hidden Xylophones", "Xylophone out of tune");
        assertThat(names("search.other", "xylophone")).containsExactly("Hidden Xylophones");
        assertThat(names("search.sales", "xylophone")).isEmpty();
        assertThat(names("search.campaigns", "xylophone")).containsExactly("Hidden Xylophones");
        create("search.sales", Map.of("name", "Xylophones of Sales"));
        assertThat(names("search.sales", "xylophone")).containsExactly("Xylophones of Sales");
    }

    @Test
    void ticketsAreFoundByNumberAndWords() {
        String subject = "净水器滤芯漏水 Wobbleflange";
        int number = ticket("search.agent", subject);
        assertThat(names("search.agent", "#" + number)).contains(subject);
        assertThat(names("search.agent", String.valueOf(number))).contains(subject);
        assertThat(names("search.agent", "wobblef")).containsExactly(subject);
        assertThat(names("search.agent", "滤芯 wobble")).containsExactly(subject);
    }

    @Test
    void colleaguesAndQueuesAreFound() {
        search("search.agent", "7402").body("groups.find { it.kind == 'person' }.items.detail.text", hasItem("7402"));
        search("search.agent", "support").body("groups.find { it.kind == 'queue' }.items.id", hasItem("support"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "\\", "';--", "😀", "\u0007", "", " ", "!!!"})
    void signsFindNothing(String typed) {
        assertThat(names("search.agent", typed)).isEmpty();
    }

    @Test
    void tooLongATextIsRefusedAndNobodySearchesUnseen() {
        search("search.agent", "a".repeat(200)).body("groups", equalTo(List.of()));
        as("search.agent")
                .queryParam("q", "a".repeat(3000))
                .get("/api/v1/search")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("q"));
        given().queryParam("q", "a").get("/api/v1/search").then().statusCode(401);
    }

    @Test
    void noMoreAreGivenThanAskedForAndItIsSaidThatThereAreMore() {
        for (int i = 0; i < 3; i++) {
            create("search.agent", Map.of("name", "Plenteous " + i));
        }
        as("search.agent")
                .queryParam("q", "plenteous")
                .queryParam("limit", 2)
                .get("/api/v1/search")
                .then()
                .body("groups[0].items.size()", equalTo(2))
                .body("groups[0].more", equalTo(true));
    }

    @Test
    void whatWasThereBeforeIsIndexedAndSoIsWhatWasIndexedInAnotherWay() {
        String missing = create("search.agent", Map.of("name", "Antediluvian One"));
        String old = create("search.agent", Map.of("name", "Antediluvian Two"));
        run("delete from customer_search where id = '" + missing + "'");
        run("update customer_search set form = 0, name = '', initials = '', tokens = '' where id = '" + old + "'");
        assertThat(names("search.agent", "antediluvian")).isEmpty();
        SearchRows customers = rows.stream()
                .filter(kind -> kind.kind().equals("customer"))
                .findFirst()
                .orElseThrow();
        assertThat(customers.missing().await().atMost(LIMIT)).isGreaterThanOrEqualTo(2);
        Optional<UUID> after = Optional.empty();
        do {
            after = customers.make(after.orElse(null), 1).await().atMost(LIMIT);
        } while (after.isPresent());
        assertThat(names("search.agent", "antediluvian")).contains("Antediluvian One", "Antediluvian Two");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(LIMIT);
    }

    private static Map<String, Object> phone(String raw) {
        return Map.of("phones", List.of(Map.of("raw", raw)));
    }

    private static List<String> names(String who, String typed) {
        return search(who, typed)
                .extract()
                .jsonPath()
                .getList("groups.findAll { it.kind in ['customer', 'ticket'] }.items.title.text.flatten()");
    }

    private static ValidatableResponse search(String who, String typed) {
        return as(who).queryParam("q", typed).get("/api/v1/search").then().statusCode(200);
    }

    private static String create(String who, Map<String, Object> customer) {
        return as(who).contentType(ContentType.JSON)
                .body(customer)
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static int ticket(String who, String subject) {
        return as(who).contentType(ContentType.JSON)
                .body(Map.of("type", "request", "subject", subject))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static RequestSpecification as(String who) {
        return given().header("Authorization", "Bearer " + People.signIn(who));
    }
}
