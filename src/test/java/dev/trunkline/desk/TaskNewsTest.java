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
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is told of what is said of a ticket. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class TaskNewsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String TEAM = "news-team";

    @Inject
    People people;

    @TestHTTPResource("/api/v1/desk")
    URI desk;

    @Test
    void commentsGoToAssigneeAndWatchersButNotToWhoWroteThem() {
        person("news-assignee", "7481");
        person("news-watcher", "7482");
        person("news-other", "7483");
        String id = people.as("news-assignee", Role.AGENT, TEAM)
                .contentType("application/json")
                .body(Map.of("type", "request", "subject", "News"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        people.as("news-watcher", Role.AGENT, TEAM)
                .put("/api/v1/tickets/" + id + "/watch")
                .then()
                .statusCode(204);
        try (LiveClient assignee = page("news-assignee");
                LiveClient watcher = page("news-watcher");
                LiveClient other = page("news-other")) {
            List.of(assignee, watcher, other)
                    .forEach(page -> await().atMost(LIMIT)
                            .until(() -> !page.received("snapshot").isEmpty()));
            comment("news-watcher", id, "first");
            comment("news-assignee", id, "second");
            await().atMost(LIMIT).until(() -> comments(assignee, id).size() == 1);
            await().atMost(LIMIT).until(() -> comments(watcher, id).size() == 1);
            assertThat(author(comments(assignee, id))).isEqualTo("Name of news-watcher");
            assertThat(author(comments(watcher, id))).isEqualTo("Name of news-assignee");

            people.as("news-other", Role.AGENT, TEAM)
                    .contentType("application/json")
                    .header("If-Match", "\"0\"")
                    .body(Map.of("status", "pending"))
                    .patch("/api/v1/tickets/" + id)
                    .then()
                    .statusCode(200);
            // News of one ticket come in order: with the change every page has had what it gets of the comments.
            await().atMost(LIMIT)
                    .until(() -> !tasks(watcher, id, "ticket.changed").isEmpty());
            await().atMost(LIMIT)
                    .until(() -> !tasks(assignee, id, "ticket.changed").isEmpty());
            assertThat(comments(assignee, id)).hasSize(1);
            assertThat(comments(watcher, id)).hasSize(1);
            assertThat(comments(other, id)).isEmpty();
            assertThat(tasks(other, id, "ticket.changed")).isEmpty();
        }
    }

    @Test
    void whoWatchesHearsNothingWhileTheTicketIsOutOfSight() {
        person("news-assignee", "7481");
        person("news-other", "7483");
        UUID watcher = people.ensure("news-moves", Role.AGENT, TEAM, "7488");
        people.ensure("news-elsewhere", Role.AGENT, "news-other-team", "7485");
        String id = people.as("news-assignee", Role.AGENT, TEAM)
                .contentType("application/json")
                .body(Map.of("type", "request", "subject", "Out of sight"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        people.as("news-moves", Role.AGENT, TEAM)
                .put("/api/v1/tickets/" + id + "/watch")
                .then()
                .statusCode(204);
        try (LiveClient assignee = page("news-assignee");
                LiveClient moves = page("news-moves")) {
            List.of(assignee, moves)
                    .forEach(page -> await().atMost(LIMIT)
                            .until(() -> !page.received("snapshot").isEmpty()));
            comment("news-other", id, "seen");
            await().atMost(LIMIT).until(() -> comments(moves, id).size() == 1);

            move(watcher, 0, team("news-elsewhere"));
            comment("news-other", id, "unseen");
            status(id, 0, "pending");
            // All are told of one event at once, and of one ticket's events in order.
            await().atMost(LIMIT)
                    .until(() -> tasks(assignee, id, "ticket.changed").size() == 1);
            assertThat(comments(assignee, id)).hasSize(2);
            assertThat(comments(moves, id)).hasSize(1);
            assertThat(tasks(moves, id, "ticket.changed")).isEmpty();

            move(watcher, 1, team("news-assignee"));
            status(id, 1, "open");
            await().atMost(LIMIT).until(() -> tasks(moves, id, "ticket.changed").size() == 1);
            assertThat(comments(moves, id)).hasSize(1);
        }
    }

    @Test
    void ofATeamsTicketThatIsNobodysItsTeamHearsAndNobodyElse() {
        person("news-assignee", "7481");
        person("news-other", "7483");
        people.ensure("news-elsewhere", Role.AGENT, "news-other-team", "7485");
        people.ensure("news-sales", Role.SALES, TEAM, "7486");
        people.ensure("news-sales-elsewhere", Role.SALES, null, "7487");
        String id = people.as("news-assignee", Role.AGENT, TEAM)
                .contentType("application/json")
                .body(Map.of("type", "request", "subject", "The team's own"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try (LiveClient same = page("news-other");
                LiveClient elsewhere = LiveClient.open(desk, People.signIn("news-elsewhere"));
                LiveClient sales = LiveClient.open(desk, People.signIn("news-sales"));
                LiveClient salesElsewhere = LiveClient.open(desk, People.signIn("news-sales-elsewhere"))) {
            List<LiveClient> told = List.of(same, sales);
            List<LiveClient> others = List.of(elsewhere, salesElsewhere);
            Stream.concat(told.stream(), others.stream())
                    .forEach(page -> await().atMost(LIMIT)
                            .until(() -> !page.received("snapshot").isEmpty()));
            people.as("news-assignee", Role.AGENT, TEAM)
                    .contentType("application/json")
                    .header("If-Match", "\"0\"")
                    .body("{\"assignee\": null}")
                    .patch("/api/v1/tickets/" + id)
                    .then()
                    .statusCode(200);
            told.forEach(page -> await().atMost(LIMIT)
                    .until(() -> !tasks(page, id, "ticket.changed").isEmpty()));
            // All pages are told of one event at once.
            assertThat(others)
                    .allSatisfy(page ->
                            assertThat(tasks(page, id, "ticket.changed")).isEmpty());
        }
    }

    @Test
    void thatACustomerOrItsNotesChangedIsToldByIdAlone() {
        person("news-shows", "7484");
        String id = people.as("news-shows", Role.AGENT, TEAM)
                .contentType("application/json")
                .body(Map.of("name", "Told of"))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try (LiveClient page = page("news-shows")) {
            await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
            people.as("news-shows", Role.AGENT, TEAM)
                    .contentType("application/json")
                    .header("If-Match", "\"0\"")
                    .body(Map.of("vip", true))
                    .patch("/api/v1/customers/" + id)
                    .then()
                    .statusCode(200);
            await().atMost(LIMIT).until(() -> changed(page, id).size() == 1);
            people.as("news-shows", Role.AGENT, TEAM)
                    .contentType("application/json")
                    .body(Map.of("body", "words for colleagues"))
                    .post("/api/v1/customers/" + id + "/notes")
                    .then()
                    .statusCode(201);
            await().atMost(LIMIT).until(() -> changed(page, id).size() == 2);
            assertThat(changed(page, id))
                    .allSatisfy(
                            news -> assertThat(news.getJsonObject("params")).isEqualTo(new JsonObject().put("id", id)));
        }
    }

    private static List<JsonObject> changed(LiveClient page, String customer) {
        return page.received("notice").stream()
                .filter(news -> news.getString("code").equals("customer-changed")
                        && news.getJsonObject("params").getString("id").equals(customer))
                .toList();
    }

    private void person(String name, String extension) {
        people.ensure(name, Role.AGENT, TEAM, extension);
    }

    private LiveClient page(String name) {
        return LiveClient.open(desk, people.token(name, Role.AGENT, TEAM));
    }

    private void comment(String name, String ticket, String body) {
        people.as(name, Role.AGENT, TEAM)
                .contentType("application/json")
                .body(Map.of("body", body))
                .post("/api/v1/tickets/" + ticket + "/comments")
                .then()
                .statusCode(200);
    }

    private String team(String name) {
        return people.as(name, Role.AGENT).get("/api/v1/me").path("teamId");
    }

    private void move(UUID person, long version, String team) {
        people.as("news-admin", Role.ADMINISTRATOR)
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("teamId", team))
                .patch("/api/v1/users/" + person)
                .then()
                .statusCode(200);
    }

    private void status(String ticket, long version, String status) {
        people.as("news-other", Role.AGENT, TEAM)
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("status", status))
                .patch("/api/v1/tickets/" + ticket)
                .then()
                .statusCode(200);
    }

    private static String author(List<JsonObject> comments) {
        return comments.getFirst()
                .getJsonObject("facts")
                .getJsonObject("comment")
                .getString("authorName");
    }

    private static List<JsonObject> comments(LiveClient page, String ticket) {
        return tasks(page, ticket, "ticket.commented");
    }

    private static List<JsonObject> tasks(LiveClient page, String ticket, String event) {
        return page.received("task").stream()
                .filter(task -> task.getString("event").equals(event)
                        && task.getString("id").equals(ticket))
                .toList();
    }
}
