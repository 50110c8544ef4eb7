package dev.trunkline.telephone;

import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static dev.trunkline.telephone.Stage.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queues and numbers set by REST, at a real Asterisk whose callers go on waiting and talking. */
class ManagedQueuesIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String REPAIRS_NUMBER = "4008007000";

    private static AsteriskLab lab;
    private static House house;

    private AmiTap ami;
    private Stage stage;

    @BeforeAll
    static void start() {
        lab = AsteriskLab.start();
        house = House.open("managed-queues", lab, 1001, 1002);
        house.queue(Map.of("recording", "never"));
        house.administrator()
                .post(
                        "queues",
                        Map.of(
                                "name", "repairs",
                                "label", "Repairs",
                                "recording", "never",
                                "wrapUpSeconds", 0,
                                "members", members()));
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (house != null) {
            house.close();
        }
        lab.close();
    }

    private static List<String> members() {
        return StreamSupport.stream(
                        house.administrator()
                                .get("queues/support")
                                .path("members")
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .toList();
    }

    @BeforeEach
    void listen() {
        ami = AmiTap.open(lab.amiPort(), true);
        stage = new Stage(lab, ami, agent -> house.set(agent, "available"), house::agent);
    }

    @AfterEach
    void everybodyGoesHome() {
        lab.sendEverybodyHome();
        lab.hangUpEverybody();
        house.everybodyGoesHome();
        ami.close();
        change("repairs", asItWas());
    }

    /** The one who waits waits on, and callers of the new number are served at once. */
    @Test
    void aQueueMadeWhileSomebodyWaitsTakesCallsAtOnce() {
        Sipp waiting = lab.call(calling(SUPPORT).stayingFor(seconds(60)));
        ami.awaitEvent("QueueCallerJoin", LIMIT);

        house.administrator()
                .post(
                        "queues",
                        Map.of(
                                "name", "fresh",
                                "label", "Fresh",
                                "strategy", "fewestcalls",
                                "recording", "never",
                                "wrapUpSeconds", 0,
                                "members", List.of(members().getFirst()),
                                "dids", List.of(Map.of("number", "4008007700", "region", "CN"))));
        assertThat(standing("fresh").path("state").asText()).isEqualTo("applied");
        assertThat(standing("fresh").path("differs")).isEmpty();
        assertThat(lab.cli("queue show fresh")).contains("'fewestcalls' strategy");

        house.queue(Map.of("members", List.of(members().getLast())));
        try {
            stage.agent(1001, Answering.answersAndHangsUpAfter(seconds(2)));
            lab.call(calling("4008007700").from("13800002222").stayingFor(seconds(30)));
            stage.awaitTalks(1);
            assertThat(ami.awaitEvent("AgentConnect", LIMIT))
                    .containsEntry("Queue", "fresh")
                    .containsEntry("MemberName", "1001");
            assertThat(ami.events("QueueCallerLeave"))
                    .extracting(event -> event.get("Queue"))
                    .containsOnly("fresh");
            assertThat(waiting.isRunning()).isTrue();
        } finally {
            house.queue(Map.of("members", members("support", "fresh")));
        }
    }

    @Test
    void aTalkGoesOnWhileItsQueueBecomesAnother() {
        change("support", Map.of("strategy", "rrmemory", "ringSeconds", 15));
        stage.agent(1001, Answering.answers());
        Sipp talking = lab.call(calling(SUPPORT).stayingFor(seconds(60)));
        stage.awaitTalks(1);

        change("support", Map.of("strategy", "ringall", "ringSeconds", 5, "maxWaiting", 3, "weight", 7));
        assertThat(standing("support").path("has").path("strategy").asText()).isEqualTo("ringall");
        assertThat(standing("support").path("has").path("weight").asInt()).isEqualTo(7);
        assertThat(standing("support").path("differs")).isEmpty();
        assertThat(lab.cli("queue show support")).contains("(max 3)").contains("PJSIP/1001");
        assertThat(ami.events("Hangup")).noneMatch(event -> event.get("Channel").startsWith("PJSIP/"));
        assertThat(talking.isRunning()).isTrue();

        // The new ring time holds from the next offer on: a phone nobody answers is given up after five seconds.
        stage.agent(1002, Answering.justRings());
        lab.call(calling(SUPPORT).from("13800002222").stayingFor(seconds(30)));
        Map<String, String> inVain = ami.awaitEvent("AgentRingNoAnswer", LIMIT);
        assertThat(Long.parseLong(inVain.get("RingTime"))).isBetween(4_000L, 7_500L);
        assertThat(talking.isRunning()).isTrue();
    }

    /** Somebody has changed the files by hand: the page is told what the PBX has. */
    @Test
    void whatThePbxHasOtherwiseIsSaid() throws IOException {
        change("repairs", Map.of("strategy", "linear"));
        assertThat(standing("repairs").path("differs")).isEmpty();
        Path file = lab.runDirectory().resolve("lib/queues/repairs.conf");
        Files.writeString(file, Files.readString(file).replace("strategy = linear", "strategy = random"));
        ami.send("QueueReload", Map.of("Queue", "repairs", "Parameters", "yes"));
        assertThat(standing("repairs").path("state").asText()).isEqualTo("applied");
        assertThat(standing("repairs").path("differs").path(0).asText()).isEqualTo("strategy");
        assertThat(standing("repairs").path("has").path("strategy").asText()).isEqualTo("random");
        change("repairs", Map.of("strategy", "rrmemory"));
        assertThat(standing("repairs").path("differs")).isEmpty();
    }

    @Test
    void whoWaitedLongEnoughGoesOnToAnotherQueue() {
        change("repairs", Map.of("longestWaitSeconds", 5, "overflowQueue", "support"));
        numbers(REPAIRS_NUMBER);
        lab.call(calling(REPAIRS_NUMBER).stayingFor(seconds(30)));
        ami.await(event -> joins(event, "repairs"), LIMIT);
        ami.await(event -> joins(event, "support"), LIMIT);
        stage.agent(1002, Answering.answers());
        stage.awaitTalks(1);
        assertThat(ami.awaitEvent("AgentConnect", LIMIT)).containsEntry("Queue", "support");
    }

    @Test
    void whoWaitedLongEnoughGoesOnToANumberOutside() {
        change("repairs", Map.of("longestWaitSeconds", 5, "overflowNumber", "02161234567"));
        numbers(REPAIRS_NUMBER);
        lab.outside(Answering.answers());
        Sipp customer = lab.call(calling(REPAIRS_NUMBER).from("13800003333").stayingFor(seconds(30)));
        String call = ami.awaitEvent("QueueCallerJoin", LIMIT).get("Linkedid");
        ami.awaitEvents("BridgeEnter", 2, LIMIT);
        assertThat(ami.events("DialBegin").getLast().get("DestChannel")).startsWith("PJSIP/lab-");
        stage.ends(customer);
        // Somebody has talked to the caller, though none of ours.
        await().atMost(LIMIT).ignoreException(AssertionError.class).untilAsserted(() -> {
            JsonNode over = house.administrator().get("calls/" + call);
            assertThat(over.path("outcome").asText()).isEqualTo("answered");
            assertThat(over.path("visits").path(0).path("outcome").asText()).isEqualTo("overflowed");
        });
    }

    @Test
    void aFullQueueSendsOn() {
        change("repairs", Map.of("maxWaiting", 1, "overflowQueue", "support"));
        numbers(REPAIRS_NUMBER);
        lab.call(calling(REPAIRS_NUMBER).stayingFor(seconds(30)));
        ami.await(event -> joins(event, "repairs"), LIMIT);
        lab.call(calling(REPAIRS_NUMBER).from("13800004444").stayingFor(seconds(30)));
        ami.await(event -> joins(event, "support"), LIMIT);
        assertThat(ami.events("UserEvent"))
                .anySatisfy(event -> assertThat(event).containsEntry("Status", "FULL"));
    }

    /** The definition, the number and where callers go on are the PBX's own after a restart, with the service away or not. */
    @Test
    void aRestartOfThePbxKeepsThem() {
        change("repairs", Map.of("strategy", "leastrecent", "weight", 4, "longestWaitSeconds", 5));
        change("repairs", Map.of("overflowQueue", "support"));
        numbers(REPAIRS_NUMBER);
        ami.close();
        house.everybodyGoesHome();
        lab.stop();
        lab.startAgain();
        ami = AmiTap.open(lab.amiPort(), true);
        assertThat(lab.cli("queue show repairs"))
                .contains("'leastrecent' strategy")
                .contains("W:4");
        assertThat(lab.cli("database show trunkline/queue/repairs")).contains("support");
        lab.call(calling(REPAIRS_NUMBER).stayingFor(seconds(20)));
        ami.await(event -> joins(event, "repairs"), LIMIT);
    }

    @Test
    void aNumberIsReachedWhileItIsOursAndUnknownAfterwards() {
        String number = "4008007800";
        assertThat(refused(number)).contains("SIP/2.0 404");
        numbers(REPAIRS_NUMBER, number);
        lab.call(calling(number).stayingFor(seconds(20)));
        ami.await(event -> joins(event, "repairs"), LIMIT);
        lab.register(1001);
        lab.phoneCalls(1001, number, seconds(3));
        ami.awaitEvents("QueueCallerJoin", 2, LIMIT);
        numbers(REPAIRS_NUMBER);
        long before = callsFromOutside();
        assertThat(refused(number)).contains("SIP/2.0 404");
        assertThat(callsFromOutside()).isEqualTo(before);
    }

    private long callsFromOutside() {
        return ami.events("Newchannel").stream()
                .filter(event -> event.get("Channel").startsWith("PJSIP/lab-"))
                .count();
    }

    private String refused(String number) {
        Sipp customer = lab.call(calling(number).stayingFor(seconds(2)));
        await().atMost(LIMIT).until(() -> !customer.isRunning());
        return customer.messages();
    }

    private static boolean joins(Map<String, String> event, String queue) {
        return "QueueCallerJoin".equals(event.get("Event")) && queue.equals(event.get("Queue"));
    }

    private static List<String> members(String... queues) {
        return List.of(queues).stream()
                .flatMap(queue -> StreamSupport.stream(
                        house.administrator()
                                .get("queues/" + queue)
                                .path("members")
                                .spliterator(),
                        false))
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }

    private static Map<String, Object> asItWas() {
        Map<String, Object> change = new HashMap<>(Map.of("longestWaitSeconds", 300, "maxWaiting", 0));
        change.put("overflowQueue", null);
        change.put("overflowNumber", null);
        return change;
    }

    private static void numbers(String... numbers) {
        change(
                "repairs",
                Map.of(
                        "dids",
                        List.of(numbers).stream()
                                .map(number -> Map.of("number", number, "region", "CN"))
                                .toList()));
    }

    private static void change(String queue, Map<String, ?> settings) {
        house.administrator().patch("queues/" + queue, settings);
    }

    /** How the queue stands at the PBX by the service's word. */
    private static JsonNode standing(String queue) {
        for (JsonNode one : house.administrator().get("pbx/queues")) {
            if (queue.equals(one.path("name").asText())) {
                return one;
            }
        }
        throw new AssertionError(queue + " is not told of");
    }
}
