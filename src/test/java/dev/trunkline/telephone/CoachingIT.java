package dev.trunkline.telephone;

import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Alone;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who hears whom while a call is listened to, whispered into, barged in on and taken over, and who waits where, with the
 * packaged service and a real Asterisk; the calls are as the PBX's own journal has them.
 */
@Alone
class CoachingIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration RINGS = Duration.ofSeconds(8);
    private static final int AGENT = 1001;
    private static final int SLOW = 1002;
    private static final int COACH = 1007;
    private static final int SALES = 1003;

    private static final int CUSTOMERS_TONE = 400;
    private static final int AGENTS_TONE = 700;
    private static final int COACHS_TONE = 1_000;

    private static AsteriskLab lab;
    private static House house;
    private static RestClient coach;

    private final Set<String> before = new HashSet<>();
    private AmiTap ami;
    private Stage stage;
    private Ear customerEar;
    private Ear agentEar;
    private Ear coachEar;

    @BeforeAll
    static void start() {
        lab = AsteriskLab.start();
        house = House.open("coaching", lab, AGENT, SLOW);
        house.queue(Map.of("ringSeconds", RINGS.toSeconds()));
        coach = house.boss(COACH);
        house.staff("sales", SALES);
        await().atMost(LIMIT).ignoreException(AssertionError.class).until(() -> state(COACH), "offline"::equals);
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (house != null) {
            house.close();
        }
        lab.close();
    }

    @BeforeEach
    void everybodyAtTheirPhones() {
        journal().forEach(call -> before.add(call.id()));
        ami = AmiTap.open(lab.amiPort(), true);
        stage = new Stage(lab, ami, agent -> house.set(agent, "available"), house::agent);
        customerEar = new Ear("127.0.0.2", CUSTOMERS_TONE);
        agentEar = new Ear("127.0.0.1", AGENTS_TONE);
        coachEar = new Ear("127.0.0.1", COACHS_TONE);
        lab.register(AGENT);
        lab.phone(AGENT, agentEar);
        lab.register(COACH);
        lab.phone(COACH, coachEar);
    }

    @AfterEach
    void everybodyGoesHome() {
        lab.hangUpEverybody();
        house.everybodyGoesHome();
        lab.sendEverybodyHome();
        ami.close();
        List.of(customerEar, agentEar, coachEar).forEach(Ear::close);
    }

    @Test
    void eachWayOfTakingPartIsHeardByThoseItIsMeantFor() {
        stage.unrecorded("support", () -> {
            Sipp customer = talks();
            act("listen");
            runs("listen");
            hear(Set.of(AGENTS_TONE), Set.of(CUSTOMERS_TONE));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(coachEar.hears(CUSTOMERS_TONE, AGENTS_TONE))
                            .containsExactly(CUSTOMERS_TONE, AGENTS_TONE));
            await().atMost(LIMIT).untilAsserted(() -> assertThat(state(COACH)).isEqualTo("on-call"));

            act("whisper");
            runs("whisper");
            hear(Set.of(AGENTS_TONE), Set.of(CUSTOMERS_TONE, COACHS_TONE));
            act("barge");
            runs("barge");
            hear(Set.of(AGENTS_TONE, COACHS_TONE), Set.of(CUSTOMERS_TONE, COACHS_TONE));
            act("listen");
            runs("listen");
            hear(Set.of(AGENTS_TONE), Set.of(CUSTOMERS_TONE));
            assertThat(coachLegs()).as("the phone has rung once").hasSize(1);

            coach.delete("coaching");
            await().atMost(LIMIT).until(() -> coach.get("coaching").isEmpty());
            await().atMost(LIMIT).until(() -> state(COACH).equals("offline"));
            hear(Set.of(AGENTS_TONE), Set.of(CUSTOMERS_TONE));
            stage.ends(customer);
        });
        asInTheJournal(1);
    }

    @Test
    void theCoachsPartEndsWithTheCall() {
        stage.unrecorded("support", () -> {
            Sipp customer = talks();
            act("barge");
            runs("barge");
            stage.ends(customer);
            await().atMost(LIMIT).until(() -> coach.get("coaching").isEmpty());
            await().atMost(LIMIT).until(() -> state(COACH).equals("offline"));
        });
        asInTheJournal(1);
    }

    @Test
    void theCustomerComesToWhoTakesTheCallOver() {
        stage.unrecorded("support", () -> {
            Sipp customer = talks();
            act("listen");
            runs("listen");
            act("take-over");
            await().atMost(LIMIT)
                    .until(() -> customerEar.hears(COACHS_TONE, AGENTS_TONE).equals(Set.of(COACHS_TONE)));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(coachEar.hears(CUSTOMERS_TONE, AGENTS_TONE))
                            .containsExactly(CUSTOMERS_TONE));
            await().atMost(LIMIT).until(() -> state(AGENT).equals("available"));
            assertThat(coach.get("coaching")).isEmpty();
            stage.ends(customer);
        });
        JsonNode call = asInTheJournal(1).getFirst();
        assertThat(call.path("segments"))
                .extracting(segment -> segment.path("agent").asText())
                .containsExactly("" + AGENT, "" + COACH);
    }

    @Test
    void aCallIsTakenOverWithoutListeningBefore() {
        stage.unrecorded("support", () -> {
            Sipp customer = talks();
            act("take-over");
            await().atMost(LIMIT)
                    .until(() -> customerEar.hears(COACHS_TONE, AGENTS_TONE).equals(Set.of(COACHS_TONE)));
            stage.ends(customer);
        });
        asInTheJournal(1);
    }

    @Test
    void whoWaitsIsMovedToAnotherQueueAndToTheFront() {
        stage.unrecorded(
                "support",
                () -> stage.unrecorded("sales", () -> {
                    Sipp first = lab.call(calling(SUPPORT));
                    ami.awaitEvents("QueueCallerJoin", 1, LIMIT);
                    Sipp second = lab.call(calling(SUPPORT).from("13900002222"));
                    ami.awaitEvents("QueueCallerJoin", 2, LIMIT);
                    String firstCall = joined(0);
                    String secondCall = joined(1);
                    coach.post("calls/" + secondCall + "/to-front", Map.of());
                    await().atMost(LIMIT).until(() -> positions().indexOf(channel(1)) == 0);
                    stage.agent(SALES, Answering.answers());
                    coach.post("calls/" + firstCall + "/move", Map.of("queue", "sales"));
                    stage.awaitTalks(1);
                    assertThat(ami.events("AgentConnect").getFirst()).containsEntry("Queue", "sales");
                    stage.ends(first);
                    stage.ends(second);
                }));
        List<JsonNode> calls = asInTheJournal(2);
        assertThat(visits(calls.getFirst())).containsExactly("overflowed", "answered");
    }

    @Test
    void whoIsMovedWhileAPhoneRingsStaysWithWhoTakesTheCall() {
        stage.unrecorded("support", () -> {
            stage.agent(SALES, Answering.answers());
            Sipp customer = movedWhileRinging(Answering.answersAfter(RINGS.dividedBy(2)));
            stage.awaitTalks(1);
            assertThat(ami.events("AgentConnect").getFirst()).containsEntry("Queue", "support");
            stage.ends(customer);
        });
        assertThat(visits(asInTheJournal(1).getFirst())).containsExactly("answered");
    }

    @Test
    void whoIsMovedWhileAPhoneRingsGoesWhenItHasRungInVain() {
        stage.unrecorded(
                "support",
                () -> stage.unrecorded("sales", () -> {
                    stage.agent(SALES, Answering.answers());
                    Sipp customer = movedWhileRinging(Answering.justRings());
                    stage.awaitTalks(1);
                    assertThat(ami.events("AgentConnect").getFirst()).containsEntry("Queue", "sales");
                    assertThat(ami.events("AgentCalled"))
                            .extracting(called -> called.get("Queue"))
                            .containsExactly("support", "sales");
                    stage.ends(customer);
                }));
        assertThat(visits(asInTheJournal(1).getFirst())).containsExactly("overflowed", "answered");
    }

    /** A customer is sent to sales while the phone of the one agent of support rings. */
    private Sipp movedWhileRinging(Answering answering) {
        stage.agent(SLOW, answering);
        Sipp customer = lab.call(calling(SUPPORT));
        stage.awaitRinging("" + SLOW);
        act("move", Map.of("queue", "sales"));
        return customer;
    }

    private Sipp talks() {
        house.set(AGENT, "available");
        Sipp customer = lab.call(calling(SUPPORT), customerEar);
        stage.awaitTalks(1);
        hear(Set.of(AGENTS_TONE), Set.of(CUSTOMERS_TONE));
        return customer;
    }

    private void act(String action) {
        act(action, Map.of());
    }

    private void act(String action, Map<String, ?> input) {
        await().atMost(LIMIT).ignoreException(AssertionError.class).until(() -> {
            coach.post("calls/" + stage.uniqueId("lab") + "/" + action, input);
            return true;
        });
    }

    private static void runs(String mode) {
        await().atMost(LIMIT).until(() -> {
            JsonNode own = coach.get("coaching").path(0);
            return own.path("state").asText().equals("running")
                    && own.path("mode").asText().equals(mode);
        });
    }

    /** What customer and agent hear, as soon as it is so. */
    private void hear(Set<Integer> customer, Set<Integer> agent) {
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(customerEar.hears(AGENTS_TONE, COACHS_TONE)).isEqualTo(customer);
            assertThat(agentEar.hears(CUSTOMERS_TONE, COACHS_TONE)).isEqualTo(agent);
        });
    }

    /** What became of the caller in each queue. */
    private static List<String> visits(JsonNode call) {
        return call.path("visits")
                .valueStream()
                .map(visit -> visit.path("outcome").asText())
                .toList();
    }

    private List<String> coachLegs() {
        return ami.events("Newchannel").stream()
                .map(event -> event.get("Linkedid"))
                .filter(id -> id.startsWith("coach-"))
                .toList();
    }

    private String joined(int n) {
        return ami.events("QueueCallerJoin").get(n).get("Linkedid");
    }

    private String channel(int n) {
        return ami.events("QueueCallerJoin").get(n).get("Channel");
    }

    /** Who waits in queue support, by Asterisk's own order. */
    private static List<String> positions() {
        return lab.cli("queue show support")
                .lines()
                .filter(line -> line.contains("(wait:"))
                .map(line -> line.replaceFirst("^\\s*[0-9]+\\.\\s*", "").replaceFirst(" \\(wait:.*", ""))
                .toList();
    }

    private static String state(int extension) {
        for (JsonNode agent : house.administrator().get("agents")) {
            if (agent.path("extension").asText().equals("" + extension)) {
                return agent.path("state").asText();
            }
        }
        throw new AssertionError("no agent " + extension);
    }

    /** So many calls since this test began, and the service tells of each what the journal does; none is a coach's. */
    private List<JsonNode> asInTheJournal(int count) {
        List<JournalCall> over = await().atMost(LIMIT)
                .until(
                        () -> journal().stream()
                                .filter(call -> !before.contains(call.id()))
                                .toList(),
                        calls -> calls.size() == count);
        List<JsonNode> told = over.stream()
                .map(call -> await().atMost(LIMIT)
                        .ignoreException(AssertionError.class)
                        .until(() -> house.administrator().get("calls/" + call.id()), one -> one.hasNonNull("endedAt")))
                .toList();
        for (int i = 0; i < count; i++) {
            FlowComparison.compare(told.get(i), over.get(i));
        }
        assertThat(house.administrator().get("calls?limit=200").path("items"))
                .extracting(call -> call.path("id").asText())
                .noneMatch(id -> id.startsWith("coach-"));
        return told;
    }

    private static List<JournalCall> journal() {
        List<CelRow> rows = lab.cel().stream()
                .filter(row -> !row.linkedId().startsWith("coach-"))
                .toList();
        return JournalCall.read(rows, lab.queueLog());
    }
}
