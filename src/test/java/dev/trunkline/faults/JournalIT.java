package dev.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Alone;
import dev.trunkline.telephone.Answering;
import dev.trunkline.telephone.AsteriskLab;
import dev.trunkline.telephone.Customer;
import dev.trunkline.telephone.House;
import dev.trunkline.telephone.JournalCall;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The packaged service is dead while calls of a real Asterisk begin, go on and end. After its next start it knows them as
 * Asterisk's own journal does, and each has left what it leaves, once.
 */
@Alone
class JournalIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final long CLOSE_MS = 250;
    private static final int AGENT = 1001;

    private static AsteriskLab lab;
    private static House house;
    private static Database database;
    private static int callers;

    private final Set<String> before = new HashSet<>();
    private String caller;

    @BeforeAll
    static void start() {
        lab = AsteriskLab.start();
        house = House.open("journal", lab, AGENT);
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
        caller = "1390001" + (1000 + callers++);
        lab.cel().forEach(row -> before.add(row.linkedId()));
        lab.register(AGENT);
        lab.phone(AGENT, Answering.answers());
        house.set(AGENT, "available");
        await().atMost(LIMIT).until(() -> lab.cli("queue show support").contains("1001"));
    }

    @AfterEach
    void everybodyGoesHome() {
        lab.hangUpEverybody();
        lab.sendEverybodyHome();
        house.everybodyGoesHome();
    }

    @Test
    void callsThatBeganAndEndedMeanwhile() throws InterruptedException {
        house.service().kill();
        call(1);
        awaitRows("BRIDGE_ENTER", 2);
        lab.hangUpEverybody();
        String first = finished(1).getFirst().id();
        lab.cli("queue pause member PJSIP/1001 queue support");
        caller = caller.replaceFirst("1390001", "1390002");
        call(2);
        await().atMost(LIMIT)
                .until(() -> lab.queueLog().stream()
                        .anyMatch(row -> row.event().equals("ENTERQUEUE")
                                && isNew(row.callId())
                                && !row.callId().equals(first)));
        lab.hangUpEverybody();
        List<JournalCall> journal = finished(2);
        lab.cli("queue unpause member PJSIP/1001 queue support");
        house.service().start();

        assertThat(journal).extracting(JournalCall::outcome).containsExactly("answered", "abandoned");
        journal.forEach(JournalIT::assertRecovered);
        assertLeft(journal.getFirst().id(), 1, 0);
        assertLeft(journal.getLast().id(), 0, 1);
        assertThat(recordings(first)).containsExactly("ready");
        assertThat(house.administrator()
                        .get("recoveries")
                        .path("items")
                        .get(0)
                        .path("added")
                        .asInt())
                .isEqualTo(2);

        house.service().kill();
        house.service().start();
        assertLeft(journal.getFirst().id(), 1, 0);
        assertLeft(journal.getLast().id(), 0, 1);
    }

    @Test
    void aCallAnsweredBeforeThatEndedMeanwhile() throws InterruptedException {
        call(1);
        await().atMost(LIMIT)
                .until(() ->
                        database.count("from call where from_number = ? and answered_at is not null", caller) == 1);
        house.service().kill();
        lab.hangUpEverybody();
        JournalCall journal = finished(1).getFirst();
        house.service().start();

        assertRecovered(journal);
        assertLeft(journal.id(), 1, 0);
    }

    @Test
    void aCallThatBeganMeanwhileAndGoesOn() throws InterruptedException {
        house.service().kill();
        call(1);
        awaitRows("BRIDGE_ENTER", 2);
        house.service().start();
        await().atMost(LIMIT)
                .until(() ->
                        database.count("from call where from_number = ? and recovered and ended_at is null", caller)
                                == 1);
        lab.hangUpEverybody();
        JournalCall journal = finished(1).getFirst();

        assertRecovered(journal);
        assertLeft(journal.id(), 1, 0);
    }

    @Test
    void callsOfAPbxThatFailedWithTheService() throws InterruptedException {
        call(1);
        await().atMost(LIMIT)
                .until(() ->
                        database.count("from call where from_number = ? and answered_at is not null", caller) == 1);
        String id = database.text("select id from call where from_number = ?", caller);
        house.service().kill();
        lab.kill();
        lab.startAgain();
        house.service().start();

        JsonNode call = awaitEnded(id);
        assertThat(call.path("outcome").asText()).isEqualTo("answered");
        assertThat(call.path("recovered").asBoolean()).isTrue();
        assertLeft(id, 1, 0);
    }

    private void call(int which) {
        lab.call(Customer.calling(Customer.SUPPORT).from(caller));
        await("call " + which)
                .atMost(LIMIT)
                .until(() -> lab.cel().stream().anyMatch(row -> row.number().equals(caller)));
    }

    private boolean isNew(String call) {
        return !before.contains(call) && !call.equals("NONE");
    }

    private void awaitRows(String type, int count) {
        await().atMost(LIMIT)
                .until(() -> lab.cel().stream()
                                .filter(row ->
                                        isNew(row.linkedId()) && row.type().equals(type))
                                .count()
                        >= count);
    }

    private List<JournalCall> finished(int count) {
        return await().atMost(LIMIT)
                .until(
                        () -> JournalCall.read(lab.cel(), lab.queueLog()).stream()
                                .filter(call -> isNew(call.id()))
                                .toList(),
                        calls -> calls.size() == count);
    }

    private static void assertRecovered(JournalCall expected) {
        JsonNode call = awaitEnded(expected.id());
        assertThat(call.path("recovered").asBoolean()).isTrue();
        assertThat(call.path("from").asText()).isEqualTo(expected.number());
        assertThat(call.path("to").asText()).isEqualTo(expected.dialled());
        assertThat(call.path("outcome").asText()).isEqualTo(expected.outcome());
        // The console hung up: CEL names nobody, and AMI, where its end was seen, one of the two who talked.
        if (!expected.endedBy().equals("pbx")) {
            assertThat(call.path("endedBy").asText()).isEqualTo(expected.endedBy());
        }
        assertThat(call.path("hangupCause").asInt()).isEqualTo(expected.hangupCause());
        assertThat(call.hasNonNull("holdMs")).isFalse();
        close(call, "startedAt", expected.startedAt());
        close(call, "answeredAt", expected.answeredAt());
        close(call, "endedAt", expected.endedAt());
        assertThat(call.path("legs")).hasSameSizeAs(expected.legs());
        assertThat(call.path("visits")).hasSameSizeAs(expected.visits());
        for (int i = 0; i < expected.visits().size(); i++) {
            JsonNode visit = call.path("visits").get(i);
            assertThat(visit.path("queue").asText())
                    .isEqualTo(expected.visits().get(i).queue());
            assertThat(visit.path("outcome").asText())
                    .isEqualTo(expected.visits().get(i).outcome());
            close(visit, "joinedAt", expected.visits().get(i).joinedAt());
            close(visit, "leftAt", expected.visits().get(i).leftAt());
            assertThat(visit.path("offers"))
                    .hasSameSizeAs(expected.visits().get(i).offers());
        }
        assertThat(call.path("segments")).hasSameSizeAs(expected.segments());
        for (int i = 0; i < expected.segments().size(); i++) {
            JsonNode segment = call.path("segments").get(i);
            assertThat(segment.path("agent").asText())
                    .isEqualTo(expected.segments().get(i).agent());
            close(segment, "from", expected.segments().get(i).from());
            close(segment, "to", expected.segments().get(i).to());
        }
    }

    private static void close(JsonNode node, String field, Instant expected) {
        if (expected == null) {
            assertThat(node.hasNonNull(field)).as(field).isFalse();
        } else {
            assertThat(Instant.parse(node.path(field).asText()))
                    .as(field)
                    .isCloseTo(expected, within(CLOSE_MS, ChronoUnit.MILLIS));
        }
    }

    private static JsonNode awaitEnded(String id) {
        return await().atMost(LIMIT)
                .ignoreException(AssertionError.class)
                .until(() -> house.administrator().get("calls/" + id), call -> call.hasNonNull("endedAt"));
    }

    private static List<String> recordings(String id) {
        await().atMost(LIMIT)
                .until(() -> states(id).stream().noneMatch("pending"::equals)
                        && !states(id).isEmpty());
        return states(id);
    }

    private static List<String> states(String id) {
        return StreamSupport.stream(
                        house.administrator()
                                .get("calls/" + id)
                                .path("recordings")
                                .spliterator(),
                        false)
                .map(recording -> recording.path("state").asText())
                .collect(Collectors.toList());
    }

    private static void assertLeft(String call, int tickets, int followUps) {
        await("what " + call + " leaves")
                .atMost(LIMIT)
                .until(() -> database.count(
                                        "from outbox where dedup_key = ? and published_at is not null",
                                        "call.ended:" + call)
                                == 1
                        && database.count("from outbox where published_at is null") == 0);
        assertThat(database.count("from ticket where call_id = ?", call)).isEqualTo(tickets);
        assertThat(database.count("from follow_up where call_id = ?", call)).isEqualTo(followUps);
    }
}
