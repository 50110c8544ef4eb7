package dev.trunkline.telephony.ami;

import static org.awaitility.Awaitility.await;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.LegEnded;
import java.io.IOException;
import java.util.List;

/** The events that the link makes of a log captured from a real Asterisk. */
public final class CapturedCalls {
    private CapturedCalls() {}

    /** All events of a flow, in order. */
    public static List<CallEvent> of(String flow) throws IOException, InterruptedException {
        String log = CaptureReplayTest.capture(flow);
        long hangups = log.lines().filter("Event: Hangup"::equals).count();
        try (FakeAmi ami = new FakeAmi();
                Heard heard = new Heard(ami.port())) {
            FakeAmi.send(ami.awaitLogin(), log.substring(log.indexOf("Event: ")));
            // asterisk-java's threads of an earlier log may fail to end in time on a busy machine: no matter here.
            await().dontCatchUncaughtExceptions()
                    .until(() -> heard.calls.stream()
                                    .filter(LegEnded.class::isInstance)
                                    .count()
                            == hangups);
            return List.copyOf(heard.calls);
        }
    }
}
