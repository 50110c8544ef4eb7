package dev.trunkline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.QueueGoal;
import dev.trunkline.call.Call;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a figure of a report to the calls behind it. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ReportCallsTest extends PastDays {
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
        assertThat(listed(asked, "handled")).isEqualTo(ids(PastDays::handled));
        assertThat(listed(asked, "outbound")).isEmpty();
        boss().get("/api/v1/calls?counted=liked").then().statusCode(422);
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
}
