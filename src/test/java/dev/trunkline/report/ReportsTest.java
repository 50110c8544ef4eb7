package dev.trunkline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.QueueGoal;
import dev.trunkline.acd.QueueGoals;
import dev.trunkline.call.Call;
import dev.trunkline.call.CallArchive;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports over calls of the past, compared with the same calls counted one by one. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ReportsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String NORTH = "report-north";
    private static final String FROM = "2026-10-20";
    private static final String TO = "2026-10-30";
    private static final int WEEK_MS = 7 * 86_400_000;

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

    private final String queue = "report-" + UUID.randomUUID().toString().substring(0, 8);
    private final String other = queue + "-b";
    private List<Call> calls = List.of();

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

    @ParameterizedTest
    @CsvSource({"15min", "30min", "hour", "day", "week", "month"})
    void a_queues_figures_are_those_of_its_calls_by_whatever_interval(String interval) {
        JsonObject report = report("queues?queue=" + queue + "&interval=" + interval + "&from=" + FROM + "&to=" + TO);
        assertThat(tally(report.getJsonObject("total"))).isEqualTo(expected(Tally.NONE, stays(queue)));
        for (Object each : report.getJsonArray("rows")) {
            JsonObject row = (JsonObject) each;
            Instant from = Instant.parse(row.getString("from"));
            Instant to = Instant.parse(row.getString("to"));
            assertThat(tally(row.getJsonObject("values")))
                    .isEqualTo(expected(
                            Tally.NONE,
                            stays(queue)
                                    .filter(stay -> !stay.joinedAt().isBefore(from)
                                            && stay.joinedAt().isBefore(to))));
        }
        assertThat(sum(report.getJsonArray("rows"), "offered"))
                .isEqualTo(report.getJsonObject("total").getLong("offered"));
    }

    @Test
    void times_and_shares_are_those_of_the_calls() {
        JsonObject total =
                report("queues?queue=" + queue + "&from=" + FROM + "&to=" + TO).getJsonObject("total");
        List<Call> answered = inSpan().filter(
                        call -> call.visits().getLast().queue().equals(queue) && answered(call))
                .toList();
        long talk = answered.stream()
                .mapToLong(call ->
                        ms(call.segments().stream()) - 500L * call.holds().size())
                .sum();
        assertThat(total.getLong("talkMs")).isEqualTo(talk);
        assertThat(total.getLong("holdMs"))
                .isEqualTo(answered.stream()
                        .mapToLong(call -> 500L * call.holds().size())
                        .sum());
        assertThat(total.getLong("wrapMs")).isEqualTo(7000L * answered.size());
        assertThat(total.getLong("averageHandleMs"))
                .isEqualTo(Math.round(
                        (talk + total.getLong("holdMs") + total.getLong("wrapMs")) / (double) answered.size()));
        long transferred =
                answered.stream().filter(call -> !call.handovers().isEmpty()).count();
        assertThat(total.getDouble("transferRate")).isEqualTo(Share.percent(transferred, answered.size()));
        long resolved = answered.stream().filter(this::nobodyCalledAgain).count();
        assertThat(total.getDouble("firstCallResolution")).isEqualTo(Share.percent(resolved, answered.size()));
    }

    @Test
    void an_agents_figures_are_those_of_the_calls() {
        JsonObject total =
                report("agents?agent=1021&from=" + FROM + "&to=" + TO).getJsonObject("total");
        long offered = offers("1021").count();
        assertThat(total.getLong("offered")).isEqualTo(offered);
        assertThat(total.getLong("missed"))
                .isEqualTo(offers("1021")
                        .filter(offer -> offer.outcome() == Call.OfferOutcome.NO_ANSWER)
                        .count());
        long handled = calls.stream().filter(ReportsTest::handled).count();
        assertThat(total.getLong("handled")).isEqualTo(handled);
        assertThat(total.getLong("outbound")).isZero();
    }

    @Test
    void an_account_that_is_put_right_replaces_what_it_gave() {
        String asked = "queues?group=all&queue=" + queue + "," + other + "&from=" + FROM + "&to=" + TO;
        JsonObject before = report(asked);
        pool.query("update call set recovered = recovered where id like 'past-%'")
                .execute()
                .await()
                .atMost(LIMIT);
        pool.query("update call set recovered = recovered where id like 'past-%'")
                .execute()
                .await()
                .atMost(LIMIT);
        assertThat(report(asked).getJsonObject("total")).isEqualTo(before.getJsonObject("total"));
        assertThat(report(asked).getJsonArray("rows")).isEqualTo(before.getJsonArray("rows"));

        Call wrong = inSpan().filter(ReportsTest::answered).findFirst().orElseThrow();
        pool.preparedQuery("update call set doc = jsonb_set(doc, '{visits}', '[]'), queue = null where id = $1")
                .execute(Tuple.of(wrong.id()))
                .await()
                .atMost(LIMIT);
        assertThat(report(asked).getJsonObject("total").getInteger("answered"))
                .isEqualTo(before.getJsonObject("total").getInteger("answered") - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"offered", "answered", "answeredInTime", "abandoned", "shortAbandoned", "overflowed"})
    void behind_a_queues_figure_are_its_calls(String figure) {
        QueueGoal goal = goal();
        assertThat(listed("queues?queue=" + queue, figure))
                .isEqualTo(ids(call -> call.visits().stream()
                        .map(Stay::of)
                        .filter(stay -> stay.queue().equals(queue) && within(stay.joinedAt()))
                        .anyMatch(stay -> QueueCount.of(Tally.of(stay, goal), 0, 0, 0, 0)
                                        .figures()
                                        .get(figure)
                                        .intValue()
                                == 1)));
    }

    @Test
    void behind_an_agents_figure_are_its_calls() {
        String asked = "agents?agent=1021";
        assertThat(listed(asked, "offered"))
                .isEqualTo(ids(call -> offers(call, "1021").findAny().isPresent()));
        assertThat(listed(asked, "missed"))
                .isEqualTo(ids(call ->
                        offers(call, "1021").anyMatch(offer -> offer.outcome() == Call.OfferOutcome.NO_ANSWER)));
        assertThat(listed(asked, "handled")).isEqualTo(ids(ReportsTest::handled));
        assertThat(listed(asked, "outbound")).isEmpty();
        boss().get("/api/v1/calls?counted=liked").then().statusCode(422);
    }

    @Test
    void time_in_states_is_that_within_each_interval() {
        UUID agent = people.ensure("report-agent-3", Role.AGENT, NORTH, "1023");
        OffsetDateTime day = at("2026-10-22");
        pool.query("delete from agent_state_log where agent = '1023'")
                .execute()
                .await()
                .atMost(LIMIT);
        spell(agent, "available", day.plusMinutes(50), day.plusMinutes(70));
        spell(agent, "on-call", day.plusMinutes(70), day.plusMinutes(95));
        spell(agent, "wrap-up", day.plusMinutes(95), day.plusMinutes(100));
        spell(agent, "break", day.plusMinutes(100), day.plusMinutes(130));
        spell(agent, "offline", day.plusMinutes(130), day.plusMinutes(1000));
        JsonObject report = report("agents?agent=1023&interval=hour&from=2026-10-22&to=2026-10-23");
        JsonArray rows = report.getJsonArray("rows");
        assertThat(rows).hasSize(3);
        JsonObject second = rows.getJsonObject(1).getJsonObject("values");
        assertThat(second.getLong("availableMs")).isEqualTo(600_000);
        assertThat(second.getLong("onCallMs")).isEqualTo(1_500_000);
        assertThat(second.getLong("wrapUpMs")).isEqualTo(300_000);
        assertThat(second.getLong("breakMs")).isEqualTo(1_200_000);
        assertThat(second.getDouble("occupancy")).isEqualTo(75.0);
        JsonObject total = report.getJsonObject("total");
        assertThat(total.getLong("signedInMs")).isEqualTo(80 * 60_000);
        assertThat(total.getDouble("occupancy")).isEqualTo(60.0);
    }

    @Test
    void files_hold_what_the_report_says_and_are_noted() throws Exception {
        String asked = "/api/v1/reports/queues?queue=" + queue + "&from=" + FROM + "&to=" + TO;
        int offered = report(asked.substring("/api/v1/reports/".length()))
                .getJsonObject("total")
                .getInteger("offered");
        String csv = boss().accept("text/csv")
                .get(asked)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", containsString(".csv"))
                .extract()
                .asString();
        assertThat(csv.lines()
                        .skip(1)
                        .mapToInt(line -> Integer.parseInt(line.split(",")[4]))
                        .sum())
                .isEqualTo(offered);
        assertThat(csv).contains("'=" + queue);
        byte[] xlsx = boss().accept(ReportResource.XLSX)
                .get(asked)
                .then()
                .statusCode(200)
                .contentType(ReportResource.XLSX)
                .extract()
                .asByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.getLast().getCellAsNumber(4).orElseThrow().intValue())
                    .isEqualTo(offered);
        }
        boss().get("/api/v1/audit?kind=report")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("exported"))
                .body("items.details.format", hasItem("xlsx"));
    }

    @ParameterizedTest
    @CsvSource({
        "nothing?from=2026-10-01&to=2026-10-02, 404",
        "queues?from=2016-10-01&to=2026-10-01&interval=month, 422",
        "queues?from=2026-09-01&to=2026-10-30&interval=15min, 422",
        "queues?from=2026-10-02&to=2026-10-01, 422",
        "queues?to=2026-10-01, 422",
        "queues?from=2026-10-01&to=2026-10-02&interval=minute, 422",
        "queues?from=2026-10-01&to=2026-10-02&group=agent, 422",
        "queues?from=2026-10-01&to=2026-10-02&group=colour, 422",
        "queues?from=2026-10-01&to=2026-10-02&queue=nowhere, 422",
        "queues?from=2026-10-01&to=2026-10-02&agent=1021, 422",
        "agents?from=2026-10-01&to=2026-10-02&agent=nobody, 422",
    })
    void what_makes_no_sense_is_refused(String asked, int status) {
        boss().get("/api/v1/reports/" + asked).then().statusCode(status).contentType("application/problem+json");
    }

    @Test
    void a_refusal_names_what_is_wrong() {
        boss().get("/api/v1/reports/queues?from=2026-10-01&to=2026-10-02&queue=nowhere")
                .then()
                .body("errors[0].field", equalTo("queue"))
                .body("detail", containsString("nowhere"));
        boss().get("/api/v1/reports/queues?from=2016-10-01&to=2026-10-01&interval=month")
                .then()
                .body("code", equalTo("span-too-long"))
                .body("detail", containsString("366 days"));
    }

    @Test
    void a_supervisor_has_the_own_team() {
        String asked = "/api/v1/reports/agents?from=" + FROM + "&to=" + TO;
        people.as("report-lead", Role.SUPERVISOR, NORTH)
                .get(asked)
                .then()
                .statusCode(200)
                .body("over", hasItem("1021"))
                .body("over", not(hasItem("1022")));
        people.as("report-lead", Role.SUPERVISOR, NORTH)
                .get(asked + "&agent=1022")
                .then()
                .statusCode(422);
        people.as("report-planner", Role.CAMPAIGN_MANAGER).get(asked).then().body("over", hasItem("1022"));
        for (Role role : List.of(Role.AGENT, Role.SALES)) {
            people.as("report-" + role.name().toLowerCase(Locale.ROOT), role)
                    .get(asked)
                    .then()
                    .statusCode(403);
        }
    }

    /** Ids of the calls to which a figure leads, by the word that the report gives for it. */
    private Set<String> listed(String asked, String figure) {
        JsonObject report = report(asked + "&from=" + FROM + "&to=" + TO);
        String counted = report.getJsonArray("figures").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("key").equals(figure))
                .map(one -> one.getString("counted"))
                .findFirst()
                .orElseThrow();
        JsonObject page = new JsonObject(boss().queryParam("counted", counted)
                .queryParam("from", report.getString("from"))
                .queryParam("to", report.getString("to"))
                .queryParam("limit", 200)
                .get("/api/v1/calls?" + asked.substring(asked.indexOf('?') + 1))
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(page.getLong("total")).isEqualTo(page.getJsonArray("items").size());
        return page.getJsonArray("items").stream()
                .map(call -> ((JsonObject) call).getString("id"))
                .collect(Collectors.toSet());
    }

    private Set<String> ids(Predicate<Call> which) {
        return calls.stream().filter(which).map(Call::id).collect(Collectors.toSet());
    }

    private JsonObject report(String asked) {
        return new JsonObject(boss().get("/api/v1/reports/" + asked)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private RequestSpecification boss() {
        return people.as("report-boss", Role.ADMINISTRATOR);
    }

    private Stream<Call> inSpan() {
        return calls.stream().filter(call -> within(call.visits().getLast().joinedAt()));
    }

    private Stream<Stay> stays(String name) {
        return calls.stream()
                .flatMap(call -> call.visits().stream())
                .map(Stay::of)
                .filter(stay -> stay.queue().equals(name) && within(stay.joinedAt()));
    }

    private Stream<Call.Offer> offers(String agent) {
        return calls.stream().flatMap(call -> offers(call, agent));
    }

    private static Stream<Call.Offer> offers(Call call, String agent) {
        return call.visits().stream()
                .flatMap(visit -> visit.offers().stream())
                .filter(offer -> offer.agent().equals(agent) && within(offer.at()));
    }

    /** Whether agent 1021 began to talk in it within the span. */
    private static boolean handled(Call call) {
        return call.segments().stream()
                .filter(segment -> segment.agent().equals("1021"))
                .map(Call.Segment::from)
                .min(Instant::compareTo)
                .filter(ReportsTest::within)
                .isPresent();
    }

    private JsonObject expected(Tally nothing, Stream<Stay> stays) {
        QueueGoal goal = goal();
        return tally(new JsonObject(new HashMap<>(QueueCount.of(
                        stays.map(stay -> Tally.of(stay, goal)).reduce(nothing, Tally::plus), 0, 0, 0, 0)
                .figures())));
    }

    private QueueGoal goal() {
        return goals.goals().stream()
                .filter(one -> one.name().equals(queue))
                .findFirst()
                .orElseThrow();
    }

    /** The part of the figures that the board has too. */
    private static JsonObject tally(JsonObject figures) {
        JsonObject tally = new JsonObject();
        for (String figure : List.of(
                "offered",
                "answered",
                "answeredInTime",
                "abandoned",
                "shortAbandoned",
                "overflowed",
                "serviceLevel",
                "averageAnswerMs")) {
            tally.put(figure, Objects.toString(figures.getValue(figure)));
        }
        return tally;
    }

    private boolean nobodyCalledAgain(Call call) {
        return calls.stream()
                .noneMatch(later -> Objects.equals(later.from(), call.from())
                        && later.startedAt().isAfter(call.startedAt())
                        && Duration.between(call.startedAt(), later.startedAt()).toMillis() < WEEK_MS);
    }

    private void spell(UUID agent, String state, OffsetDateTime from, OffsetDateTime to) {
        pool.preparedQuery("""
                        insert into agent_state_log (id, user_id, agent, state, began_at, ended_at)
                        values ($1, $2, '1023', $3, $4, $5)""")
                .execute(Tuple.of(UUID.randomUUID(), agent, state, from, to))
                .await()
                .atMost(LIMIT);
    }

    private static boolean answered(Call call) {
        return call.visits().getLast().outcome() == Call.VisitOutcome.ANSWERED;
    }

    private static boolean within(Instant at) {
        return !at.isBefore(at(FROM).toInstant()) && at.isBefore(at(TO).toInstant());
    }

    private static OffsetDateTime at(String date) {
        return LocalDate.parse(date).atStartOfDay(HOUSE).toOffsetDateTime();
    }

    private static long ms(Stream<Call.Segment> segments) {
        return segments.mapToLong(segment ->
                        Duration.between(segment.from(), segment.to()).toMillis())
                .sum();
    }

    private static long sum(JsonArray rows, String figure) {
        return rows.stream()
                .mapToLong(row -> ((JsonObject) row).getJsonObject("values").getLong(figure))
                .sum();
    }
}
