package dev.trunkline.coaching;

import dev.trunkline.acd.AgentView;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.Call;
import dev.trunkline.call.CoachCommands;
import dev.trunkline.call.QueuePolicies;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Moves those who wait in queues, for who answers for these. Nothing blocks. */
@ApplicationScoped
class CallerMoves {
    /** Priorities count seconds from here: who was moved to the front last comes first. */
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final CallsNow calls;
    private final Agents agents;
    private final QueuePolicies queues;
    private final CoachCommands pbx;
    private final Acts acts;
    private final Clock clock;

    CallerMoves(CallsNow calls, Agents agents, QueuePolicies queues, CoachCommands pbx, Acts acts, Clock clock) {
        this.calls = calls;
        this.agents = agents;
        this.queues = queues;
        this.pbx = pbx;
        this.acts = acts;
        this.clock = clock;
    }

    /** A caller who waits, and where. */
    private record Waiting(Call.Leg leg, String queue) {}

    /**
     * To another queue, as one who has just come there.
     *
     * @throws Problem 403 for a queue that is not the person's, 404 or 409 when it cannot be done, 422 for no such queue
     */
    Uni<Void> toQueue(Reader who, String callId, String queue) {
        if (queues.policy(queue).isEmpty()) {
            throw Problem.invalid("queue", "unknown", "there is no such queue");
        }
        return calls.find(callId).chain(call -> {
            Waiting caller = waiting(who, call);
            if (caller.queue().equals(queue)) {
                throw Refusal.SAME_QUEUE.problem();
            }
            if (agents.all().stream().noneMatch(agent -> serves(agent, queue))) {
                throw Refusal.QUEUE_CLOSED.problem();
            }
            return acts.with(
                    callId,
                    who,
                    "moved",
                    "queue",
                    caller.queue(),
                    queue,
                    () -> pbx.moveToQueue(caller.leg().channel(), caller.queue(), queue));
        });
    }

    /**
     * Before all others who wait there.
     *
     * @throws Problem as for {@link #toQueue}
     */
    Uni<Void> toFront(Reader who, String callId) {
        return calls.find(callId).chain(call -> {
            Waiting caller = waiting(who, call);
            int priority = (int) (clock.instant().getEpochSecond() - FIRST.getEpochSecond());
            return acts.with(
                    callId,
                    who,
                    "moved-to-front",
                    "queue",
                    caller.queue(),
                    caller.queue(),
                    () -> pbx.moveToFront(caller.leg().channel(), caller.queue(), priority));
        });
    }

    private Waiting waiting(Reader who, Call call) {
        List<AgentView> everybody = agents.all();
        String queue = call.queue();
        if (queue == null || !Reach.of(who).answersFor(queue, everybody)) {
            throw queue == null ? Refusal.NOT_WAITING.problem() : Problem.forbidden();
        }
        Call.Leg leg = Coachable.waiting(call).orElseThrow(Refusal.NOT_WAITING::problem);
        return new Waiting(leg, queue);
    }

    private static boolean serves(AgentView agent, String queue) {
        return agent.queues().contains(queue) && !agent.state().equals("offline");
    }
}
