package dev.trunkline.desk.control;

import dev.trunkline.acd.AgentView;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.QueuePolicies;
import dev.trunkline.shared.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether colleagues and queues could take a call now: the one answer for the page that offers them and for the service
 * that refuses them. A colleague whose phone the PBX cannot ring takes none; who is on a call, on break or signed out can
 * still be rung. A queue that nobody at work serves would leave the caller waiting in vain. Never blocks.
 */
@ApplicationScoped
class Targets {
    /** Who is away for want of page or phone, or has missed too many calls, is not at work however short the time. */
    private static final Set<String> AWAY = Set.of("away", "phone", "missed");

    private final Agents agents;
    private final QueuePolicies queues;

    Targets(Agents agents, QueuePolicies queues) {
        this.agents = agents;
        this.queues = queues;
    }

    /** Everybody who takes calls by extension, then the queues that can be dialled by name. */
    List<TargetView> all() {
        List<AgentView> everybody = agents.all();
        return Stream.concat(
                        everybody.stream().map(Targets::colleague),
                        new TreeSet<>(queues.names()).stream().map(name -> queue(name, everybody)))
                .toList();
    }

    /**
     * Refuses what would meet nobody.
     *
     * @param extension digits that were dialled, those of a colleague or not
     * @throws Problem 409 {@code target-unreachable}, with who it is and why
     */
    void needColleague(String extension) {
        agents.all().stream()
                .filter(agent -> agent.extension().equals(extension))
                .findFirst()
                .map(Targets::colleague)
                .ifPresent(Targets::need);
    }

    /**
     * The same for a queue.
     *
     * @param nameOrNumber as it was asked for
     */
    void needQueue(String nameOrNumber) {
        queues.named(nameOrNumber).map(name -> queue(name, agents.all())).ifPresent(Targets::need);
    }

    private static void need(TargetView target) {
        String why = target.unreachable();
        if (why != null) {
            throw Problem.of(
                    409,
                    "target-unreachable",
                    "Conflict",
                    why.equals(TargetView.PHONE)
                            ? "The colleague's phone cannot be reached"
                            : "Nobody at work serves the queue",
                    Map.of("kind", target.kind(), "target", target.to(), "name", target.name(), "why", why));
        }
    }

    private static TargetView colleague(AgentView agent) {
        return new TargetView(
                "colleague",
                agent.extension(),
                agent.name(),
                agent.state(),
                null,
                null,
                agent.phoneReachable() ? null : TargetView.PHONE);
    }

    private static TargetView queue(String name, List<AgentView> everybody) {
        List<AgentView> serving = everybody.stream()
                .filter(agent -> agent.queues().contains(name) && atWork(agent))
                .toList();
        int free = (int) serving.stream()
                .filter(agent -> agent.state().equals("available"))
                .count();
        return new TargetView(
                "queue", name, name, null, serving.size(), free, serving.isEmpty() ? TargetView.CLOSED : null);
    }

    private static boolean atWork(AgentView agent) {
        @Nullable String reason = agent.reason();
        return !agent.state().equals("offline")
                && agent.phoneReachable()
                && !(agent.state().equals("break") && reason != null && AWAY.contains(reason));
    }
}
