package dev.trunkline.telephony.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.tracking.CallRules;
import dev.trunkline.call.tracking.CallTracker;
import dev.trunkline.call.tracking.Folded;
import dev.trunkline.telephony.ami.CapturedCalls;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every captured flow twice: as the link tells it, and as the PBX's journal does. The same tracker makes the same calls. */
class JournalTranslatorTest {
    private static final CallRules RULES = CallRules.standard();

    static Stream<String> flows() throws IOException {
        return Captures.flows();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void the_journal_tells_the_same_calls_as_the_link(String flow) throws Exception {
        Map<String, Call> seen = Folded.calls(CapturedCalls.of(flow));
        List<JournalCall> journal = Captures.calls(flow);

        assertThat(journal).extracting(JournalCall::id).containsExactlyInAnyOrderElementsOf(seen.keySet());
        for (JournalCall one : journal) {
            assertThat(one.whole()).isTrue();
            assertThat(one.endedAt()).isNotNull();
            Call told = fold(JournalTranslator.events("pbx1", one, RULES.agentOfEndpoint()))
                    .get(one.id());
            assertThat(told.recovered()).isFalse();
            SameCall.assertSame(told, seen.get(one.id()));
        }
    }

    private static Map<String, Call> fold(List<CallEvent> events) {
        CallTracker tracker = new CallTracker(RULES);
        Map<String, Call> calls = new LinkedHashMap<>();
        events.forEach(event -> calls.compute(event.callId(), (id, call) -> tracker.apply(call, event)));
        return calls;
    }

    @Test
    void what_the_dialplan_writes_into_cel_is_known() throws Exception {
        String id = "pbx1-1795312552.0";
        List<JournalLine> rows = List.of(
                CelLine.parse(row("CHAN_START", "1", "", "4008001000", "from-trunk", "")),
                CelLine.parse(row("USER_DEFINED", "1.1", "TrunklineCall", "4008001000", "queue-call", "prohib")),
                CelLine.parse(row("USER_DEFINED", "1.2", "TrunklineRecording", "s", "record", "a-b-1")),
                CelLine.parse(row("HANGUP", "2", "", "4008001000", "queue-call", "")));
        JournalCall journal = new JournalCall(id, rows, List.of(), null, null, false);
        Call call = fold(JournalTranslator.events("pbx1", journal, RULES.agentOfEndpoint()))
                .get(id);
        assertThat(call.withheld()).isTrue();
        assertThat(call.from()).isNull();
        assertThat(call.to()).isEqualTo("4008001000");
        assertThat(call.recordings()).extracting(Call.Recording::file).containsExactly("a-b-1");
    }

    private static String row(String type, String at, String userType, String extension, String context, String extra) {
        return """
                {"eventtype":"%s","eventenum":"%s","eventtime":"179531255%s","userdeftype":"%s","num":"13800001111","exten":"%s",\
                "context":"%s","channame":"PJSIP/lab-00000000","appname":"","appdata":"",\
                "uniqueid":"pbx1-1795312552.0","linkedid":"pbx1-1795312552.0","peer":"","eventextra":"%s"}""".formatted(
                        userType.isEmpty() ? type : userType,
                        type,
                        at,
                        userType,
                        extension,
                        context,
                        extra.isEmpty() ? "" : "{\\\"extra\\\":\\\"" + extra + "\\\"}");
    }
}
