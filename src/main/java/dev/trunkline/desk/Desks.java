package dev.trunkline.desk;

import dev.trunkline.call.Call;
import dev.trunkline.desk.control.CallsAtHand;
import dev.trunkline.shared.live.LiveMessages;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The desks of all agents by extension. As many as there are extensions: made when first needed, never removed. */
@ApplicationScoped
class Desks implements CallsAtHand {
    private final Map<String, AgentDesk> desks = new ConcurrentHashMap<>();
    private final LiveMessages messages;
    private final Clock clock;

    Desks(LiveMessages messages, Clock clock, MeterRegistry meters) {
        this.messages = messages;
        this.clock = clock;
        meters.gaugeMapSize("trunkline_desks", io.micrometer.core.instrument.Tags.empty(), desks);
    }

    /** The desk of the agent with this extension. */
    AgentDesk of(String extension) {
        // Numbers begin with the time in microseconds, so that no page can ask for one of an earlier run of the
        // service.
        return desks.computeIfAbsent(extension, agent -> new AgentDesk(agent, clock.millis() * 1000));
    }

    @Override
    public Optional<Call> call(String agent, String callId) {
        return of(agent).call(callId);
    }

    @Override
    public void notPlaced(String agent) {
        send(of(agent), new DeskMessage.Notice("dial-not-placed", Map.of()));
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
        return messages.text(seq, message.type(), message);
    }
}
