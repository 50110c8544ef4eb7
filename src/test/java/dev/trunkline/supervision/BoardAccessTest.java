package dev.trunkline.supervision;

import static dev.trunkline.supervision.BoardFloor.LIMIT;
import static dev.trunkline.supervision.BoardFloor.TEAM;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.trunkline.LiveClient;
import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees the board, and how much of it. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class BoardAccessTest {
    @Inject
    BoardFloor floor;

    @Inject
    People people;

    @TestHTTPResource("/api/v1/board")
    URI uri;

    private UUID agent = new UUID(0, 0);

    @BeforeEach
    void anAgentOfTheNorth() {
        agent = floor.open();
    }

    @AfterEach
    void leave() {
        floor.close();
    }

    @Test
    void a_supervisor_sees_the_own_teams_part() {
        String queue = "board-" + UUID.randomUUID().toString().substring(0, 8);
        floor.boss()
                .contentType(ContentType.JSON)
                .body(Map.of("name", queue, "label", "North", "members", List.of(agent.toString())))
                .post("/api/v1/queues")
                .then()
                .statusCode(201);
        ShownBoard lead = BoardFloor.rest(people.token("board-lead", Role.SUPERVISOR, TEAM));
        assertThat(lead.agent(agent)).isNotNull();
        assertThat(lead.queue(queue)).isNotNull();
        String south = people.token("board-south", Role.SUPERVISOR, "board-south");
        assertThat(BoardFloor.rest(south).agent(agent)).isNull();
        assertThat(BoardFloor.rest(south).queue(queue)).isNull();
        assertThat(floor.all().agent(agent)).isNotNull();
        assertThat(floor.all().queue(queue)).isNotNull();
        try (LiveClient page = BoardFloor.page(uri, south)) {
            assertThat(ShownBoard.on(page).agent(agent)).isNull();
            assertThat(ShownBoard.on(page).queue(queue)).isNull();
        }
    }

    @Test
    void others_see_nothing() {
        String agents = people.token("board-agent", Role.AGENT, TEAM);
        given().header("Authorization", "Bearer " + agents).get(uri).then().statusCode(403);
        given().get(uri).then().statusCode(401);
        assertThat(refusal(agents)).isEqualTo(403);
        assertThat(refusal("forged")).isEqualTo(401);
    }

    @Test
    void who_may_not_watch_any_more_is_told_so() {
        String path = "/api/v1/users/" + people.ensure("board-leaver", Role.SUPERVISOR, TEAM, null);
        roles(path, "supervisor");
        try (LiveClient page = BoardFloor.page(uri, People.signIn("board-leaver"))) {
            roles(path, "agent");
            await().atMost(LIMIT).until(() -> page.closedWith() == 4403);
        }
    }

    @Test
    void who_signs_out_sees_no_more() {
        people.ensure("board-lead", Role.SUPERVISOR, TEAM, null);
        String token = People.signIn("board-lead");
        try (LiveClient page = BoardFloor.page(uri, token)) {
            given().header("Authorization", "Bearer " + token)
                    .delete("/api/v1/session")
                    .then()
                    .statusCode(204);
            await().atMost(LIMIT).until(() -> page.closedWith() == 4401);
        }
    }

    private void roles(String path, String role) {
        floor.boss()
                .contentType(ContentType.JSON)
                .header("If-Match", floor.boss().get(path).header("ETag"))
                .body(Map.of("roles", List.of(role)))
                .patch(path)
                .then()
                .statusCode(200);
    }

    /** The status with which the socket is refused. */
    private int refusal(String token) {
        int[] status = new int[1];
        assertThatThrownBy(() -> LiveClient.open(uri, token))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(thrown -> status[0] = ((WebSocketHandshakeException) thrown.getCause())
                        .getResponse()
                        .statusCode());
        return status[0];
    }
}
