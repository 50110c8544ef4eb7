package dev.trunkline.acd;

import dev.trunkline.call.PbxCommands;
import dev.trunkline.call.PbxCommands.PbxRefused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives an agent a place in the PBX's queues: the commands for it, one after another. */
@ApplicationScoped
class Placement {
    private static final Logger LOG = LoggerFactory.getLogger(Placement.class);

    private static final int MOST_NAMED = 1_000;

    private final PbxCommands pbx;
    private final Counter refused;

    /** Refusals the log has, so that one that stays is named once. */
    private final Set<String> named = ConcurrentHashMap.newKeySet();

    /** Queues that the PBX would not take somebody into, as it does not have them yet. */
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    Placement(PbxCommands pbx, MeterRegistry meters) {
        this.pbx = pbx;
        this.refused = Counter.builder("trunkline_agent_placements_refused")
                .description("Commands about queue membership that the PBX refused")
                .register(meters);
    }

    /**
     * Brings the PBX into line.
     *
     * @param known the queues in which the PBX is known to have the agent
     * @return fails with {@link PbxCommands.PbxUnavailable}; what the PBX refuses is logged and counted and the rest goes
     *     on
     */
    Uni<Void> place(AgentProfile agent, Set<String> known, Standing wanted) {
        String extension = agent.extension();
        List<Uni<Void>> steps = new ArrayList<>();
        Set<String> leave = new TreeSet<>(known);
        switch (wanted.kind()) {
            case OUT -> leave.addAll(agent.queues());
            case PAUSED -> {
                leave.removeAll(agent.queues());
                steps.add(step(extension, () -> pbx.pause(extension, true, wanted.reason())));
            }
            case READY -> {
                leave.removeAll(agent.queues());
                agent.queues().forEach(queue -> steps.add(step(extension, () -> join(queue, agent))));
            }
        }
        leave.forEach(queue -> steps.add(step(extension, () -> pbx.leaveQueue(queue, extension))));
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> step)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Takes the phone of an agent who has another one now out of the queues. */
    Uni<Void> retire(AgentProfile agent, Set<String> known) {
        return place(agent, known, Standing.OUT);
    }

    /** Whether somebody could not join the queue since this was last asked. */
    boolean wasMissing(String queue) {
        return missing.remove(queue);
    }

    private Uni<Void> join(String queue, AgentProfile agent) {
        return pbx.joinQueue(queue, agent.extension(), agent.level(queue))
                .onFailure(PbxRefused.class)
                .invoke(() -> missing.add(queue));
    }

    /** Nothing is sent before its turn, and what is refused does not keep the others from being done. */
    private Uni<Void> step(String extension, Supplier<Uni<? extends Void>> command) {
        return Uni.createFrom()
                .<Void>deferred(command)
                .onFailure(Placement::refusal)
                .invoke(refusal -> {
                    refused.increment();
                    name(extension, String.valueOf(refusal.getMessage()));
                })
                .onFailure(Placement::refusal)
                .recoverWithNull();
    }

    private void name(String extension, String refusal) {
        if (named.size() >= MOST_NAMED) {
            named.clear();
        }
        if (named.add(extension + ' ' + refusal)) {
            LOG.warn("The PBX refuses {} a place in the queues: {}", extension, refusal);
        }
    }

    /** A no that stays a no, from the PBX or from the check of what is sent to it. */
    private static boolean refusal(Throwable failure) {
        return failure instanceof PbxRefused || failure instanceof IllegalArgumentException;
    }
}
