package dev.trunkline.boot.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.trunkline.telephony.CallerNumbers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service started as the demo, on an empty database. */
@QuarkusTest
@TestProfile(DemoTest.WithDemo.class)
class DemoTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Demo demo;

    @Inject
    DemoStaff staff;

    @Inject
    CallerNumbers callers;

    @Inject
    Pool pool;

    /** The demo without people who act by themselves. */
    public static class WithDemo implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("trunkline.demo", "true");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DemoDatabase.class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "lina", "wei", "anna", "marco", "yuki", "omar", "sofia"})
    void everybodyCanSignIn(String username) {
        given().contentType("application/json")
                .body(Map.of("username", username, "password", DemoPeople.PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .body("user.username", equalTo(username));
    }

    @Test
    void isThereOnce() {
        List<Long> before = counts();
        assertThat(before).allSatisfy(count -> assertThat(count).isPositive());
        assertThat(demo.make().await().atMost(LIMIT)).isFalse();
        staff.ensure().await().atMost(LIMIT);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void listsShowIt() {
        String token = token("admin");
        assertThat(total(token, "/api/v1/customers")).isEqualTo(DemoCustomers.HOW_MANY);
        assertThat(total(token, "/api/v1/calls?limit=200")).isGreaterThan(900);
        assertThat(total(token, "/api/v1/tickets?limit=200")).isGreaterThan(300);
        assertThat(total(token, "/api/v1/follow-ups?limit=200")).isGreaterThan(60);
        String call = given().header("Authorization", "Bearer " + token)
                .get("/api/v1/calls?outcome=answered&queue=support")
                .path("items[0].id");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/calls/" + call)
                .then()
                .statusCode(200)
                .body("ticketIds.size()", equalTo(1))
                .body("talkMs", greaterThan(0))
                .body("wrapMs", greaterThan(0))
                .body("segments.size()", equalTo(1));
    }

    @Test
    void leavesWhatTheRulesLeave() {
        none("""
                select count(*) from call c where c.direction = 'inbound' and c.outcome = 'answered' and c.queue = 'support'
                    and 1 <> (select count(*) from ticket t where t.call_id = c.id and t.rule = 'call-answered')""");
        none("""
                select count(*) from call c where c.direction = 'inbound' and c.outcome in ('abandoned', 'overflowed')
                    and c.party_key is not null
                    and not exists (select 1 from follow_up f where f.phone = c.party_key and f.automatic)""");
        none("select count(*) from follow_up where (status = 'open') <> (closed_at is null) or closed_at > now()");
        none("select count(*) from follow_up where closed_at < created_at or due_at < created_at");
        none("select count(*) from follow_up where kind = 'callback' and phone is null and customer_id is null");
        none("select count(*) from ticket where created_at > now() or updated_at < created_at or updated_at > now()");
        none("""
                select count(*) from ticket t join call_customer cc on cc.call_id = t.call_id
                where t.customer_id is distinct from cc.customer_id""");
        assertThat(count("select count(*) from follow_up where status = 'open' and due_at < now()"))
                .isBetween(1L, 60L);
        assertThat(
                        count(
                                "select count(*) from follow_up where status = 'open' and due_at between now() and now() + interval '6 hours'"))
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({"wei, true", "yuki, false", "lina, true"})
    void whatOneTeamMayGrantIsItsOwnToRead(String username, boolean reads) {
        List<String> titles = given().header("Authorization", "Bearer " + token(username))
                .get("/api/v1/articles?limit=50")
                .path("items.title");
        assertThat(titles.contains("What Service may credit without asking")).isEqualTo(reads);
        assertThat(titles).contains("The engineer did not come: what to say and what to promise");
    }

    @Test
    void customersAreFoundByName() {
        none("select count(*) from customer where position(lower(name) in findable) = 0");
    }

    @Test
    void figuresAgree() {
        none("select count(*) from call where ended_at is null or ended_at > now() or started_at >= ended_at");
        none("select count(*) from call where wait_ms < 0 or ring_ms < 0 or talk_ms < 0 or hold_ms < 0");
        none("select count(*) from call where outcome = 'answered' and (talk_ms is null or cardinality(agents) = 0)");
        none("select count(*) from call where outcome = 'short-abandoned' and wait_ms >= 5000");
        none("select count(*) from call where outcome = 'abandoned' and wait_ms < 5000");
        none("""
                select count(*) from call c join call_wrap w on w.call_id = c.id
                where not w.agent = any(c.agents) or c.outcome <> 'answered'""");
        none("select count(*) from call where direction = 'inbound' and not withheld and party_key is null");
    }

    @Test
    void theCallersAreCustomers() {
        assertThat(callers.numbers())
                .hasSizeGreaterThan(DemoCustomers.HOW_MANY)
                .allMatch(number -> number.startsWith("+"));
        assertThat(count(
                        "select count(distinct phone_key) from (select phone_key from customer_phone group by phone_key "
                                + "having count(distinct customer_id) > 1) shared"))
                .isGreaterThan(4);
    }

    private static String token(String username) {
        return given().contentType("application/json")
                .body(Map.of("username", username, "password", DemoPeople.PASSWORD))
                .post("/api/v1/session")
                .path("token");
    }

    private static int total(String token, String path) {
        return given().header("Authorization", "Bearer " + token)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    private List<Long> counts() {
        return List.of(
                        "app_user",
                        "queue_member",
                        "customer",
                        "customer_phone",
                        "customer_address",
                        "call",
                        "call_customer",
                        "call_wrap",
                        "wrap_up",
                        "ticket",
                        "follow_up")
                .stream()
                .map(table -> count("select count(*) from " + table))
                .toList();
    }

    private void none(String sql) {
        assertThat(count(sql)).as(sql).isZero();
    }

    private long count(String sql) {
        return pool.query(sql).execute().await().atMost(LIMIT).iterator().next().getLong(0);
    }
}
