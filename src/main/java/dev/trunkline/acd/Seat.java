package dev.trunkline.acd;

import dev.trunkline.call.PbxState;
import java.time.Instant;
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

    /** By what the agent can be reached. */
    Presence presence;

    long graceTimer = NO_TIMER;

    /** The session whose pages are open, null for none. */
    @Nullable
    String session;

    /** The place in the queues that the PBX last confirmed, null when unknown. */
    @Nullable
    Standing told;

    /** The PBX is being told right now. */
    boolean telling;

    /** The place is in doubt again since the telling began. */
    boolean tellAgain;

    /** The queues in which the PBX has the agent, and what it last said of it there. */
    final Map<String, PbxState.Member> members = new TreeMap<>();

    /** The look at whether the PBX agrees that is due. */
    long checkTimer = NO_TIMER;

    /** Since when the PBX's word and ours differ, null while they agree. */
    @Nullable
    Instant disagreesSince;

    /** Corrections in a row that did not help. */
    int corrections;

    /** Whether the log has this disagreement. */
    boolean disagreementNamed;

    /** Tellings in a row that did not arrive. */
    int failures;

    /** Whether clients were last shown that the PBX does not know yet. */
    boolean shownPending;

    private final List<CompletableFuture<@Nullable Void>> waiting = new ArrayList<>();

    Seat(AgentProfile profile, AgentState state, Presence presence) {
        this.profile = profile;
        this.state = state;
        this.presence = presence;
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
        return AgentStateView.of(state, pending(), presence.phone() == null);
    }

    /** Whether what the PBX says of the agent's membership fits the place wanted. */
    boolean agrees() {
        return switch (wanted().kind()) {
            case OUT -> members.isEmpty();
            case PAUSED -> members.values().stream().allMatch(PbxState.Member::paused);
            case READY ->
                List.copyOf(members.keySet()).equals(profile.queues())
                        && members.values().stream().noneMatch(PbxState.Member::paused);
        };
    }

    /** Whether the agent should be in this queue and the PBX has not said so. */
    boolean lacks(String queue) {
        return wanted().kind() == Standing.Kind.READY
                && profile.queues().contains(queue)
                && !members.containsKey(queue);
    }

    /** Whether the PBX can ring the agent's phone, as far as it said. */
    boolean phoneReachable() {
        return members.isEmpty() || members.values().stream().anyMatch(PbxState.Member::reachable);
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
