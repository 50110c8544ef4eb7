package dev.trunkline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.QueueGoal;
import dev.trunkline.call.Call;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of reports over calls of the past, compared with the same calls counted one by one. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ReportsTest extends PastDays {
    private static final int WEEK_MS = 7 * 86_400_000;

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
        long handled = calls.stream().filter(PastDays::handled).count();
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

    private JsonObject expected(Tally nothing, Stream<Stay> stays) {
        QueueGoal goal = goal();
        return tally(new JsonObject(new HashMap<>(QueueCount.of(
                        stays.map(stay -> Tally.of(stay, goal)).reduce(nothing, Tally::plus), 0, 0, 0, 0)
                .figures())));
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
