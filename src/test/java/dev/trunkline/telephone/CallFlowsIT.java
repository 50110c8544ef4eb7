package dev.trunkline.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call flow with the packaged service and a real Asterisk: agents are made available through the service, and what
 * the service tells of each call afterwards is compared with the PBX's own journal, field by field where that knows the
 * field.
 */
class CallFlowsIT {

    private static final String PASSWORD = "call-flows-password";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** The service goes by AMI's stamps, made when an event is sent; CEL's are made when it happened. */
    private static final long CLOSE_MS = 250;

    private static AsteriskLab lab;
    private static ServiceProcess service;
    private static RestClient administrator;
    private static final Map<Integer, RestClient> AGENTS = new TreeMap<>();

    private final Set<String> callsBefore = new HashSet<>();

    @BeforeAll
    static void start() {
        lab = AsteriskLab.start();
        service = new ServiceProcess("call-flows")
                .with("trunkline.pbx.host", "127.0.0.1")
                .with("trunkline.pbx.port", lab.amiPort())
                .with("trunkline.pbx.recordings-dir", lab.recordings())
                .with("trunkline.admin.password", PASSWORD)
                .start();
        administrator = RestClient.signIn(service.base(), "admin", PASSWORD);
        List<String> members = new ArrayList<>();
        for (int extension : List.of(1001, 1002)) {
            String username = "agent" + extension;
            members.add(administrator
                    .post(
                            "users",
                            Map.of(
                                    "username",
                                    username,
                                    "name",
                                    "Agent " + extension,
                                    "password",
                                    PASSWORD,
                                    "roles",
                                    List.of("agent"),
                                    "extension",
                                    "" + extension))
                    .path("id")
                    .asText());
            AGENTS.put(extension, RestClient.signIn(service.base(), username, PASSWORD));
        }
        administrator.patch("queues/support", Map.of("members", members, "wrapUpSeconds", 0, "shortAbandonSeconds", 0));
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (service != null) {
            service.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @AfterEach
    void everybodyGoesHome() {
        AGENTS.values().forEach(agent -> agent.put("agents/me/state", Map.of("state", "offline")));
        AGENTS.values()
                .forEach(agent -> await().atMost(LIMIT).until(() -> state(agent).equals("offline")));
        lab.sendEverybodyHome();
    }

    @ParameterizedTest
    @EnumSource
    void theServiceTellsOfACallWhatThePbxDoes(Flow flow) {
        JournalCall.read(lab.cel(), lab.queueLog()).forEach(call -> callsBefore.add(call.id()));
        try (AmiTap actions = AmiTap.open(lab.amiPort(), true)) {
            flow.play(lab, actions, agent -> becomeAvailable(agent, actions));
            await().atMost(LIMIT)
                    .until(() -> actions.events("Hangup").size()
                            == actions.events("Newchannel").size());
        }
        List<JournalCall> journal = finished();
        assertThat(journal).isNotEmpty();
        for (JournalCall expected : journal) {
            JsonNode call = awaitEnded(expected.id());
            compare(call, expected);
            compareCaller(call, flow);
            if (expected.outcome().equals("answered") && !expected.visits().isEmpty()) {
                awaitRecording(expected.id());
            }
        }
        if (flow == Flow.RING_NO_ANSWER_THEN_NEXT_AGENT) {
            assertThat(journal.getFirst().visits().getFirst().offers())
                    .extracting(JournalCall.Offer::outcome)
                    .containsExactly("no-answer", "answered");
        }
    }

    private static void becomeAvailable(int agent, AmiTap actions) {
        AGENTS.get(agent).put("agents/me/state", Map.of("state", "available"));
        actions.await(
                m -> "QueueMemberAdded".equals(m.get("Event")) && ("" + agent).equals(m.get("MemberName")), LIMIT);
    }

    private static String state(RestClient agent) {
        return agent.get("agents/me/state").path("state").asText();
    }

    private List<JournalCall> finished() {
        return await().atMost(LIMIT)
                .until(
                        () -> JournalCall.read(lab.cel(), lab.queueLog()).stream()
                                .filter(call -> !callsBefore.contains(call.id()))
                                .toList(),
                        calls -> calls.size() == begun());
    }

    private long begun() {
        return lab.cel().stream()
                .map(CelRow::linkedId)
                .filter(id -> !callsBefore.contains(id))
                .distinct()
                .count();
    }

    private static JsonNode awaitEnded(String id) {
        return await().atMost(LIMIT)
                .ignoreException(AssertionError.class)
                .until(() -> administrator.get("calls/" + id), call -> call.hasNonNull("endedAt"));
    }

    private static void awaitRecording(String id) {
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(administrator.get("calls/" + id).path("recordings"))
                    .extracting(recording -> recording.path("state").asText())
                    .containsExactly("ready");
        });
        byte[] wav = administrator.bytes("calls/" + id + "/recordings/1");
        assertThat(new String(wav, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
        assertThat(wav[22]).as("channels").isEqualTo((byte) 2);
    }

    private static void compareCaller(JsonNode call, Flow flow) {
        switch (flow) {
            case NUMBER_FORM_138, NUMBER_FORM_86138, NUMBER_FORM_PLUS86138, NUMBER_FORM_0086138 ->
                assertThat(text(call, "fromE164")).isEqualTo("+8613812345678");
            case CHINESE_NAME -> assertThat(text(call, "fromName")).isEqualTo("王小明（上海）");
            case HOSTILE_NAME ->
                assertThat(text(call, "fromName"))
                        .startsWith("<b onclick=alert(1)>")
                        .hasSizeLessThan(200)
                        .doesNotContainPattern("[\\p{Cntrl}\u202e]");
            case WITHHELD -> assertThat(call.path("withheld").asBoolean()).isTrue();
            default -> assertThat(call.path("withheld").asBoolean()).isFalse();
        }
    }

    private static void compare(JsonNode call, JournalCall expected) {
        assertThat(text(call, "direction")).isEqualTo(expected.direction());
        assertThat(text(call, "from")).isEqualTo(call.path("withheld").asBoolean() ? null : expected.number());
        if (!expected.dialled().equals("s")) {
            assertThat(text(call, "to")).isEqualTo(expected.dialled());
        }
        close(call, "startedAt", expected.startedAt());
        close(call, "answeredAt", expected.answeredAt());
        close(call, "endedAt", expected.endedAt());
        assertThat(call.path("hangupCause").asInt()).isEqualTo(expected.hangupCause());
        assertThat(text(call, "endedBy")).isEqualTo(expected.endedBy());
        assertThat(text(call, "outcome")).isEqualTo(expected.outcome());
        assertThat(call.path("recovered").asBoolean()).isFalse();

        each(call.path("legs"), expected.legs(), (leg, wanted) -> {
            assertThat(text(leg, "id")).isEqualTo(wanted.id());
            assertThat(text(leg, "channel")).isEqualTo(wanted.channel());
            assertThat(text(leg, "party")).isEqualTo(wanted.agent());
            close(leg, "startedAt", wanted.startedAt());
            close(leg, "answeredAt", wanted.answeredAt());
            close(leg, "endedAt", wanted.endedAt());
            assertThat(leg.path("cause").asInt()).isEqualTo(wanted.cause());
        });
        each(call.path("visits"), expected.visits(), (visit, wanted) -> {
            assertThat(text(visit, "queue")).isEqualTo(wanted.queue());
            close(visit, "joinedAt", wanted.joinedAt());
            close(visit, "leftAt", wanted.leftAt());
            assertThat(text(visit, "outcome")).isEqualTo(wanted.outcome());
            each(visit.path("offers"), wanted.offers(), (offer, wantedOffer) -> {
                assertThat(text(offer, "agent")).isEqualTo(wantedOffer.agent());
                assertThat(text(offer, "outcome")).isEqualTo(wantedOffer.outcome());
            });
        });
        Map<String, JournalCall.Segment> segments = new HashMap<>();
        expected.segments().forEach(segment -> segments.put(segment.agent(), segment));
        assertThat(call.path("segments")).hasSize(expected.segments().size());
        call.path("segments").forEach(segment -> {
            JournalCall.Segment wanted = segments.get(text(segment, "agent"));
            assertThat(wanted).as(segment.toString()).isNotNull();
            close(segment, "from", wanted.from());
            close(segment, "to", wanted.to());
        });
    }

    private interface Comparison<T> {
        void compare(JsonNode actual, T expected);
    }

    private static <T> void each(JsonNode actual, List<T> expected, Comparison<T> comparison) {
        assertThat(actual).as(actual + " against " + expected).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            comparison.compare(actual.get(i), expected.get(i));
        }
    }

    private static void close(JsonNode node, String field, Instant expected) {
        String actual = text(node, field);
        if (expected == null) {
            assertThat(actual).as(field).isNull();
        } else {
            assertThat(Instant.parse(actual)).as(field).isCloseTo(expected, within(CLOSE_MS, ChronoUnit.MILLIS));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
