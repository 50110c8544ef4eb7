package dev.trunkline.acd;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.Call;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.identity.Role;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@TestProfile(WithFakePbx.class)
class AgentsTest {
    private static final String EXTENSION = "1051";
    private static final String ME = "acd-agent";

    @Inject
    People people;

    @Inject
    FakePbx pbx;

    @Inject
    Agents agents;

    @Inject
    AgentFloor floor;

    @Inject
    Pool pool;

    @Inject
    PbxNews news;

    @Inject
    MeterRegistry meters;

    private UUID userId;

    @BeforeEach
    void anAgentOfSupportAndALink() {
        userId = people.ensure(ME, Role.AGENT, null, EXTENSION);
        run("insert into queue_member select id, $1 from queue where name = 'support' on conflict do nothing", userId);
        agents.membersChanged().await().atMost(Duration.ofSeconds(10));
        link(LinkState.UP);
        put("offline", null).statusCode(200);
        pbx.forget();
    }

    @AfterEach
    void linkUpAgain() {
        pbx.away(false);
        link(LinkState.DOWN);
        link(LinkState.UP);
    }

    @Test
    void availableJoinsTheQueuesAndOfflineLeavesThem() {
        put("available", null)
                .statusCode(200)
                .body("state", equalTo("available"))
                .body("pending", equalTo(false));
        assertThat(pbx.told()).containsExactly("join support 1051");

        pbx.forget();
        put("break", "lunch").statusCode(200).body("state", equalTo("break")).body("reason", equalTo("lunch"));
        put("offline", null).statusCode(200);
        assertThat(pbx.told()).containsExactly("pause 1051 lunch", "leave support 1051");
    }

    @Test
    void aQueueCallGoesThroughRingingAndOnCallToWrapUp() {
        put("available", null).statusCode(200);
        pbx.forget();
        Call call = Calls.inQueue("acd-" + UUID.randomUUID(), "support");

        news.call(Calls.offered(call, EXTENSION));
        awaitState("ringing").body("callId", equalTo(call.id())).body("next", equalTo("available"));
        put("break", "tea").statusCode(200).body("state", equalTo("ringing")).body("next", equalTo("break"));
        news.call(Calls.offerEnded(call, EXTENSION, OfferOutcome.ANSWERED));
        news.call(Calls.connected(call, EXTENSION));
        awaitState("on-call");
        await().untilAsserted(() -> assertThat(pbx.told()).contains("pause 1051 wrap-up"));
        news.call(Calls.disconnected(call, EXTENSION));
        awaitState("wrap-up").body("wrapUpUntil", notNullValue()).body("next", equalTo("break"));

        put("wrap-up", null).statusCode(200).body("state", equalTo("wrap-up"));
        agents.wrapUpDone(userId, call.id()).await().atMost(Duration.ofSeconds(10));
        awaitState("break").body("reason", equalTo("tea")).body("next", nullValue());
        assertThat(pbx.told()).endsWith("pause 1051 tea");

        await().untilAsserted(() -> assertThat(spells()).contains("available", "ringing", "on-call", "wrap-up"));
        await().untilAsserted(() -> assertThat(wrapMs(call.id())).isNotEmpty().isEqualTo(wrapUpSpellMs(call.id())));
    }

    @Test
    void twoMissedCallsPutTheAgentOnBreak() {
        put("available", null).statusCode(200);
        for (int i = 0; i < 2; i++) {
            Call call = Calls.inQueue("acd-" + UUID.randomUUID(), "support");
            news.call(Calls.offered(call, EXTENSION));
            news.call(Calls.offerEnded(call, EXTENSION, OfferOutcome.NO_ANSWER));
            news.call(Calls.ended(call));
        }
        awaitState("break").body("reason", equalTo("missed"));
        await().untilAsserted(() -> assertThat(pbx.told()).contains("pause 1051 missed"));
    }

