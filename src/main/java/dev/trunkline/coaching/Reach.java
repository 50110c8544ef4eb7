package dev.trunkline.coaching;

import dev.trunkline.acd.AgentView;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Scope;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom somebody answers: for everybody, or for the agents of the own team and the queues that these serve.
 *
 * @param teamId null for people of no team
 * @param extension null for people without a phone
 */
record Reach(boolean all, @Nullable UUID teamId, @Nullable String extension) {

    /** Of somebody who may coach at all. */
    static Reach of(Reader reader) {
        return new Reach(reader.scopeOf(Permission.COACH) == Scope.ALL, reader.teamId(), reader.extension());
    }

    boolean answersFor(AgentView agent) {
        return answersFor(agent.teamId());
    }

    boolean answersFor(@Nullable UUID agentsTeam) {
        return all || teamId != null && teamId.equals(agentsTeam);
    }

    /** Whether an agent of the team serves the queue, or nobody does: who waits there in vain is anybody's. */
    boolean answersFor(String queue, Collection<AgentView> everybody) {
        return all
                || everybody.stream()
                        .filter(agent -> agent.queues().contains(queue))
                        .anyMatch(this::answersFor)
                || everybody.stream().noneMatch(agent -> agent.queues().contains(queue));
    }
}
