package dev.trunkline.coaching;

import dev.trunkline.acd.AgentView;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.Call;
import dev.trunkline.call.LiveCalls;
import dev.trunkline.call.PbxState;
import dev.trunkline.coaching.Coaching.Asked;
import dev.trunkline.coaching.Coaching.Heard;
import dev.trunkline.coaching.Coaching.Ringing;
import dev.trunkline.coaching.Coaching.Running;
import dev.trunkline.coaching.Coaching.TakingOver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in whose call now. What is known here is what the PBX says of coaches' legs, so that it is found again
 * after a restart. Thread-safe; never blocks.
 */
@ApplicationScoped
public class Coachings {
    private final Map<String, Coaching> byLeg = new LinkedHashMap<>();
    private final Agents agents;
    private final LiveCalls calls;
    private final Event<CoachingChanged> changed;

    Coachings(Agents agents, LiveCalls calls, Event<CoachingChanged> changed) {
        this.agents = agents;
        this.calls = calls;
        this.changed = changed;
    }

    /** What this person, by extension, takes part in; empty for nothing. */
    public Optional<CoachingView> by(String coach) {
        return of(coach).map(this::view);
    }

    /** Who takes part in this agent's talk now; not whose phone only rings. */
    public List<CoachingView> with(String agent) {
        return all().stream()
                .filter(one -> one instanceof Running && agent.equals(agentOf(one)))
                .map(this::view)
                .toList();
    }

    Optional<Coaching> of(String coach) {
        return all().stream().filter(one -> one.coach().equals(coach)).findFirst();
    }

    private synchronized List<Coaching> all() {
        return List.copyOf(byLeg.values());
    }

    /** It is being asked of the PBX; false when this coach takes part in a call already. */
    boolean ask(Asked asked) {
        synchronized (this) {
            if (byLeg.values().stream().anyMatch(one -> one.coach().equals(asked.coach()))) {
                return false;
            }
            byLeg.put(asked.legId(), asked);
        }
        tell(null, asked);
        return true;
    }

    /** Nothing came of it; whether that was not known yet. */
    boolean nothingCame(String legId) {
        return move(legId, before -> before instanceof Asked ? null : before) instanceof Asked;
    }

    /** The party is to come to the coach when the coach's leg has gone. */
    void takingOver(String legId, String party) {
        move(legId, before -> before instanceof Running running ? new TakingOver(running, party) : before);
    }

    /** The coach's leg stays. */
    void notTakingOver(String legId) {
        move(legId, before -> before instanceof TakingOver taking ? taking.left() : before);
    }

    /** Takes the PBX's word; gives what it was before, null for nothing. */
    @Nullable
    Coaching hear(PbxState.CoachLeg news) {
        return move(news.legId(), before -> Coaching.after(before, news));
    }

    /** These legs are there, and no others. What has just been asked for may not be there yet. */
    void verified(Set<String> there) {
        for (Coaching one : all()) {
            if (!(one instanceof Asked) && !there.contains(one.legId())) {
                move(one.legId(), before -> null);
            }
        }
    }

    private @Nullable Coaching move(String legId, UnaryOperator<@Nullable Coaching> step) {
        Coaching before;
        Coaching after;
        synchronized (this) {
            before = byLeg.get(legId);
            after = step.apply(before);
            if (after == null) {
                byLeg.remove(legId);
            } else {
                byLeg.put(legId, after);
            }
        }
        if (!Objects.equals(before, after)) {
            tell(before, after);
        }
        return before;
    }

    private void tell(@Nullable Coaching before, @Nullable Coaching after) {
        String was = before == null ? null : agentOf(before);
        String is = after == null ? null : agentOf(after);
        String coach = Objects.requireNonNull(after == null ? before : after).coach();
        changed.fire(new CoachingChanged(coach, is == null ? was : is));
        if (was != null && is != null && !was.equals(is)) {
            changed.fire(new CoachingChanged(coach, was));
        }
    }

    private static @Nullable String agentOf(Coaching one) {
        Heard heard = one.heard();
        return heard == null ? null : heard.agent();
    }

    private CoachingView view(Coaching one) {
        Heard heard = one.heard();
        String agent = heard == null ? null : heard.agent();
        return new CoachingView(
                one.coach(),
                name(one.coach()),
                agent,
                agent == null ? null : name(agent),
                heard == null ? null : call(heard).map(Call::id).orElse(null),
                heard == null ? null : heard.mode().word(),
                state(one),
                one instanceof Running running ? running.since() : null);
    }

    private static String state(Coaching one) {
        return switch (one) {
            case Asked ignored -> "ringing";
            case Ringing ignored -> "ringing";
            case Running ignored -> "running";
            case TakingOver ignored -> "taking-over";
        };
    }

    /** The call that the agent's channel is in now: it may have become another by a transfer. */
    private Optional<Call> call(Heard heard) {
        return calls.of(heard.agent()).stream()
                .filter(call -> call.legs().stream()
                        .anyMatch(
                                leg -> leg.endedAt() == null && heard.channel().equals(leg.channel())))
                .findFirst();
    }

    private String name(String extension) {
        return agents.all().stream()
                .filter(agent -> agent.extension().equals(extension))
                .map(AgentView::name)
                .findFirst()
                .orElse(extension);
    }
}
