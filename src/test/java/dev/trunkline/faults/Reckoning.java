package dev.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.faults.Story.Gap;
import dev.trunkline.telephone.CutCall;
import dev.trunkline.telephone.FlowComparison;
import dev.trunkline.telephone.JournalCall;
import dev.trunkline.telephone.QueueLogRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * After a fault, when everything has come to rest: every call, ticket and follow-up that the service has against the
 * journal of the PBX. Each is there once, and nothing that is not in the journal.
 */
final class Reckoning {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final Site site;
    private final Gap gap;
    private final Set<String> known;
    private final List<QueueLogRow> queueLog;
    private final List<JournalCall> finished;
    private final List<CutCall> cut;

    private Reckoning(Site site, Story story) {
        this.site = site;
        this.gap = story.gap();
        this.queueLog = story.queueLog();
        this.finished = JournalCall.read(story.cel(), queueLog);
        this.cut = CutCall.read(story.cel(), finished);
        awaitRest();
        this.known = story.known();
    }

    /** Compares; waits for what still has to be done. */
    static void of(Site site, Story story) {
        new Reckoning(site, story).compare();
    }

    private void awaitRest() {
        ids().forEach(id -> await("the end of " + id + " has been told")
                .atMost(LIMIT)
                .until(() -> site.database()
                                .count(
                                        "from outbox where dedup_key = ? and published_at is not null",
                                        "call.ended:" + id)
                        == 1));
        await("everything has been told")
                .atMost(LIMIT)
                .until(() -> site.database().count("from outbox where published_at is null") == 0);
        Site.AGENTS.forEach(agent -> await(agent + " is free again")
                .atMost(LIMIT)
                .until(() -> site.house()
                        .agent(agent)
                        .get("agents/me/state")
                        .path("state")
                        .asText()
                        .equals("available")));
    }

    private Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        finished.forEach(call -> ids.add(call.id()));
        cut.forEach(call -> ids.add(call.id()));
        return ids;
    }

    private void compare() {
        assertThat(finished).extracting(JournalCall::outcome).contains("answered");
        assertThat(known).isEqualTo(ids());
        for (JournalCall expected : finished) {
            // What was told before the journal had been read whole is put right within seconds.
            await(expected.id() + " is as the journal has it").atMost(SETTLED).untilAsserted(() -> same(expected));
        }
        cut.forEach(this::cut);
        if (cut.isEmpty()) {
            // queue_log does not say how a call ended under which the PBX died.
            Reported.compare(site, queueLog, finished.getFirst().startedAt());
        }
    }

    private void same(JournalCall expected) {
        JsonNode call = call(expected.id());
        try {
            FlowComparison.compare(call, expected);
        } catch (AssertionError differs) {
            throw new AssertionError(
                    differs.getMessage() + "\nin " + call + "\nof which the journal has " + expected, differs);
        }
        recovered(call, expected);
        boolean queued = !expected.visits().isEmpty();
        boolean answered = expected.outcome().equals("answered");
        left(expected.id(), queued && answered, queued && !answered);
    }

    /** The PBX itself does not know how they ended. */
    private void cut(CutCall expected) {
        JsonNode call = call(expected.id());
        assertThat(call.path("recovered").asBoolean()).isTrue();
        assertThat(call.path("from").asText()).isEqualTo(expected.number());
        assertThat(call.path("to").asText()).isEqualTo(expected.dialled());
        assertThat(Instant.parse(call.path("startedAt").asText())).isEqualTo(expected.startedAt());
        assertThat(Instant.parse(call.path("endedAt").asText())).isBetween(expected.startedAt(), gap.to());
        assertThat(call.path("legs"))
                .extracting(leg -> leg.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(expected.legs());
        if (!expected.hungUp()) {
            assertThat(call.path("outcome").asText()).isEqualTo(expected.talked() ? "answered" : "interrupted");
        }
        left(expected.id(), expected.queued() && expected.talked(), expected.queued() && !expected.talked());
    }

    /** What fell into the gap is known from the journal alone, and says so; what lies outside it was seen. */
    private void recovered(JsonNode call, JournalCall expected) {
        boolean recovered = call.path("recovered").asBoolean();
        if (gap.from() == null
                || expected.endedAt().isBefore(gap.from().minus(MARGIN))
                || expected.startedAt().isAfter(gap.to())) {
            assertThat(recovered).as("recovered").isFalse();
        } else if (moments(expected).anyMatch(this::unseen)) {
            assertThat(recovered).as("recovered").isTrue();
        }
    }

    private boolean unseen(Instant at) {
        return at.isAfter(gap.from().plus(MARGIN)) && at.isBefore(site.relay().eventsSince());
    }

    private static Stream<Instant> moments(JournalCall call) {
        return call.legs().stream()
                .flatMap(leg -> Stream.of(leg.startedAt(), leg.answeredAt(), leg.endedAt()))
                .filter(Objects::nonNull);
    }

    private void left(String call, boolean ticket, boolean followUp) {
        String told = "of %s, whose end was told as %s"
                .formatted(
                        call,
                        site.database().text("select payload from outbox where dedup_key = ?", "call.ended:" + call));
        assertThat(site.database().count("from ticket where call_id = ?", call))
                .as("tickets %s", told)
                .isEqualTo(ticket ? 1 : 0);
        assertThat(site.database().count("from follow_up where call_id = ?", call))
                .as("follow-ups %s", told)
                .isEqualTo(followUp ? 1 : 0);
        assertThat(site.database().count("from follow_up where call_id = ? and status = 'open' and attempts = 1", call))
                .as("open follow-ups %s", told)
                .isEqualTo(followUp ? 1 : 0);
        if (ticket) {
            JsonNode agents = call(call).path("agents");
            assertThat(site.database()
                            .text(
                                    "select extension from ticket join app_user on app_user.id = owner_id where call_id = ?",
                                    call))
                    .as("owner of the ticket %s", told)
                    .isEqualTo(agents.get(agents.size() - 1).asText());
        }
    }

    private JsonNode call(String id) {
        return site.house().administrator().get("calls/" + id);
    }
}
