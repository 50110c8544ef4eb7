package dev.trunkline.telephony.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A log of the manager interface, told leg by leg: what a real PBX does on two legs at the same moment comes in any order,
 * but each leg's own story does not.
 */
record AmiLog(List<Map<String, String>> events) {
    /** Sent by other threads of Asterisk than the call's own; their place among the call's events is by chance. */
    private static final Set<String> BESIDE = Set.of("DeviceStateChange", "QueueMemberStatus");

    private static final List<String> COMPARED = List.of(
            "ChannelState",
            "CallerIDNum",
            "CallerIDName",
            "ConnectedLineNum",
            "Context",
            "Exten",
            "DestChannelState",
            "DestCallerIDNum",
            "DestExten",
            "UserEvent",
            "Did",
            "Presentation",
            "Queue",
            "Position",
            "Count",
            "Interface",
            "MemberName",
            "DialString",
            "DialStatus",
            "Reason",
            "Cause",
            "TechCause",
            "Status",
            "BridgeNumChannels");

    static AmiLog parse(String text) {
        List<Map<String, String>> events = new ArrayList<>();
        for (String message : text.split("\r\n\r\n")) {
            Map<String, String> event = new LinkedHashMap<>();
            for (String line : message.split("\r\n")) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    event.putIfAbsent(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
            if (event.containsKey("Event")) {
                events.add(event);
            }
        }
        return new AmiLog(events);
    }

    static AmiLog captured(String flow) throws IOException {
        try (InputStream in = AmiLog.class.getResourceAsStream("/captures/" + flow + "/ami.log")) {
            assertThat(in).as(flow).isNotNull();
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Each leg's story, the legs in the order they came into being. */
    List<List<String>> legs(Set<String> without) {
        Map<String, List<String>> legs = new LinkedHashMap<>();
        for (Map<String, String> event : events) {
            String leg = event.get("Uniqueid");
            if (leg != null && !BESIDE.contains(event.get("Event"))) {
                legs.computeIfAbsent(leg, ignored -> new ArrayList<>()).add(tell(event, without));
            }
        }
        return List.copyOf(legs.values());
    }

    private static String tell(Map<String, String> event, Set<String> without) {
        StringBuilder told = new StringBuilder(event.get("Event"));
        for (String field : COMPARED) {
            if (event.containsKey(field) && !without.contains(field)) {
                told.append(' ').append(field).append('=').append(event.get(field));
            }
        }
        return told.toString();
    }
}
