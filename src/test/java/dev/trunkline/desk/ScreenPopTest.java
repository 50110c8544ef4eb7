package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trunkline.LiveClient;
import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What an agent is told of a caller is what the agent may read. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ScreenPopTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String TEAM = "pop-team";
    private static final String ELSEWHERE = "pop-other-team";

    @Inject
    People people;

    @Inject
    DeskNews news;

    @TestHTTPResource("/api/v1/desk")
    URI desk;

    private final String number = "138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private final String call = "pop-" + UUID.randomUUID();

    @Test
    void aPopHasTheTicketsThatItsAgentMaySee() {
        people.ensure("pop-agent", Role.AGENT, TEAM, "7531");
        people.ensure("pop-elsewhere", Role.AGENT, ELSEWHERE, "7532");
        people.ensure("pop-sales", Role.SALES, TEAM, "7533");
        people.ensure("pop-supervisor", Role.SUPERVISOR, null, "7534");
        String customer = customer();
        String ours = ticket("pop-agent", customer);
        String theirs = ticket("pop-elsewhere", customer);
        told("pop-agent", "7531", ours);
        told("pop-elsewhere", "7532", theirs);
        told("pop-sales", "7533");
        told("pop-supervisor", "7534", theirs, ours);
    }

    @Test
    void manyTicketsOfOthersLeaveRoomForThoseThatAreSeen() {
        people.ensure("pop-agent", Role.AGENT, TEAM, "7531");
        people.ensure("pop-elsewhere", Role.AGENT, ELSEWHERE, "7532");
        String customer = customer();
        String ours = ticket("pop-agent", customer);
        for (int i = 0; i < 21; i++) {
            ticket("pop-elsewhere", customer);
        }
        told("pop-agent", "7531", ours);
    }

    @Test
    void whoChangesTeamsSeesTheNewTeamsFromThenOn() {
        UUID moved = people.ensure("pop-moves", Role.AGENT, TEAM, "7535");
        people.ensure("pop-agent", Role.AGENT, TEAM, "7531");
        people.ensure("pop-elsewhere", Role.AGENT, ELSEWHERE, "7532");
        String customer = customer();
        String ours = ticket("pop-agent", customer);
        String theirs = ticket("pop-elsewhere", customer);
        try (LiveClient page = LiveClient.open(desk, People.signIn("pop-moves"))) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            assertThat(tickets(rung(page, "7535", call))).containsExactly(ours);
            String team =
                    people.as("pop-elsewhere", Role.AGENT).get("/api/v1/me").path("teamId");
            people.as("pop-admin", Role.ADMINISTRATOR)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"0\"")
                    .body(Map.of("teamId", team))
                    .patch("/api/v1/users/" + moved)
                    .then()
                    .statusCode(200);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(tickets(rung(page, "7535", "pop-" + UUID.randomUUID())))
                            .containsExactly(theirs));
        }
    }

    /** By the pop, and by the snapshot that a page loaded anew gets. */
    private void told(String who, String extension, String... tickets) {
        String id = call + who;
        try (LiveClient page = LiveClient.open(desk, People.signIn(who))) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            assertThat(tickets(rung(page, extension, id))).as(who).containsExactly(tickets);
        }
        try (LiveClient again = LiveClient.open(desk, People.signIn(who))) {
            await().atMost(LIMIT).until(() -> !again.received("snapshot").isEmpty());
            JsonObject pop = again.received("snapshot").getFirst().getJsonArray("pops").stream()
                    .map(JsonObject.class::cast)
                    .filter(one -> isOf(one, id))
                    .findFirst()
                    .orElseThrow();
            assertThat(tickets(pop)).as(who).containsExactly(tickets);
        }
    }

    private JsonObject rung(LiveClient page, String extension, String id) {
        news.on(TalkingCall.taken(id, extension, number));
        return await().atMost(LIMIT)
                .until(
                        () -> page.received("pop").stream()
                                .filter(pop -> isOf(pop, id) && pop.getBoolean("complete"))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private static boolean isOf(JsonObject pop, String id) {
        return pop.getJsonObject("call").getString("id").equals(id);
    }

    private static List<String> tickets(JsonObject pop) {
        return pop.getJsonArray("tickets").stream()
                .map(JsonObject.class::cast)
                .map(ticket -> ticket.getString("id"))
                .toList();
    }

    private String customer() {
        return made(
                "pop-agent",
                "customers",
                Map.of(
                        "name",
                        "Calls in",
                        "contacts",
                        List.of(Map.of("name", "One", "phones", List.of(Map.of("raw", number))))));
    }

    private String ticket(String who, String customer) {
        return made(who, "tickets", Map.of("type", "repair", "subject", "Of " + who, "customerId", customer));
    }

    private String made(String who, String what, Map<String, ?> body) {
        return people.as(who, Role.AGENT)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + what)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
