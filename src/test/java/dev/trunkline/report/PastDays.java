package dev.trunkline.report;

import dev.trunkline.People;
import dev.trunkline.acd.QueueGoal;
import dev.trunkline.acd.QueueGoals;
import dev.trunkline.call.Call;
import dev.trunkline.call.CallArchive;
import dev.trunkline.identity.Role;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;

/** Ten days of calls of two queues, for the tests of reports. */
abstract class PastDays {
    static final Duration LIMIT = Duration.ofSeconds(20);
    static final String NORTH = "report-north";
    static final String FROM = "2026-10-20";
    static final String TO = "2026-10-30";

    /** As the service has it. */
    private static final ZoneId HOUSE = ConfigProvider.getConfig()
            .getOptionalValue("trunkline.time-zone", String.class)
            .map(ZoneId::of)
            .orElseGet(ZoneId::systemDefault);

    @Inject
    People people;

    @Inject
    CallArchive archive;

    @Inject
    QueueGoals goals;

    @Inject
    Pool pool;

    final String queue = "report-" + UUID.randomUUID().toString().substring(0, 8);
    final String other = queue + "-b";
    List<Call> calls = List.of();

    @BeforeEach
    void calls_of_two_queues() {
        people.ensure("report-agent", Role.AGENT, NORTH, "1021");
        people.ensure("report-agent-2", Role.AGENT, "report-south", "1022");
        boss().contentType(ContentType.JSON)
                .body(Map.of("name", queue, "label", "=" + queue, "serviceLevelSeconds", 15))
                .post("/api/v1/queues")
                .then()
                .statusCode(201);
        boss().contentType(ContentType.JSON)
                .body(Map.of("name", other, "label", other))
                .post("/api/v1/queues")
                .then()
                .statusCode(201);
        pool.query("delete from call where id like 'past-%'").execute().await().atMost(LIMIT);
        Instant from = at(FROM).toInstant();
        calls = new PastCalls(queue.hashCode(), List.of(queue, other), List.of("1021", "1022"))
                .between(from.minusSeconds(86_400), at(TO).toInstant().plusSeconds(86_400), 300);
        pool.withTransaction(transaction -> archive.add(transaction, calls))
                .await()
                .atMost(LIMIT);
        calls.stream()
                .filter(call -> !call.segments().isEmpty())
                .forEach(call -> pool.preparedQuery(
                                "insert into call_wrap (call_id, agent, wrap_ms) values ($1, $2, 7000)")
                        .execute(Tuple.of(call.id(), call.segments().getFirst().agent()))
                        .await()
                        .atMost(LIMIT));
    }

    JsonObject report(String asked) {
        return new JsonObject(boss().get("/api/v1/reports/" + asked)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    RequestSpecification boss() {
        return people.as("report-boss", Role.ADMINISTRATOR);
    }

    static Stream<Call.Offer> offers(Call call, String agent) {
        return call.visits().stream()
                .flatMap(visit -> visit.offers().stream())
                .filter(offer -> offer.agent().equals(agent) && within(offer.at()));
    }

    /** Whether agent 1021 began to talk in it within the span. */
    static boolean handled(Call call) {
        return call.segments().stream()
                .filter(segment -> segment.agent().equals("1021"))
                .map(Call.Segment::from)
                .min(Instant::compareTo)
                .filter(PastDays::within)
                .isPresent();
    }

    QueueGoal goal() {
        return goals.goals().stream()
                .filter(one -> one.name().equals(queue))
                .findFirst()
                .orElseThrow();
    }

    static boolean within(Instant at) {
        return !at.isBefore(at(FROM).toInstant()) && at.isBefore(at(TO).toInstant());
    }

    static OffsetDateTime at(String date) {
        return LocalDate.parse(date).atStartOfDay(HOUSE).toOffsetDateTime();
    }
}
