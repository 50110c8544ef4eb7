package dev.trunkline.supervision;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.trunkline.LiveClient;
import dev.trunkline.People;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.identity.Role;
import dev.trunkline.telephony.simulator.SimulatedPbx;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** One agent of queue support, and those who watch: for the board's tests. */
@Singleton
class BoardFloor {
    static final Duration LIMIT = Duration.ofSeconds(20);
    static final String SUPPORT = "4008001000";
    static final String TEAM = "board-north";
    static final String AGENT = "1008";

    private final People people;
    private final SimulatedPbx pbx;
    private final PbxLink link;
    private final Agents agents;
    private final Pool pool;

    BoardFloor(People people, SimulatedPbx pbx, PbxLink link, Agents agents, Pool pool) {
        this.people = people;
        this.pbx = pbx;
        this.link = link;
        this.agents = agents;
        this.pool = pool;
    }

    /** No calls, and the agent available; the agent's user id. */
    UUID open() {
        linkUp();
        pbx.clear();
        UUID agent = people.ensure("board-agent", Role.AGENT, TEAM, AGENT);
        pool.preparedQuery(
                        "insert into queue_member select id, $1 from queue where name = 'support' on conflict do nothing")
                .execute(Tuple.of(agent))
                .chain(agents::membersChanged)
                .await()
                .atMost(LIMIT);
        state("available");
        return agent;
    }

    void close() {
        pbx.clear();
        state("offline");
    }

    void linkUp() {
        await().atMost(LIMIT).until(() -> link.current().state() == LinkState.UP);
    }

    /** Changes settings of queue support. */
    void settings(String patch) {
        String version = boss().get("/api/v1/queues/support").header("ETag");
        boss().contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(patch)
                .patch("/api/v1/queues/support")
                .then()
                .statusCode(200);
    }

    RequestSpecification boss() {
        return people.as("board-boss", Role.ADMINISTRATOR);
    }

    /** The token of somebody who sees everything. */
    String bossToken() {
        return people.token("board-boss", Role.ADMINISTRATOR, null);
    }

    /** A page that has its snapshot. */
    static LiveClient page(URI board, String token) {
        LiveClient page = LiveClient.open(board, token);
        await().atMost(LIMIT).until(() -> !page.received("snapshot").isEmpty());
        return page;
    }

    /** The board by REST. */
    static ShownBoard rest(String token) {
        return ShownBoard.of(new JsonObject(given().header("Authorization", "Bearer " + token)
                .get("/api/v1/board")
                .then()
                .statusCode(200)
                .extract()
                .asString()));
    }

    ShownBoard all() {
        return rest(bossToken());
    }

    private void state(String state) {
        await().atMost(LIMIT)
                .untilAsserted(() -> people.as("board-agent", Role.AGENT)
                        .contentType(ContentType.JSON)
                        .body(Map.of("state", state))
                        .put("/api/v1/agents/me/state")
                        .then()
                        .statusCode(200));
    }
}
