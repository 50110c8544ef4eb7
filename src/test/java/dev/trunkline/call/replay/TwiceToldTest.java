package dev.trunkline.call.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.tracking.Folded;
import dev.trunkline.telephony.ami.CapturedCalls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Captured calls, those that become one included, told with every event doubled. */
class TwiceToldTest {

    static List<String> flows() throws IOException {
        return CallReplayTest.flows();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aCopyChangesNothing(String flow) throws Exception {
        List<CallEvent> events = CapturedCalls.of(flow);
        Map<String, Call> calls = Folded.calls(events);

        assertThat(Folded.calls(events.stream()
                        .flatMap(event -> List.of(event, event).stream())
                        .toList()))
                .isEqualTo(calls);
        List<CallEvent> late = new ArrayList<>(events);
        late.addAll(events);
        assertThat(Folded.calls(late)).isEqualTo(calls);
    }
}
