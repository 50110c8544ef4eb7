package dev.trunkline.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The desks of all agents by extension. As many as there are extensions: made when first needed, never removed. */
@ApplicationScoped
class Desks {
    private final Map<String, AgentDesk> desks = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private final Clock clock;

    Desks(ObjectMapper json, Clock clock, MeterRegistry meters) {
        this.json = json;
        this.clock = clock;
        meters.gaugeMapSize("trunkline_desks", io.micrometer.core.instrument.Tags.empty(), desks);
    }

    /** The desk of the agent with this extension. */
    AgentDesk of(String extension) {
        // Numbers begin with the time in microseconds, so that no page can ask for one of an earlier run of the
        // service.
        return desks.computeIfAbsent(extension, ignored -> new AgentDesk(clock.millis() * 1000));
    }

    Collection<AgentDesk> all() {
        return desks.values();
    }

    /** The desks on which the call is shown. */
    Collection<AgentDesk> showing(String callId) {
        return desks.values().stream()
                .filter(desk -> desk.pop(callId).isPresent())
                .toList();
    }

    /** Numbers the message and sends it to every page of the desk, in order, as quick as each page takes it. */
    void send(AgentDesk desk, DeskMessage message) {
        desk.stream().append(seq -> text(seq, message));
        desk.pump();
    }

    /** The message as JSON text. */
    String text(long seq, DeskMessage message) {
        ObjectNode node = json.createObjectNode()
                .put("seq", seq)
                .put("type", message.type())
                .put("at", DateTimeFormatter.ISO_INSTANT.format(clock.instant().atOffset(ZoneOffset.UTC)));
        node.setAll((ObjectNode) json.valueToTree(message));
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A desk message has no JSON form", e);
        }
    }
}
