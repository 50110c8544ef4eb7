package dev.trunkline.call.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.Call;
import dev.trunkline.call.CallAccount;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.CallVerified;
import dev.trunkline.call.CallEvent.RecordingStarted;
import dev.trunkline.call.CallRecovery;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.shared.Ids;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class CallStorageTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    CallTracking tracking;

    @Inject
    CallWriter writer;

    @Inject
    CallRows rows;

    @Inject
    CallRecounting recounting;

    @Inject
    OpenCallIds openCalls;

    @Inject
    CallHistory history;

    @Inject
    Pool pool;

    @Test
    void anEndedCallLeavesItsRowAndOneEvent() {
        Script script = answered();
        script.events.forEach(tracking::take);

        Row row = stored(script.id);
        assertThat(row.getString("outcome")).isEqualTo("answered");
        assertThat(row.getString("direction")).isEqualTo("inbound");
        assertThat(row.getString("party_key")).isEqualTo("+8613800138000");
        assertThat(row.getArrayOfStrings("agents")).containsExactly("1001");
        assertThat(row.getLong("wait_ms")).isEqualTo(5_000);
        assertThat(row.getLong("talk_ms")).isEqualTo(60_000);
        JsonObject event = events(script.id).getFirst();
        assertThat(event.getString("outcome")).isEqualTo("answered");
        assertThat(event.getString("fromE164")).isEqualTo("+8613800138000");
        assertThat(event.getJsonArray("agents")).containsExactly("1001");
        assertThat(event.getString("endedAt")).isEqualTo("2026-11-22T08:01:07Z");
        assertThat(openCalls.openCalls(Script.PBX)).doesNotContain(script.id);
    }

    @Test
    void endingItAgainAfterACrashDoublesAndChangesNothing() {
        Script script = answered();
        script.events.forEach(tracking::take);
        stored(script.id);

        Call again = Script.fold(List.of(
                script.events.getFirst(), new CallVerified(Script.PBX, Script.second(99), script.id, List.of())));
        rows.write(List.of(again)).await().atMost(LIMIT);

        assertThat(stored(script.id).getString("outcome")).isEqualTo("answered");
        assertThat(events(script.id)).hasSize(1);
    }

    @Test
    void aBetterAccountIsToldTogetherWithTheOneItCorrects() {
        Script script = missed();
        Call told = Script.fold(List.of(
                script.events.getFirst(), new CallVerified(Script.PBX, Script.second(30), script.id, List.of())));
        rows.write(List.of(told)).await().atMost(LIMIT);

        CallAccount account = new CallAccount(Script.PBX, script.id, script.events, Script.second(20), true);
        List<CallAccount> accounts = List.of(account);
        assertThat(recounting.recount(accounts).await().atMost(LIMIT)).containsExactly(CallRecovery.Result.MENDED);
        assertThat(recounting.recount(accounts).await().atMost(LIMIT)).containsExactly(CallRecovery.Result.KNOWN);

        assertThat(events(script.id)).hasSize(1);
        assertThat(events("call.amended", script.id)).singleElement().satisfies(amended -> {
            assertThat(amended.getString("outcome")).isEqualTo("abandoned");
            assertThat(amended.getString("queue")).isEqualTo("support");
            assertThat(amended.getJsonObject("before").getString("outcome")).isEqualTo("interrupted");
            assertThat(amended.getJsonObject("before").getString("queue")).isNull();
        });

        Call mended = rows.find(List.of(script.id)).await().atMost(LIMIT).get(script.id);
        rows.amend(told, mended).await().atMost(LIMIT);
        assertThat(events("call.amended", script.id))
                .as("told by another reading already")
                .hasSize(1);
    }

    @Test
    void anOpenCallIsTakenUpAfterARestartAndEndsOnce() {
        Script script = answered();
        List<CallEvent> begun = script.events.subList(0, 10);
        Call open = Script.fold(begun);
        assertThat(open.open()).isTrue();
        rows.write(List.of(open)).await().atMost(LIMIT);

        tracking.start(new StartupEvent());
        assertThat(openCalls.openCalls(Script.PBX)).contains(script.id);
        tracking.take(new CallVerified(Script.PBX, Script.second(300), script.id, List.of()));
        tracking.take(new CallVerified(Script.PBX, Script.second(301), script.id, List.of()));

        assertThat(stored(script.id).getBoolean("recovered")).isTrue();
        assertThat(events(script.id)).hasSize(1);
        assertThat(openCalls.openCalls(Script.PBX)).doesNotContain(script.id);
    }

    @Test
    void onlyTheNewestStateOfManyWaits() {
        List<Script> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(answered());
        }
        for (int step = 0; step < many.getFirst().events.size(); step++) {
            for (Script script : many) {
                tracking.take(script.events.get(step));
            }
        }
        String[] ids = many.stream().map(script -> script.id).toArray(String[]::new);
        await().atMost(LIMIT)
                .until(() -> pool.preparedQuery("select count(*) from call where id = any($1) and outcome = 'answered'")
                                .execute(Tuple.of(ids))
                                .await()
                                .atMost(LIMIT)
                                .iterator()
                                .next()
                                .getLong(0)
                        == 300);
        assertThat(events(many.getFirst().id)).hasSize(1);
    }

    @Test
    void aRowTheDatabaseRefusesHoldsUpNobody() {
        Script bad = new Script("x".repeat(250)).customer("13800138000", "4008001000");
        Script good = answered();
        bad.events.forEach(tracking::take);
        good.events.forEach(tracking::take);
        assertThat(stored(good.id).getString("outcome")).isEqualTo("answered");
    }

    @Test
    void recordingsOfCallsWithTalkAreToBeFetched() {
        Script talk = answered();
        talk.events.add(3, new RecordingStarted(Script.PBX, Script.second(1), talk.id, "base"));
        talk.events.forEach(tracking::take);
        Script none = missed();
        none.events.add(3, new RecordingStarted(Script.PBX, Script.second(1), none.id, "base"));
        none.events.forEach(tracking::take);

        stored(talk.id);
        assertThat(stored(none.id).getString("outcome")).isEqualTo("abandoned");
        assertThat(count("select count(*) from call_recording where call_id = $1", talk.id))
                .isEqualTo(1);
        assertThat(count("select count(*) from call_recording where call_id = $1", none.id))
                .isZero();
    }

    @Test
    void theCustomerStaysChosenAndTravelsWithTheEnd() {
        Script script = answered();
        UUID chosen = Ids.next();
        history.linkCustomer(script.id, Ids.next(), null).await().atMost(LIMIT);
        history.linkCustomer(script.id, chosen, Ids.next()).await().atMost(LIMIT);
        history.linkCustomer(script.id, Ids.next(), null).await().atMost(LIMIT);
        script.events.forEach(tracking::take);
        stored(script.id);

        assertThat(history.customerOf(script.id).await().atMost(LIMIT)).contains(chosen);
        assertThat(events(script.id).getFirst().getString("customerId")).isEqualTo(chosen.toString());
        assertThat(history.ofCustomer(chosen, null, 10).await().atMost(LIMIT))
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.id()).isEqualTo(script.id);
                    assertThat(card.agent()).isEqualTo("1001");
                    assertThat(card.talkMs()).isEqualTo(60_000);
                });
        assertThat(history.recent("+8613800138000", script.id, 200).await().atMost(LIMIT))
                .noneMatch(card -> card.id().equals(script.id));
    }

    @Test
    void wrapUpTimeIsTheSumOfTheAgents() {
        Script script = answered();
        script.events.forEach(tracking::take);
        stored(script.id);
        history.saveWrap(pool, script.id, "1001", 1_000).await().atMost(LIMIT);
        history.saveWrap(pool, script.id, "1001", 30_000).await().atMost(LIMIT);
        history.saveWrap(pool, script.id, "1002", 5_000).await().atMost(LIMIT);
        assertThat(history.byId(script.id).await().atMost(LIMIT))
                .hasValueSatisfying(view -> assertThat(view.wrapMs()).isEqualTo(35_000));
    }

    private static String id() {
        return "pbx1-" + Ids.next();
    }

    private static Script answered() {
        String id = id();
        return new Script(id)
                .customer("13800138000", "4008001000")
                .at(2)
                .joins("support")
                .at(3)
                .offered("support", "1001", id + "a")
                .at(3.5)
                .rings(id + "a")
                .at(7)
                .connected("support", "1001", id + "a")
                .at(67)
                .hangsUp(id)
                .completed("support", "1001", CallEvent.CompleteReason.CALLER)
                .unbridged(id)
                .ended(id, 16)
                .unbridged(id + "a")
                .ended(id + "a", 16);
    }

    private static Script missed() {
        String id = id();
        return new Script(id)
                .customer("13800138000", "4008001000")
                .at(2)
                .joins("support")
                .at(20)
                .hangsUp(id)
                .abandoned("support")
                .ended(id, 0);
    }

    private Row stored(String id) {
        return await().atMost(LIMIT).until(() -> one(id), row -> row != null);
    }

    private Row one(String id) {
        var found = pool.preparedQuery("select * from call where id = $1 and ended_at is not null")
                .execute(Tuple.of(id))
                .await()
                .atMost(LIMIT)
                .iterator();
        return found.hasNext() ? found.next() : null;
    }

    private List<JsonObject> events(String id) {
        return events("call.ended", id);
    }

    private List<JsonObject> events(String type, String id) {
        List<JsonObject> events = new ArrayList<>();
        pool.preparedQuery("select payload::text from outbox where type = $1 and subject = $2")
                .execute(Tuple.of(type, id))
                .await()
                .atMost(LIMIT)
                .forEach(row -> events.add(new JsonObject(row.getString(0))));
        return events;
    }

    private long count(String sql, String id) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong(0);
    }
}
