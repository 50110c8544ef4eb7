package dev.trunkline.acd;

import dev.trunkline.shared.Ids;
import dev.trunkline.shared.messaging.Channels;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Tells the house of agents' states, and keeps what it told for whoever looks. Thread-safe. */
@ApplicationScoped
// Its figures are told from the start, so that a rule can watch the first one.
@Startup
class AgentNews {
    private static final List<String> STATES =
            List.of("offline", "available", "break", "ringing", "on-call", "wrap-up");

    private final Map<UUID, Shown> shown = new ConcurrentHashMap<>();
    private final MutinyEmitter<AgentChange> changes;
    private final Clock clock;

    private record Shown(AgentProfile profile, AgentStateView view) {}

    AgentNews(
            @Channel(Channels.AGENT_CHANGES_OUT) MutinyEmitter<AgentChange> changes,
            Clock clock,
            MeterRegistry meters) {
        this.changes = changes;
        this.clock = clock;
        for (String state : STATES) {
            Gauge.builder(
                            "trunkline_agents",
                            shown,
                            all -> all.values().stream()
                                    .filter(one -> one.view().state().equals(state))
                                    .count())
                    .description("Agents in each state")
                    .tag("state", state)
                    .register(meters);
        }
    }

    void publish(Seat seat) {
        show(seat);
        AgentProfile profile = seat.profile;
        changes.sendAndForget(new AgentChange(
                Ids.next(), profile.userId(), profile.extension(), seat.state, seat.view(), clock.instant()));
    }

    /** Keeps it for whoever looks, without telling. */
    void show(Seat seat) {
        AgentStateView view = seat.view();
        seat.shownPending = view.pending();
        shown.put(seat.profile.userId(), new Shown(seat.profile, view));
    }

    void forget(UUID userId) {
        shown.remove(userId);
    }

    Optional<AgentStateView> of(UUID userId) {
        return Optional.ofNullable(shown.get(userId)).map(Shown::view);
    }

    /** Everybody, by extension. */
    List<AgentView> all() {
        return shown.values().stream()
                .sorted((a, b) -> a.profile().extension().compareTo(b.profile().extension()))
                .map(one -> AgentView.of(one.profile(), one.view()))
                .toList();
    }
}
