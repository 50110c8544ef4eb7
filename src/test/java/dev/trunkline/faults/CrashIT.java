package dev.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.faults.Database.Lock;
import dev.trunkline.system.Alone;
import dev.trunkline.telephone.Answering;
import dev.trunkline.telephone.AsteriskLab;
import dev.trunkline.telephone.Customer;
import dev.trunkline.telephone.House;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The packaged service is killed while calls of a real Asterisk go on, end, and leave something behind. Whenever that
 * happens, after the next start each answered call has left exactly one ticket and each missed one exactly one follow-up.
 *
 * <p>Locks in the database hold the service up exactly at the moment meant, so none of this is left to luck.
 */
@Alone
class CrashIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final int AGENT = 1001;

    private static AsteriskLab lab;
    private static House house;
    private static Database database;
    private static int callers;

    private String caller;

    /** What a call leaves behind. */
    private enum Left {
        TICKET("ticket", "ticket.created"),
        FOLLOW_UP("follow_up", "follow-up.created");

        final String table;
        final String event;

        Left(String table, String event) {
            this.table = table;
            this.event = event;
        }
    }

    @BeforeAll
    static void start() {
        lab = AsteriskLab.start();
        house = House.open("crash", lab, AGENT);
        database = new Database(house.service().dataDir());
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (house != null) {
            house.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void aNewCaller() {
        caller = "1390000" + (1000 + callers++);
        lab.register(AGENT);
        lab.phone(AGENT, Answering.answers());
    }

    @AfterEach
    void everybodyGoesHome() {
        lab.hangUpEverybody();
        lab.sendEverybodyHome();
        house.everybodyGoesHome();
    }

    @ParameterizedTest
    @EnumSource
    void killedBeforeTheCallsEndIsKept(Left left) throws InterruptedException {
        String call = callGoesOn(left);
        try (Lock ends = database.lockTable("call")) {
            lab.hangUpEverybody();
            database.awaitHeldUp("insert into call ");
            kill();
            assertThat(database.count("from call where id = ? and ended_at is null", call))
                    .isOne();
        }
        house.service().start();
        assertLeftOnce(left, call);
    }

    @ParameterizedTest
    @EnumSource
    void killedBetweenTheCallsEndAndWhatItLeaves(Left left) throws InterruptedException {
        String call = callGoesOn(left);
        try (Lock things = database.lockTable(left.table)) {
            lab.hangUpEverybody();
            database.awaitHeldUp("insert into " + left.table);
            kill();
            assertThat(database.count("from call where id = ? and ended_at is not null", call))
                    .isOne();
            assertThat(things(left, call)).isZero();
        }
        house.service().start();
        assertLeftOnce(left, call);
    }

    @ParameterizedTest
    @EnumSource
    void killedWhenItIsWrittenButNotTheNewsOfIt(Left left) throws InterruptedException {
        String call = callGoesOn(left);
        try (Lock things = database.lockTable(left.table)) {
            lab.hangUpEverybody();
            database.awaitHeldUp("insert into " + left.table);
            try (Lock news = database.lockTable("outbox")) {
                things.close();
                database.awaitHeldUp("insert into outbox");
                kill();
                assertThat(things(left, call)).isZero();
            }
        }
        house.service().start();
        assertLeftOnce(left, call);
    }

    @ParameterizedTest
    @EnumSource
    void killedWhenItIsThereButTheEndStillCountsAsNotTold(Left left) throws InterruptedException {
        String call = callGoesOn(left);
        try (Lock things = database.lockTable(left.table)) {
            lab.hangUpEverybody();
            database.awaitHeldUp("insert into " + left.table);
            try (Lock told = database.lockRows("select id from outbox where dedup_key = ?", "call.ended:" + call)) {
                things.close();
                database.awaitHeldUp("update outbox set published_at");
                kill();
                assertThat(things(left, call)).isOne();
                assertThat(database.count("from outbox where type = ? and published_at is null", left.event))
                        .isOne();
            }
        }
        house.service().start();
        assertLeftOnce(left, call);
    }

    @ParameterizedTest
    @EnumSource
    void killedDuringACallThatEndsMeanwhile(Left left) throws InterruptedException {
        String call = callGoesOn(left);
        house.service().kill();
        lab.hangUpEverybody();
        house.service().start();
        assertLeftOnce(left, call);
        assertThat(call(call).path("recovered").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void killedDuringACallThatGoesOn(Left left) throws InterruptedException {
        String call = callGoesOn(left);
        house.service().kill();
        house.service().start();
        await().atMost(LIMIT)
                .until(() -> database.count("from call where id = ? and recovered and ended_at is null", call) == 1);
        lab.hangUpEverybody();
        assertLeftOnce(left, call);
        assertThat(call(call).path("outcome").asText()).isEqualTo(left == Left.TICKET ? "answered" : "abandoned");
    }

    @Test
    void killedDuringWrapUpTheAgentIsStillInItWithTheDraft() throws InterruptedException {
        house.queue(Map.of("wrapUpSeconds", 600));
        String call = wrapUpWithDraft();
        kill();
        house.service().start();

        assertThat(state()).containsEntry("state", "wrap-up").containsEntry("callId", call);
        assertThat(call(call).path("wrapUp").path("notes").asText()).isEqualTo("calls back on Monday");
        assertLeftOnce(Left.TICKET, call);
        await().atMost(LIMIT).until(() -> lab.cli("queue show support").contains("paused"));

        house.agent(AGENT)
                .put(
                        "calls/" + call + "/wrap-up",
                        Map.of("disposition", "resolved", "notes", "calls back on Monday", "done", true));
        assertThat(state()).containsEntry("state", "available");
        await().atMost(LIMIT).until(() -> !lab.cli("queue show support").contains("paused"));
        assertThat(database.count("from wrap_up where call_id = ? and done_at is not null", call))
                .isOne();
    }

    @Test
    void killedDuringWrapUpTheAgentComesBackWhenItsTimeIsOver() throws InterruptedException {
        house.queue(Map.of("wrapUpSeconds", 3));
        String call = wrapUpWithDraft();
        Instant until = Instant.parse(state().get("wrapUpUntil"));
        kill();
        await().atMost(LIMIT).until(() -> Instant.now().isAfter(until));
        house.service().start();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(state()).containsEntry("state", "available"));
        await().atMost(LIMIT).until(() -> !lab.cli("queue show support").contains("paused"));
        assertThat(call(call).path("wrapUp").path("notes").asText()).isEqualTo("calls back on Monday");
        assertLeftOnce(Left.TICKET, call);
    }

    private String wrapUpWithDraft() {
        String call = callGoesOn(Left.TICKET);
        lab.hangUpEverybody();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(state()).containsEntry("state", "wrap-up"));
        house.agent(AGENT).put("calls/" + call + "/wrap-up", Map.of("notes", "calls back on Monday", "done", false));
        await().atMost(LIMIT).until(() -> database.count("from agent_state where state = 'wrap-up'") == 1);
        house.queue(Map.of("wrapUpSeconds", 0));
        return call;
    }

    /** A call that the agent has taken, or one that nobody takes; the database knows that much of it. */
    private String callGoesOn(Left left) {
        house.set(AGENT, left == Left.TICKET ? "available" : "offline");
        lab.call(Customer.calling(Customer.SUPPORT).from(caller));
        String far = left == Left.TICKET ? "answered_at is not null" : "queue is not null";
        return await().atMost(LIMIT)
                .until(
                        () -> database.text("select id from call where from_number = ? and " + far, caller),
                        id -> id != null);
    }

    /** Power is gone for the service, and with it for whatever it had the database do just now. */
    private static void kill() throws InterruptedException {
        house.service().kill();
        database.endWhatIsHeldUp();
    }

    /** Waits until everything the call set off has been done, and looks at what there is. */
    private void assertLeftOnce(Left left, String call) {
        await("what the call leaves")
                .atMost(LIMIT)
                .until(() -> database.count(
                                        "from outbox where dedup_key = ? and published_at is not null",
                                        "call.ended:" + call)
                                == 1
                        && database.count("from outbox where published_at is null") == 0);
        for (Left any : Left.values()) {
            long wanted = any == left ? 1 : 0;
            assertThat(things(any, call)).as(any.table).isEqualTo(wanted);
            assertThat(database.count("from outbox where type = ? and payload ->> 'callId' = ?", any.event, call))
                    .as(any.event)
                    .isEqualTo(wanted);
        }
        assertThat(call(call).path("ticketIds")).hasSize(left == Left.TICKET ? 1 : 0);
        if (left == Left.FOLLOW_UP) {
            assertThat(house.administrator()
                            .get("follow-ups?status=open&limit=200")
                            .path("items"))
                    .filteredOn(followUp -> followUp.path("callId").asText().equals(call))
                    .singleElement()
                    .satisfies(followUp -> {
                        assertThat(followUp.path("phone").asText()).endsWith(caller);
                        assertThat(followUp.path("attempts").asInt()).isOne();
                    });
        }
    }

    private static long things(Left left, String call) {
        return database.count("from " + left.table + " where call_id = ?", call);
    }

    private static JsonNode call(String id) {
        return house.administrator().get("calls/" + id);
    }

    private static Map<String, String> state() {
        JsonNode state = house.agent(AGENT).get("agents/me/state");
        return Map.of(
                "state", state.path("state").asText(),
                "callId", state.path("callId").asText(),
                "wrapUpUntil", state.path("wrapUpUntil").asText());
    }
}
