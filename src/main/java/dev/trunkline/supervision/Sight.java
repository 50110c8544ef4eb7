package dev.trunkline.supervision;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of the board a reader sees: everything, or a team's agents and those of no team, the queues that these serve and
 * the queues that nobody serves. Readers of the same sight are told the same.
 *
 * @param teamId whose agents, null for those of no team alone; null too when all are seen
 */
record Sight(boolean all, @Nullable UUID teamId) {
    static final Sight ALL = new Sight(true, null);

    /** Of somebody who may watch the board at all. */
    static Sight of(Reader reader) {
        return reader.scopeOf(Permission.BOARD) == Scope.ALL ? ALL : new Sight(false, reader.teamId());
    }

    /** The part of the picture that is seen. */
    Picture of(Picture picture) {
        if (all) {
            return picture;
        }
        List<BoardAgent> agents = picture.agents().stream().filter(this::sees).toList();
        Set<String> served = queues(agents);
        Set<String> others = new HashSet<>(queues(picture.agents()));
        others.removeAll(served);
        return new Picture(
                picture.heading(),
                picture.queues().stream()
                        .filter(queue -> !others.contains(queue.name()))
                        .toList(),
                agents,
                picture.alarms().stream()
                        .filter(alarm -> !others.contains(alarm.queue()))
                        .toList());
    }

    private boolean sees(BoardAgent agent) {
        return agent.teamId() == null || agent.teamId().equals(teamId);
    }

    private static Set<String> queues(List<BoardAgent> agents) {
        return agents.stream().flatMap(agent -> agent.queues().stream()).collect(Collectors.toSet());
    }
}
