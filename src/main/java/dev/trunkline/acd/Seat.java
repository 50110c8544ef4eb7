package dev.trunkline.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What is held in memory of one agent. Touched on {@link AgentContext} only. */
final class Seat {
    static final long NO_TIMER = -1;

    AgentProfile profile;
    AgentState state;
    long wrapUpTimer = NO_TIMER;

    /** The place in the queues that the PBX last confirmed, null when unknown. */
    @Nullable
    Standing told;

    /** The PBX is being told right now. */
    boolean telling;

    /** The place is in doubt again since the telling began. */
    boolean tellAgain;

    /** The queues in which the PBX has the agent, and whether paused there, as far as it said. */
    final Map<String, Boolean> members = new TreeMap<>();

    /** A look at whether the PBX agrees is due. */
    boolean checkDue;

    /** Corrections in a row that did not help; the next waits longer. */
    int corrections;

    /** Whether clients were last shown that the PBX does not know yet. */
    boolean shownPending;

    private final List<CompletableFuture<@Nullable Void>> waiting = new ArrayList<>();

    Seat(AgentProfile profile, AgentState state) {
        this.profile = profile;
        this.state = state;
        // An agent who was offline is believed to be in no queue until the PBX says otherwise.
        this.told = state instanceof AgentState.Offline ? Standing.OUT : null;
    }

    Standing wanted() {
        return Standing.of(state);
    }

    /** Whether the PBX does not know the place wanted and is not being told either. */
    boolean pending() {
        return !telling && !wanted().equals(told);
    }

    AgentStateView view() {
        return AgentStateView.of(state, pending());
    }

    /** Whether what the PBX says of the agent's membership fits the place wanted. */
    boolean agrees() {
        return switch (wanted().kind()) {
            case OUT -> members.isEmpty();
            case PAUSED -> members.values().stream().allMatch(paused -> paused);
            case READY ->
                List.copyOf(members.keySet()).equals(profile.queues())
                        && members.values().stream().noneMatch(paused -> paused);
        };
    }

    /** Ends once the PBX has been told or could not be. */
    CompletionStage<@Nullable Void> whenTold() {
        CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
        if (telling) {
            waiting.add(over);
        } else {
            over.complete(null);
        }
        return over;
    }

    void tellingOver() {
        telling = false;
        List<CompletableFuture<@Nullable Void>> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(over -> over.complete(null));
    }
}
