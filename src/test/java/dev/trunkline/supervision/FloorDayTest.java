package dev.trunkline.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.identity.Role;
import dev.trunkline.telephony.simulator.QueueStay;
import dev.trunkline.telephony.simulator.QueueStay.End;
import dev.trunkline.telephony.simulator.SimulatedPbx;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever the link does in the middle of a rush, in the end board, calls and report say what the PBX itself remembers of it.
 * {@code -Dfloor.agents=200 -Dfloor.seconds=600} makes it a long day of a large floor.
 */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@TestProfile(BusyFloor.class)
class FloorDayTest {
    private static final Logger LOG = LoggerFactory.getLogger(FloorDayTest.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int AGENTS = Integer.getInteger("floor.agents", 20);
    private static final int SECONDS = Integer.getInteger("floor.seconds", 20);
    private static final int CUTS = 3;
    private static final int FIRST_PHONE = 1101;

    /** Calls per second and agent that keep the floor busy and now and then too busy. */
    private static final double RATE = 0.35;

    @Inject
    People people;

    @Inject
    SimulatedPbx pbx;

    @Inject
    PbxLink link;

    @Inject
    Agents agents;

    @Inject
    Pool pool;

    @Test
    void boardCallsAndReportSayInTheEndWhatThePbxRemembers() {
        await().atMost(LIMIT).until(() -> link.current().state() == LinkState.UP);
        openQueue();
        IntStream.range(0, AGENTS).forEach(this::seat);
        long seed = Long.getLong("floor.seed", System.nanoTime());
        rush(new Random(seed));
        await("all calls are over").atMost(LIMIT).until(() -> pbx.calls() == 0);
        List<QueueStay> account = pbx.account();
        LOG.info("Seed {}: {} callers, {}", seed, account.size(), expected(account));
        assertThat(account).isNotEmpty();
        await("calls are what the PBX remembers")
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(stored()).isEqualTo(remembered(account)));
        LOG.info("{} calls from the journal", recovered());
        assertThat(recovered()).as("calls of which the link did not tell all").isPositive();
        await("the board is what the PBX remembers")
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(board()).isEqualTo(expected(account)));
        assertThat(report()).isEqualTo(expected(account));
    }

    private void rush(Random random) {
        long began = System.nanoTime();
        long end = began + Duration.ofSeconds(SECONDS).toNanos();
        int cuts = 0;
        for (long next = began;
                next < end;
                next += (long) (-Math.log(1 - random.nextDouble()) / (RATE * AGENTS) * 1e9)) {
            for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            pbx.callIn("139" + (10_000_000 + random.nextInt(80_000_000)), null, BusyFloor.NUMBER);
            if (cuts < CUTS && next - began > (end - began) * (cuts + 1) / (CUTS + 1)) {
                cuts++;
                pbx.cutLink();
            }
        }
    }

    private void openQueue() {
        people.as("floor-boss", Role.ADMINISTRATOR)
                .contentType(ContentType.JSON)
                .body(Map.of("name", BusyFloor.QUEUE, "label", "Floor", "wrapUpSeconds", 0, "missedLimit", 0))
                .post("/api/v1/queues")
                .then()
                .statusCode(201);
    }

    private void seat(int number) {
        String name = "floor-" + number;
        UUID id = people.ensure(name, Role.AGENT, "floor", String.valueOf(FIRST_PHONE + number));
        pool.preparedQuery("insert into queue_member select id, $1 from queue where name = $2")
                .execute(Tuple.of(id, BusyFloor.QUEUE))
                .chain(agents::membersChanged)
                .await()
                .atMost(LIMIT);
        people.as(name, Role.AGENT)
                .contentType(ContentType.JSON)
                .body(Map.of("state", "available"))
                .put("/api/v1/agents/me/state")
                .then()
                .statusCode(200);
    }

    /** By call: who took it, or how it was lost. */
    private static Map<String, String> remembered(List<QueueStay> account) {
        Map<String, String> calls = new TreeMap<>();
        account.forEach(stay -> calls.put(stay.callId(), stay.end() == End.ANSWERED ? stay.agent() : "lost"));
        return calls;
    }

    private Map<String, String> stored() {
        Map<String, String> calls = new TreeMap<>();
        for (Row row : pool.preparedQuery(
                        "select id, outcome, agents from call where queue = $1 and ended_at is not null")
                .execute(Tuple.of(BusyFloor.QUEUE))
                .await()
                .atMost(LIMIT)) {
            boolean answered = "answered".equals(row.getString("outcome"));
            calls.put(row.getString("id"), answered ? String.join(", ", row.getArrayOfStrings("agents")) : "lost");
        }
        return calls;
    }

    private long recovered() {
        return pool.preparedQuery("select count(*) from call where queue = $1 and recovered")
                .execute(Tuple.of(BusyFloor.QUEUE))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong(0);
    }

    private record Figures(
            long offered, long answered, long answeredInTime, long abandoned, long shortAbandoned, long overflowed) {}

    /** As the queue's settings have it: answered within 20 s, short when given up within 5 s. */
    private static Figures expected(List<QueueStay> account) {
        return new Figures(
                account.size(),
                count(account, stay -> stay.end() == End.ANSWERED),
                count(
                        account,
                        stay -> stay.end() == End.ANSWERED && waited(stay).toSeconds() < 20),
                count(
                        account,
                        stay -> stay.end() == End.ABANDONED && waited(stay).toMillis() >= 5_000),
                count(
                        account,
                        stay -> stay.end() == End.ABANDONED && waited(stay).toMillis() < 5_000),
                count(account, stay -> stay.end() == End.TIMED_OUT));
    }

    private Figures board() {
        return figures(boss("/api/v1/board").getJsonArray("queues").stream()
                .map(JsonObject.class::cast)
                .filter(queue -> queue.getString("name").equals(BusyFloor.QUEUE))
                .findFirst()
                .orElseThrow()
                .getJsonObject("today"));
    }

    private Figures report() {
        LocalDate today = LocalDate.now(BusyFloor.NOON);
        return figures(
                boss("/api/v1/reports/queues?queue=" + BusyFloor.QUEUE + "&from=" + today + "&to=" + today.plusDays(1))
                        .getJsonObject("total"));
    }

    private JsonObject boss(String path) {
        return new JsonObject(people.as("floor-boss", Role.ADMINISTRATOR)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static Figures figures(JsonObject from) {
        return new Figures(
                from.getLong("offered"),
                from.getLong("answered"),
                from.getLong("answeredInTime"),
                from.getLong("abandoned"),
                from.getLong("shortAbandoned"),
                from.getLong("overflowed"));
    }

    private static long count(List<QueueStay> account, Predicate<QueueStay> which) {
        return account.stream().filter(which).count();
    }

    private static Duration waited(QueueStay stay) {
        Instant left = stay.leftAt();
        return left == null ? Duration.ZERO : Duration.between(stay.joinedAt(), left);
    }
}
