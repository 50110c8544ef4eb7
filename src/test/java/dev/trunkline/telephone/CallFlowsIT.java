package dev.trunkline.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** The service goes by AMI's stamps, made when an event is sent; CEL's are made when it happened. */
    private static final long CLOSE_MS = 250;

    private static AsteriskLab lab;
    private static House house;
    private static String knownCustomer;

    private final Set<String> callsBefore = new HashSet<>();

    @BeforeAll
    static void start() {
        lab = AsteriskLab.start();
        house = House.open("call-flows", lab, 1001, 1002);
        Map<String, ?> contact = Map.of("phones", List.of(Map.of("raw", "138 1234 5678")));
        knownCustomer = house.administrator()
                .post("customers", Map.of("name", "Known", "contacts", List.of(contact)))
                .path("id")
                .asText();
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

    @AfterEach
    void everybodyGoesHome() {
        house.everybodyGoesHome();
        lab.sendEverybodyHome();
    }

    @ParameterizedTest
    @EnumSource
    void theServiceTellsOfACallWhatThePbxDoes(CallFlow flow) {
        JournalCall.read(lab.cel(), lab.queueLog()).forEach(call -> callsBefore.add(call.id()));
        try (AmiTap actions = AmiTap.open(lab.amiPort(), true)) {
            flow.play(lab, actions, agent -> house.set(agent, "available"));
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
        if (flow == CallFlow.RING_NO_ANSWER_THEN_NEXT_AGENT) {
            assertThat(journal.getFirst().visits().getFirst().offers())
                    .extracting(JournalCall.Offer::outcome)
                    .containsExactly("no-answer", "answered");
        }
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
                .until(() -> house.administrator().get("calls/" + id), call -> call.hasNonNull("endedAt"));
    }

    private static void awaitRecording(String id) {
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(house.administrator().get("calls/" + id).path("recordings"))
                    .extracting(recording -> recording.path("state").asText())
                    .containsExactly("ready");
        });
        byte[] wav = house.administrator().bytes("calls/" + id + "/recordings/1");
        assertThat(new String(wav, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
        assertThat(wav[22]).as("channels").isEqualTo((byte) 2);
    }

    private static void compareCaller(JsonNode call, CallFlow flow) {
        switch (flow) {
            case NUMBER_FORM_138, NUMBER_FORM_86138, NUMBER_FORM_PLUS86138, NUMBER_FORM_0086138 -> {
                assertThat(text(call, "fromE164")).isEqualTo("+8613812345678");
                assertThat(text(call, "customerId")).isEqualTo(knownCustomer);
            }
            case CHINESE_NAME -> assertThat(text(call, "fromName")).isEqualTo("王小明（上海）");
            case HOSTILE_NAME ->
                assertThat(text(call, "fromName"))
                        .startsWith("<b onclick=alert(1)>")
                        .hasSizeLessThan(200)
                        .doesNotContainPattern("[\\p{Cntrl}\u202e]");
            case WITHHELD -> {
                assertThat(call.path("withheld").asBoolean()).isTrue();
                assertThat(text(call, "customerId")).isNull();
            }
            default -> {
                assertThat(call.path("withheld").asBoolean()).isFalse();
                assertThat(text(call, "customerId")).isNull();
            }
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
