package dev.trunkline.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The events of one queue call, as a real Asterisk sent them, to be said again of other callers, agents and times. What
 * concerns the recording is left out: there would be no file.
 */
final class CallTemplate {
    private static final Path CAPTURE = Path.of("src/test/resources/captures/answered-caller-hangs-up/ami.log");
    private static final String CALLER = "13800001111";
    private static final String CALLER_ID = "pbx1-1795312552.0";
    private static final String AGENT_ID = "pbx1-1795312554.1";
    private static final String BRIDGE_ID = "d711da19-cc00-433b-a5e4-387727dd4442";
    private static final String CALLER_CHANNEL = "PJSIP/lab-00000000";
    private static final String AGENT_CHANNEL = "PJSIP/1001-00000001";

    private final List<Event> events;

    /**
     * @param part of the call's time at which it is sent, from 0 to 1
     * @param name the manager interface's, for example {@code AgentCalled}
     */
    record Event(double part, String name, String text) {}

    /**
     * One call to be played.
     *
     * @param number unique in the run
     * @param epoch seconds, the first half of its ids
     */
    record Words(long number, long epoch, String queue, String caller, String agent) {
        String callId() {
            return "load-" + epoch + "." + 2 * number;
        }

        private String agentId() {
            return "load-" + epoch + "." + (2 * number + 1);
        }
    }

    private CallTemplate(List<Event> events) {
        this.events = List.copyOf(events);
    }

    static CallTemplate read() throws IOException {
        List<String> messages = Stream.of(
                        Files.readString(CAPTURE).replace("\r", "").split("\n\n"))
                .filter(message -> message.startsWith("Event: "))
                .dropWhile(message -> !message.startsWith("Event: Newchannel"))
                .filter(message -> !message.contains("MixMonitor") && !message.contains("TrunklineRecording"))
                .toList();
        double first = timestamp(messages.getFirst());
        double length = timestamp(messages.getLast()) - first;
        List<Event> events = new ArrayList<>();
        for (String message : messages) {
            events.add(new Event(
                    (timestamp(message) - first) / length,
                    message.substring("Event: ".length(), message.indexOf('\n')),
                    message.replace("\n", "\r\n") + "\r\n\r\n"));
        }
        return new CallTemplate(events);
    }

    /** In the order of their time. */
    List<Event> events() {
        return events;
    }

    /** The bytes of an event of this call, sent at this time. */
    static byte[] bytes(Event event, Words call, long micros) {
        String hex = String.format(Locale.ROOT, "%08x", call.number() & 0x7fffffffL);
        return event.text()
                .replaceFirst(
                        "Timestamp: [0-9.]+",
                        String.format(Locale.ROOT, "Timestamp: %d.%06d", micros / 1_000_000, micros % 1_000_000))
                .replace(CALLER_ID, call.callId())
                .replace(AGENT_ID, call.agentId())
                .replace(BRIDGE_ID, "bridge-" + hex)
                .replace(CALLER_CHANNEL, "PJSIP/lab-" + hex)
                .replace(AGENT_CHANNEL, "PJSIP/" + call.agent() + "-" + hex)
                .replace("PJSIP/1001", "PJSIP/" + call.agent())
                .replace(": 1001\r\n", ": " + call.agent() + "\r\n")
                .replace("Queue: support\r\n", "Queue: " + call.queue() + "\r\n")
                .replace(CALLER, call.caller())
                .replace("SystemName: pbx1", "SystemName: load")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static double timestamp(String message) {
        return message.lines()
                .filter(line -> line.startsWith("Timestamp: "))
                .mapToDouble(line -> Double.parseDouble(line.substring(11)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An event without time: " + message));
    }
}
