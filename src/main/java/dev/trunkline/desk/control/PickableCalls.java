package dev.trunkline.desk.control;

import dev.trunkline.acd.AgentView;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.Call;
import dev.trunkline.call.LiveCalls;
import dev.trunkline.shared.access.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The calls that an agent may take though they are not the agent's: whatever is parked, and what rings at a colleague of a
 * common queue. Never blocks.
 */
@ApplicationScoped
class PickableCalls {
    /** More than anybody looks at. */
    private static final int MOST = 50;

    private final LiveCalls calls;
    private final Agents agents;

    PickableCalls(LiveCalls calls, Agents agents) {
        this.calls = calls;
        this.agents = agents;
    }

    /** Those of this person, parked ones first, then by the time they have waited. */
    List<PickableCallView> of(Reader who) {
        Set<String> colleagues = colleagues(who);
        return calls.where(call -> place(call, colleagues).isPresent()).stream()
                .flatMap(call -> place(call, colleagues).map(place -> PickableCallView.of(call, place)).stream())
                .sorted(Comparator.comparing(PickableCallView::place).thenComparing(PickableCallView::since))
                .limit(MOST)
                .toList();
    }

    /** Where this person may take the call, empty when it cannot be taken or is none of this person's business. */
    Optional<Pickable> find(Reader who, String callId) {
        Set<String> colleagues = colleagues(who);
        return calls.where(call -> call.id().equals(callId)).stream()
                .findFirst()
                .flatMap(call -> place(call, colleagues));
    }

    /** Whether a call waits in this parking space. */
    boolean parkedAt(String space) {
        return !calls.where(call -> Pickable.parked(call)
                        .filter(place -> place.number().equals(space))
                        .isPresent())
                .isEmpty();
    }

    private static Optional<Pickable> place(Call call, Set<String> colleagues) {
        return Pickable.of(call).filter(place -> place.parked() || colleagues.contains(place.number()));
    }

    private Set<String> colleagues(Reader who) {
        Map<String, AgentView> all =
                agents.all().stream().collect(Collectors.toMap(AgentView::extension, Function.identity(), (a, b) -> a));
        AgentView own = who.extension() == null ? null : all.get(who.extension());
        if (own == null) {
            return Set.of();
        }
        Set<String> queues = new HashSet<>(own.queues());
        return all.values().stream()
                .filter(one -> !one.equals(own) && one.queues().stream().anyMatch(queues::contains))
                .map(AgentView::extension)
                .collect(Collectors.toSet());
    }
}
