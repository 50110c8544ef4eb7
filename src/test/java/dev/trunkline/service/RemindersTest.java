package dev.trunkline.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.TestClock;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each follow-up that becomes due is told of once, whatever runs beside or dies in between. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class RemindersTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    Reminders reminders;

    @Inject
    People people;

    @Inject
    Pool pool;

    @Inject
    TestClock clock;

    /** What other tests left due is not this one's. */
    @BeforeEach
    void nothingElse() {
        await().atMost(LIMIT).until(() -> remind() == 0);
    }

    @AfterEach
    void mend() {
        clock.reset();
        sql("drop trigger if exists crash on outbox");
    }

    @Test
    void isToldInTheSecondItIsDueAndNotAgain() {
        String id = create(clock.instant().plusSeconds(3600));
        remind();
        assertThat(told(id)).isZero();

        clock.advance(Duration.ofSeconds(3600));
        remind();
        remind();
        assertThat(told(id)).isOne();
        JsonObject facts =
                (JsonObject) rows("select payload from outbox where subject = $1 and type = 'follow-up.due'", id)
                        .getFirst()
                        .getJson(0);
        assertThat(facts.getString("id")).isEqualTo(id);
        assertThat(facts.getString("assigneeId")).isNotNull();
        assertThat(facts.getInteger("version")).as("nobody changed it").isZero();
    }

    @Test
    void twoReplicasTellItOnce() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(create(clock.instant().minusSeconds(i)));
        }
        Uni.join()
                .all(reminders.remind(), reminders.remind(), reminders.remind())
                .andFailFast()
                .await()
                .atMost(LIMIT);
        remind();
        assertThat(ids).allSatisfy(id -> assertThat(told(id)).isOne());
    }

    /** The database refuses the news, as if the process had died before the commit. */
    @Test
    void whatDiedBeforeItWasToldIsToldByTheNextRun() {
        String id = create(clock.instant());
        sql("create or replace function killed() returns trigger language plpgsql as "
                + "$$ begin raise exception 'killed'; end $$");
        sql("create trigger crash before insert on outbox for each row when (new.type = 'follow-up.due') "
                + "execute function killed()");
        assertThatThrownBy(this::remind).hasMessageContaining("killed");
        reminders.look().await().atMost(LIMIT);
        assertThat(told(id)).isZero();

        sql("drop trigger crash on outbox");
        remind();
        assertThat(told(id)).isOne();
    }

    @Test
    void movedItIsToldAnew() {
        String id = create(clock.instant());
        remind();
        patch(id, 0, Map.of("dueAt", clock.instant().plusSeconds(900).toString()));
        remind();
        assertThat(told(id)).isOne();

        clock.advance(Duration.ofSeconds(900));
        remind();
        assertThat(told(id)).isEqualTo(2);
        patch(id, 1, Map.of("note", "asked for the invoice"));
        remind();
        assertThat(told(id)).as("another note moves nothing").isEqualTo(2);
    }

    @Test
    void whatIsDoneOrCancelledIsNotDue() {
        String done = create(clock.instant().plusSeconds(60));
        String cancelled = create(clock.instant().plusSeconds(60));
        patch(done, 0, Map.of("status", "done"));
        patch(cancelled, 0, Map.of("status", "cancelled"));
        clock.advance(Duration.ofSeconds(60));
        remind();
        assertThat(told(done)).isZero();
        assertThat(told(cancelled)).isZero();
    }

    private int remind() {
        return reminders.remind().await().atMost(LIMIT);
    }

    private String create(Instant due) {
        Map<String, Object> body =
                new HashMap<>(Map.of("kind", "callback", "dueAt", due.toString(), "phone", "13800138555"));
        return given().header("Authorization", "Bearer " + people.token("remind-agent", Role.AGENT, "remind-team"))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/follow-ups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void patch(String id, int version, Map<String, Object> body) {
        people.as("remind-agent", Role.AGENT, "remind-team")
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch("/api/v1/follow-ups/" + id)
                .then()
                .statusCode(200);
    }

    private long told(String id) {
        return rows("select count(*) from outbox where subject = $1 and type = 'follow-up.due'", id)
                .getFirst()
                .getLong(0);
    }

    private List<Row> rows(String sql, Object value) {
        List<Row> found = new ArrayList<>();
        pool.preparedQuery(sql).execute(Tuple.of(value)).await().atMost(LIMIT).forEach(found::add);
        return found;
    }

    private void sql(String sql) {
        pool.query(sql).execute().await().atMost(LIMIT);
    }
}
