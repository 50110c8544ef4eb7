package dev.trunkline.desk;

import dev.trunkline.acd.AgentResource.StateInput;
import dev.trunkline.acd.AgentStateView;
import dev.trunkline.acd.Agents;
import dev.trunkline.acd.Wish;
import dev.trunkline.identity.Person;
import dev.trunkline.identity.Users;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Scope;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets agents' states on behalf of those who answer for them: noted in the audit first, and told to the agent. */
@ApplicationScoped
class ForcedStates {
    private final Agents agents;
    private final Users users;
    private final Desks desks;
    private final Audit audit;
    private final Pool pool;

    ForcedStates(Agents agents, Users users, Desks desks, Audit audit, Pool pool) {
        this.agents = agents;
        this.users = users;
        this.desks = desks;
        this.audit = audit;
        this.pool = pool;
    }

    /**
     * Sets it.
     *
     * @return the agent's state, pending while the PBX does not know it; fails with 403 for an agent of another team and
     *     with 404 for somebody who takes no calls
     */
    Uni<AgentStateView> set(Reader reader, UUID userId, StateInput input) {
        Wish wish = input.wish();
        return users.byId(userId)
                .map(person -> allowed(reader, userId, person))
                .call(person -> note(reader, userId, input.state(), wish.reason()))
                .flatMap(person -> agents.wish(userId, wish)
                        .map(found -> told(reader, person, input.state(), found.orElseThrow(() -> noAgent(userId)))));
    }

    /**
     * Ends the agent's wrap-up: what was to follow it does.
     *
     * @return the agent's state, as from {@link #set}; fails with 409 for an agent who is not in wrap-up
     */
    Uni<AgentStateView> endWrapUp(Reader reader, UUID userId) {
        return users.byId(userId).map(person -> allowed(reader, userId, person)).flatMap(person -> {
            AgentStateView now = agents.state(userId).orElseThrow(() -> noAgent(userId));
            String callId = now.callId();
            String next = now.next();
            if (!now.state().equals("wrap-up") || callId == null || next == null) {
                throw Problem.conflict("not-in-wrap-up", "The agent is not in wrap-up");
            }
            return note(reader, userId, next, now.nextReason())
                    .chain(() -> agents.wrapUpDone(userId, callId))
                    .map(found -> told(reader, person, "wrap-up", found.orElseThrow(() -> noAgent(userId))));
        });
    }

    private AgentStateView told(Reader reader, Person person, String what, AgentStateView view) {
        if (person.extension() != null) {
            desks.send(
                    desks.of(person.extension()),
                    new DeskMessage.Notice("forced-" + what, Map.of("by", reader.displayName())));
        }
        return view;
    }

    private static Person allowed(Reader reader, UUID userId, @Nullable Person person) {
        if (person == null || !person.active() || person.extension() == null) {
            throw noAgent(userId);
        }
        if (!answersFor(reader, person.teamId())) {
            throw Problem.forbidden();
        }
        return person;
    }

    /** Whether the reader may set the states of a team's agents; null for those of no team. */
    static boolean answersFor(Reader reader, @Nullable UUID teamId) {
        Scope scope = reader.scopeOf(Permission.AGENTS_WRITE);
        return scope == Scope.ALL
                || scope == Scope.TEAM
                        && reader.teamId() != null
                        && reader.teamId().equals(teamId);
    }

    private Uni<Void> note(Reader reader, UUID userId, String state, @Nullable String reason) {
        AgentStateView now = agents.state(userId).orElse(null);
        JsonObject values = new JsonObject()
                .put("state", change(now == null ? null : now.state(), state))
                .put("reason", change(now == null ? null : now.reason(), reason));
        return pool.withTransaction(transaction -> audit.record(
                transaction,
                reader,
                "forced",
                "agent-state",
                userId,
                new JsonObject()
                        .put("fields", new JsonArray().add("state").add("reason"))
                        .put("values", values)));
    }

    private static JsonObject change(@Nullable String before, @Nullable String after) {
        return new JsonObject().put("before", before).put("after", after);
    }

    private static Problem noAgent(UUID userId) {
        return Problem.notFound("agent", userId);
    }
}
