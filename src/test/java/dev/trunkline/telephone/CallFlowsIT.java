package dev.trunkline.telephone;

import static dev.trunkline.telephone.FlowComparison.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Alone;
import dev.trunkline.telephone.FlowStation.Played;
import dev.trunkline.telephone.FlowStation.Told;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every call flow with the packaged service and a real Asterisk: agents are made available through the service, and what
 * the service tells of each call afterwards is compared with the PBX's own journal, field by field where that knows the
 * field.
 */
@Alone
class CallFlowsIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static FlowRun run;

    @BeforeAll
    static void start() {
        run = new FlowRun(flows().toList());
    }

    @AfterAll
    static void end() {
        if (run != null) {
            run.close();
        }
    }

    static Stream<Flow> flows() {
        return Stream.concat(Flow.all(), Stream.of(ControlFlow.values()));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void theServiceTellsOfACallWhatThePbxDoes(Flow flow) {
        Played played = run.of(flow);
        assertThat(played.calls()).isNotEmpty();
        for (Told told : played.calls()) {
            FlowComparison.compare(told.call(), told.journal());
            assertThat(told.call().path("recovered").asBoolean()).isFalse();
            compareCaller(told.call(), flow, played.station().knownCustomer());
            if (told.recorded() && !told.journal().segments().isEmpty()) {
                awaitRecording(played.station().administrator(), told.journal().id());
            }
        }
        if (flow == CallFlow.RING_NO_ANSWER_THEN_NEXT_AGENT) {
            assertThat(played.calls().getFirst().journal().visits().getFirst().offers())
                    .extracting(JournalCall.Offer::outcome)
                    .containsExactly("no-answer", "answered");
        }
        if (flow == ControlFlow.RECORDING_PAUSED_FROM_THE_PAGE) {
            JsonNode silences = played.station()
                    .administrator()
                    .get("calls/" + played.calls().getFirst().journal().id())
                    .path("recordings")
                    .path(0)
                    .path("silences");
            assertThat(silences).hasSize(1);
            assertThat(text(silences.get(0), "to")).isNotNull();
        }
        if (flow instanceof TransferFlow transfer) {
            compareDesks(transfer, played);
        }
    }

    /** The colleague who gets the customer's call gets the customer on the screen, and the first agent's puts it away. */
    private static void compareDesks(TransferFlow flow, Played played) {
        switch (flow) {
            case BLIND_TRANSFER_TO_AGENT, ATTENDED_TRANSFER, ATTENDED_TRANSFER_BY_KEY, PARK_AND_TAKE -> {
                String call = played.calls().getFirst().journal().id();
                assertThat(pops(played, 1002)).contains(call);
                assertThat(pops(played, 1001)).containsOnly(call);
                List<String> states = states(played, 1001);
                assertThat(states).containsSubsequence("available", "on-call", "available");
                assertThat(states.subList(states.lastIndexOf("on-call"), states.size()))
                        .contains("available");
                assertThat(states(played, 1002)).contains("on-call");
            }
            default -> {}
        }
    }

    private static List<String> pops(Played played, int agent) {
        return played.desks().get(agent).messages().stream()
                .filter(message -> "pop".equals(text(message, "type")))
                .map(message -> text(message.path("call"), "id"))
                .toList();
    }

    private static List<String> states(Played played, int agent) {
        return played.desks().get(agent).messages().stream()
                .filter(message -> "agent".equals(text(message, "type")))
                .map(message -> text(message.path("agent"), "state"))
                .toList();
    }

    private static void awaitRecording(RestClient administrator, String id) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(administrator.get("calls/" + id).path("recordings"))
                        .extracting(recording -> recording.path("state").asText())
                        .containsExactly("ready"));
        byte[] wav = administrator.bytes("calls/" + id + "/recordings/1");
        assertThat(new String(wav, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(wav[22]).as("channels").isEqualTo((byte) 2);
    }

    private static void compareCaller(JsonNode call, Flow flow, String knownCustomer) {
        switch (flow) {
            case CallFlow.NUMBER_FORM_138,
                    CallFlow.NUMBER_FORM_86138,
                    CallFlow.NUMBER_FORM_PLUS86138,
                    CallFlow.NUMBER_FORM_0086138 -> {
                assertThat(text(call, "fromE164")).isEqualTo("+8613812345678");
                assertThat(text(call, "customerId")).isEqualTo(knownCustomer);
            }
            case CallFlow.CHINESE_NAME -> assertThat(text(call, "fromName")).isEqualTo("王小明（上海）");
            case CallFlow.HOSTILE_NAME ->
                assertThat(text(call, "fromName"))
                        .startsWith("<b onclick=alert(1)>")
                        .hasSizeLessThan(200)
                        .doesNotContainPattern("[\\p{Cntrl}\u202e]");
            case CallFlow.WITHHELD -> {
                assertThat(call.path("withheld").asBoolean()).isTrue();
                assertThat(text(call, "customerId")).isNull();
            }
            default -> {
                assertThat(call.path("withheld").asBoolean()).isFalse();
                assertThat(text(call, "customerId")).isNull();
            }
        }
    }
}