    @Test
    void aWishWhileThePbxIsAwayIsKeptAndDoneWhenItIsBack() {
        link(LinkState.DOWN);
        put("available", null).statusCode(503).body("code", equalTo("pbx-unavailable"));
        state().body("state", equalTo("available")).body("pending", equalTo(true));
        assertThat(pbx.told()).isEmpty();

        link(LinkState.UP);
        await().untilAsserted(() -> assertThat(pbx.told()).contains("join support 1051"));
        await().untilAsserted(() -> state().body("pending", equalTo(false)));
    }

    @Test
    void aCommandThatDoesNotArriveIsToldToTheAgent() {
        pbx.away(true);
        put("available", null).statusCode(503).body("code", equalTo("pbx-unavailable"));
        state().body("pending", equalTo(true));
    }

    @Test
    void aMemberThatThePbxPausedByItselfIsUnpaused() {
        put("available", null).statusCode(200);
        pbx.forget();
        news.pbx(member("support", true));
        await().untilAsserted(() -> assertThat(pbx.told()).contains("join support 1051"));
        pbx.forget();
        // It helps nothing, so it is tried again, soon.
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(pbx.told()).contains("join support 1051"));
        news.pbx(member("support", false));
    }

    @Test
    void noLookIsDueAtWhatAPbxSaidThatIsAwayNow() {
        put("available", null).statusCode(200);
        news.pbx(member("support", true));
        await().untilAsserted(() -> assertThat(seat().checkTimer).isNotEqualTo(Seat.NO_TIMER));
        link(LinkState.DOWN);
        await().untilAsserted(() -> assertThat(seat().disagreesSince).isNull());
        assertThat(seat().checkTimer).isEqualTo(Seat.NO_TIMER);
    }

    @Test
    void aLongDisagreementIsCountedOnce() {
        Counter counted = meters.get("trunkline_agent_disagreements").counter();
        double before = counted.count();
        put("available", null).statusCode(200);
        news.pbx(member("support", true));
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(counted.count()).isEqualTo(before + 1));
        news.pbx(member("support", false));
        assertThat(counted.count()).isEqualTo(before + 1);
    }

    @Test
    void wrapUpIsExtendedThreeTimesByTheTimeOfTheCallsQueue() {
        run("insert into queue_member select id, $1 from queue where name = 'sales' on conflict do nothing", userId);
        put("available", null).statusCode(200);
        Call call = Calls.inQueue("acd-" + UUID.randomUUID(), "sales");
        news.call(Calls.connected(call, EXTENSION));
        news.call(Calls.disconnected(call, EXTENSION));
        awaitState("wrap-up").body("wrapUpExtensions", equalTo(3));
        for (int left = 2; left >= 0; left--) {
            Instant until = Instant.parse(put("wrap-up", null)
                    .statusCode(200)
                    .body("wrapUpExtensions", equalTo(left))
                    .extract()
                    .path("wrapUpUntil"));
            assertThat(Duration.between(Instant.now(), until)).isLessThanOrEqualTo(Duration.ofSeconds(30));
        }
        put("wrap-up", null).statusCode(409).body("code", equalTo("wrap-up-spent"));
        run(
                "delete from queue_member where user_id = $1 and queue_id in (select id from queue where name = 'sales')",
                userId);
    }

    @Test
    void anOfflineAgentFoundInAQueueIsTakenOut() {
        news.pbx(member("sales", false));
        await().untilAsserted(() -> assertThat(pbx.told()).contains("leave sales 1051"));
        news.pbx(new PbxState.MemberGone("pbx1", Instant.now(), "sales", EXTENSION));
    }

    @Test
    void aRestartFindsTheStateAsItWas() {
        put("available", null).statusCode(200);
        Call call = Calls.inQueue("acd-" + UUID.randomUUID(), "support");
        news.call(Calls.connected(call, EXTENSION));
        news.call(Calls.disconnected(call, EXTENSION));
        awaitState("wrap-up");
        AgentState held = seat().state;
        await().untilAsserted(() -> assertThat(kept()).isEqualTo(held));

        put("break", "lunch").statusCode(200);
        assertThat(kept()).isEqualTo(seat().state);
    }

    @Test
    void whatCannotBeWishedIsRefusedWithTheReason() {
        put("ringing", null).statusCode(409).body("code", equalTo("state-not-yours"));
        put("on-call", null).statusCode(409).body("code", equalTo("state-not-yours"));
        put("wrap-up", null).statusCode(409).body("code", equalTo("no-wrap-up"));
        put("asleep", null).statusCode(422).body("errors[0].field", equalTo("state"));
        put("break", null).statusCode(422).body("errors[0].field", equalTo("reason"));
        put("break", "away").statusCode(422).body("errors[0].field", equalTo("reason"));
        put("break", "phone").statusCode(422).body("errors[0].field", equalTo("reason"));
        put("break", "missed").statusCode(422).body("errors[0].field", equalTo("reason"));
        put("break", "<script>").statusCode(422);
        me().contentType("application/json")
                .body("{}")
                .put("/api/v1/agents/me/state")
                .then()
                .statusCode(422);
        me().contentType("application/json")
                .body("[")
                .put("/api/v1/agents/me/state")
                .then()
                .statusCode(400);
        me().contentType("application/json")
                .body("")
                .put("/api/v1/agents/me/state")
                .then()
                .statusCode(422);
    }

    @Test
    void onlyPeopleWithAPhoneHaveAState() {
        people.as("acd-boss", Role.SUPERVISOR)
                .get("/api/v1/agents/me/state")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-extension"));
        given().get("/api/v1/agents").then().statusCode(401);
        people.as("acd-boss", Role.SUPERVISOR)
                .get("/api/v1/agents")
                .then()
                .statusCode(200)
                .body("find { it.extension == '1051' }.queues", equalTo(List.of("support")));
        me().get("/api/v1/break-reasons").then().statusCode(200).body("key", hasItem("lunch"));
    }

    private Seat seat() {
        return floor.seat(EXTENSION).orElseThrow();
    }

    private AgentState kept() {
        return AgentStateRow.read(pool.preparedQuery("select * from agent_state where user_id = $1")
                .execute(Tuple.of(userId))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next());
    }

    /** What the call says of its wrap-up, in milliseconds. */
    private List<Long> wrapMs(String callId) {
        return longs("select wrap_ms from call_wrap where call_id = $1", callId);
    }

    private List<Long> wrapUpSpellMs(String callId) {
        return longs(
                "select round(extract(epoch from ended_at - began_at) * 1000)::bigint from agent_state_log "
                        + "where state = 'wrap-up' and call_id = $1 and ended_at > began_at",
                callId);
    }

    private List<Long> longs(String sql, String callId) {
        List<Long> found = new ArrayList<>();
        pool.preparedQuery(sql)
                .execute(Tuple.of(callId))
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(row -> found.add(row.getLong(0)));
        assertThat(found).hasSizeLessThan(2);
        return found;
    }

    private List<String> spells() {
        List<String> found = new ArrayList<>();
        pool.preparedQuery("select state from agent_state_log where user_id = $1")
                .execute(Tuple.of(userId))
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(row -> found.add(row.getString(0)));
        return found;
    }

    private void link(LinkState state) {
        news.pbx(new PbxState.Link("pbx1", Instant.now(), state, null));
    }

    private static PbxState.Member member(String queue, boolean paused) {
        return new PbxState.Member("pbx1", Instant.now(), queue, EXTENSION, paused, paused ? "someone" : null, true);
    }

    private RequestSpecification me() {
        return people.as(ME, Role.AGENT);
    }

    private ValidatableResponse put(String state, @Nullable String reason) {
        Map<String, Object> body = reason == null ? Map.of("state", state) : Map.of("state", state, "reason", reason);
        return me().contentType("application/json")
                .body(body)
                .put("/api/v1/agents/me/state")
                .then();
    }

    private ValidatableResponse state() {
        return me().get("/api/v1/agents/me/state").then().statusCode(200);
    }

    private ValidatableResponse awaitState(String state) {
        await().untilAsserted(() -> state().body("state", equalTo(state)));
        return state();
    }

    private void run(String sql, Object value) {
        pool.preparedQuery(sql).execute(Tuple.of(value)).await().atMost(Duration.ofSeconds(10));
    }
}
