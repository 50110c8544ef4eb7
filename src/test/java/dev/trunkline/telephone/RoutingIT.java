package dev.trunkline.telephone;

import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.trunkline.system.Alone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a real Asterisk puts callers, with the service's advice and, whatever is wrong with that, without it. */
@Alone
class RoutingIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String SERVICE = "TRUNKLINE_SERVICE_URL";
    private static final String SECRET = "TRUNKLINE_DIALPLAN_SECRET";
    private static final String VIP = "13900000001";
    private static final String PARTNER = "13900000002";
    private static final String NUISANCE = "13900000003";
    private static final String STRANGER = "13900000004";

    private static AsteriskLab lab;
    private static House house;

    private AmiTap ami;

    @BeforeAll
    static void start() {
        lab = AsteriskLab.start();
        Map<String, String> settings =
                Map.of("trunkline.pbx.dialplan-secret", "trunkline", "trunkline.routing.patience", "800ms");
        house = House.open("routing", lab, settings, 1001);
        RestClient administrator = house.administrator();
        for (String queue : List.of("support", "sales")) {
            administrator.patch("queues/" + queue, Map.of("recording", "never"));
        }
        customer(VIP, Map.of("vip", true));
        customer(PARTNER, Map.of("tags", List.of("partner")));
        administrator.post("blocked-numbers", Map.of("number", NUISANCE));
        administrator.post(
                "routing-rules",
                Map.of("name", "VIPs first", "conditions", List.of(Map.of("kind", "vip")), "priority", 10));
        administrator.post(
                "routing-rules",
                Map.of(
                        "name",
                        "Partners",
                        "conditions",
                        List.of(Map.of("kind", "tag", "values", List.of("partner"))),
                        "queue",
                        "sales"));
    }

    @AfterAll
    static void end() throws InterruptedException {
        house.close();
        lab.close();
    }

    @BeforeEach
    void listen() {
        ami = AmiTap.open(lab.amiPort(), true);
        asks("http://127.0.0.1:" + house.service().port());
    }

    @AfterEach
    void everybodyGoesHome() {
        lab.sendEverybodyHome();
        lab.hangUpEverybody();
        house.everybodyGoesHome();
        ami.close();
    }

    @Test
    void aVipOvertakesWhoWaits() {
        lab.call(calling(SUPPORT).from(STRANGER));
        ami.awaitEvents("QueueCallerJoin", 1, LIMIT);
        lab.call(calling(SUPPORT).from(VIP));
        ami.awaitEvents("QueueCallerJoin", 2, LIMIT);
        assertThat(ami.events("QueueCallerJoin"))
                .extracting(joined -> joined.get("CallerIDNum") + " at " + joined.get("Position"))
                .containsExactly(STRANGER + " at 1", VIP + " at 1");

        lab.register(1001);
        lab.phone(1001, Answering.answers());
        house.set(1001, "available");
        Map<String, String> connected = ami.awaitEvent("AgentConnect", LIMIT);
        assertThat(connected.get("CallerIDNum")).isEqualTo(VIP);
        JsonNode route = house.administrator().get("calls/" + connected.get("Linkedid") + "/route");
        assertThat(route.path("priority").asInt()).isEqualTo(10);
        assertThat(route.path("reasons").path(0).path("name").asText()).isEqualTo("VIPs first");
    }

    @Test
    void aBlockedNumberIsRefused() {
        Sipp customer = lab.call(calling(SUPPORT).from(NUISANCE));
        customer.await(LIMIT);

        assertThat(customer.messages()).contains("SIP/2.0 403 Forbidden").doesNotContain("SIP/2.0 200 OK");
        assertThat(ami.events("QueueCallerJoin")).isEmpty();
        String id = ami.awaitEvent("Newchannel", LIMIT).get("Linkedid");
        JsonNode call = await().atMost(LIMIT)
                .ignoreException(AssertionError.class)
                .until(() -> house.administrator().get("calls/" + id), found -> found.hasNonNull("outcome"));
        assertThat(call.path("outcome").asText()).isEqualTo("failed");
        assertThat(call.path("endedBy").asText()).isEqualTo("pbx");
        assertThat(call.path("hangupCause").asInt()).isEqualTo(21);
        assertThat(house.administrator()
                        .get("calls/" + id + "/route")
                        .path("refusal")
                        .asText())
                .isEqualTo("rejected");
    }

    @Test
    void aTagLeadsToAnotherQueue() {
        assertThat(joins(PARTNER).get("Queue")).isEqualTo("sales");
        assertThat(joins(STRANGER).get("Queue")).isEqualTo("support");
    }

    @Test
    void whenTheServiceIsGoneTheCallerNoticesNothing() throws InterruptedException {
        house.service().kill();
        try {
            assertThat(joins(PARTNER).get("Queue")).isEqualTo("support");
            assertThat(askedFor("the service was killed")).isLessThan(0.5);
        } finally {
            house.service().start();
        }
    }

    @Test
    void aServerThatSaysNothingIsWaitedForAboutASecond() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            asks("http://127.0.0.1:" + silent.getLocalPort());
            assertThat(joins(PARTNER).get("Queue")).isEqualTo("support");
            assertThat(askedFor("the server says nothing")).isBetween(0.5, 1.6);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sales",
                "route,sales",
                "route,sales,21",
                "route,sales,5,6",
                "route,sales,5\nrefuse,17",
                "refuse,16",
                "refuse,17,",
                "route,${GLOBAL(QUEUE_TIMEOUT_DEFAULT)},5",
                "route,no-such-queue,5",
                "<html>route,sales,5</html>"
            })
    void garbageIsNoAnswer(String answer) throws IOException {
        try (Advice advice = new Advice(200, answer)) {
            asks(advice.url());
            assertThat(joins(PARTNER).get("Queue")).isEqualTo("support");
            assertThat(advice.asked()).contains("did=" + SUPPORT).contains("from=" + PARTNER);
        }
    }

    @Test
    void anErrorIsNoAnswerWhateverItSays() throws IOException {
        try (Advice advice = new Advice(500, "route,sales,5")) {
            asks(advice.url());
            assertThat(joins(PARTNER).get("Queue")).isEqualTo("support");
        }
    }

    @Test
    void anotherSecretIsNotAnswered() {
        ami.set(SECRET, "another-secret");
        try {
            assertThat(joins(PARTNER).get("Queue")).isEqualTo("support");
        } finally {
            ami.set(SECRET, "trunkline");
        }
    }

    /** Undone by Asterisk as it takes the number, these would be questions of their own. */
    @ParameterizedTest
    @CsvSource({
        "138%26did%3d4008002000, 138%26did%3D4008002000",
        "138%23, 138%23",
        "138%20x, 138%20x",
        "138)%2c1(, 138)%2C1(",
        "138%7bEXTEN%7d, 138%7BEXTEN%7D"
    })
    void whatACallerSendsStaysWithinItsPlace(String from, String sent) throws IOException {
        try (Advice advice = new Advice(200, "route,sales,0")) {
            asks(advice.url());
            assertThat(joins(from).get("Queue")).isEqualTo("sales");
            assertThat(advice.asked()).contains("&did=" + SUPPORT + "&from=" + sent + "&presentation=");
        }
    }

    /** The caller enters a queue; what Asterisk says of that. */
    private Map<String, String> joins(String from) {
        int before = ami.events("QueueCallerJoin").size();
        lab.call(calling(SUPPORT).from(from));
        ami.awaitEvents("QueueCallerJoin", before + 1, LIMIT);
        return ami.events("QueueCallerJoin").get(before);
    }

    /** For how many seconds the latest call was held up by asking: from its coming in to its being answered. */
    private double askedFor(String what) {
        double began = seconds(last(ami.events("UserEvent")));
        double answered = seconds(last(ami.events("Newstate").stream()
                .filter(event -> "Up".equals(event.get("ChannelStateDesc")))
                .toList()));
        System.out.printf("%s: the caller was held up for %.3f s%n", what, answered - began);
        return answered - began;
    }

    private static Map<String, String> last(List<Map<String, String>> events) {
        return events.getLast();
    }

    private static double seconds(Map<String, String> event) {
        return Double.parseDouble(event.get("Timestamp"));
    }

    private void asks(String url) {
        ami.set(SERVICE, url);
    }

    private static void customer(String number, Map<String, ?> more) {
        Map<String, Object> customer = new HashMap<>(more);
        customer.put("name", "Customer " + number);
        customer.put("kind", "person");
        customer.put("contacts", List.of(Map.of("phones", List.of(Map.of("raw", number)))));
        house.administrator().post("customers", customer);
    }

    /** A server that gives every question this answer. */
    private static final class Advice implements AutoCloseable {
        private final HttpServer server;
        private final BlockingQueue<String> questions = new LinkedBlockingQueue<>();

        Advice(int status, String answer) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                questions.add(exchange.getRequestURI().getRawQuery());
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                if (body.length > 0) {
                    exchange.getResponseBody().write(body);
                }
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        String asked() {
            try {
                String question = questions.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
                assertThat(question).as("the dialplan asked").isNotNull();
                return question;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the dialplan", e);
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
