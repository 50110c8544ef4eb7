package dev.trunkline.acd;

import dev.trunkline.call.QueueCommands;
import dev.trunkline.call.QueueCommands.PbxQueue;
import dev.trunkline.call.QueueDefinition;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queues and numbers as the PBX is to have them: tells it of each change, and of everything when the link comes up. With
 * {@code trunkline.pbx.queues=own} it is told nothing, and only looked at.
 */
@ApplicationScoped
class PbxQueues {
    private static final Logger LOG = LoggerFactory.getLogger(PbxQueues.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final QueueCommands pbx;
    private final boolean managed;
    private final Telling<QueueDefinition> queues;
    private final Telling<Optional<String>> numbers;
    private volatile Map<String, QueueDefinition> wanted = Map.of();

    /** The PBX has this queue now. */
    record QueueTold(String queue) {}

    @Inject
    PbxQueues(QueueCommands pbx, PbxQueuesConfig config, Event<QueueTold> told) {
        this(pbx, config, (Consumer<QueueTold>) told::fire);
    }

    PbxQueues(QueueCommands pbx, PbxQueuesConfig config, Consumer<QueueTold> told) {
        this.pbx = pbx;
        this.managed = config.queues() == PbxQueuesConfig.Owner.MANAGED;
        this.queues = new Telling<>((name, queue) -> pbx.define(queue), name -> told.accept(new QueueTold(name)));
        this.numbers = new Telling<>(
                (number, queue) -> queue.map(name -> pbx.route(number, name)).orElseGet(() -> pbx.unroute(number)),
                number -> {});
    }

    /**
     * What is wanted from now on.
     *
     * @param leading the queue that each number leads to, empty for one that is ours no more
     */
    void want(Map<String, QueueDefinition> definitions, Map<String, Optional<String>> leading) {
        wanted = Map.copyOf(definitions);
        if (managed) {
            queues.want(definitions);
            numbers.want(leading);
        }
    }

    /** The link to the PBX is up: it may have forgotten, or have been told nothing while it was down. */
    void linkUp() {
        if (managed) {
            queues.again();
            numbers.again();
        }
    }

    /** Ends once the PBX has been told all, could not be, or takes too long. */
    Uni<Void> settled() {
        return Uni.join()
                .all(queues.settled(), numbers.settled())
                .andFailFast()
                .replaceWithVoid()
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(() -> null);
    }

    /** How each queue stands at the PBX, by name. */
    Uni<List<QueueAtPbx>> standing() {
        return pbx.queues()
                .map(Optional::of)
                .onFailure()
                .invoke(failure -> LOG.debug("The PBX does not tell its queues: {}", failure.getMessage()))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .map(has -> compare(has.map(PbxQueues::byName).orElse(null)));
    }

    private static Map<String, PbxQueue> byName(List<PbxQueue> queues) {
        return queues.stream().collect(Collectors.toMap(PbxQueue::name, Function.identity(), (a, b) -> a));
    }

    private List<QueueAtPbx> compare(@Nullable Map<String, PbxQueue> has) {
        return new TreeMap<>(wanted)
                .values().stream()
                        .map(queue -> {
                            PbxQueue there = has == null ? null : has.get(queue.name());
                            return new QueueAtPbx(
                                    queue.name(),
                                    state(queue.name()),
                                    queues.refusal(queue.name()).orElse(null),
                                    there == null ? null : QueueAtPbx.Has.of(there),
                                    has == null ? List.of() : differences(queue, there));
                        })
                        .toList();
    }

    private QueueAtPbx.State state(String queue) {
        if (!managed) {
            return QueueAtPbx.State.OWN;
        }
        return switch (queues.state(queue)) {
            case APPLIED -> QueueAtPbx.State.APPLIED;
            case PENDING -> QueueAtPbx.State.PENDING;
            case REFUSED -> QueueAtPbx.State.REFUSED;
        };
    }

    /** What the PBX says otherwise, of what it says at all. */
    static List<String> differences(QueueDefinition wanted, @Nullable PbxQueue has) {
        if (has == null) {
            return List.of("name");
        }
        List<String> found = new ArrayList<>();
        if (!Words.of(wanted.strategy()).equals(has.strategy())) {
            found.add("strategy");
        }
        if (wanted.maxWaiting() != has.maxWaiting()) {
            found.add("maxWaiting");
        }
        if (wanted.weight() != has.weight()) {
            found.add("weight");
        }
        return found;
    }
}
