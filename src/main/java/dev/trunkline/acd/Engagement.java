package dev.trunkline.acd;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent in a call, or rung for one, carries along: an immutable value.
 *
 * @param calls the open calls of the agent's phone in the order they came, each ringing or in use; never empty in a state
 * @param next what the agent wants to be afterwards; the last wish is never lost
 * @param missed queue offers missed in a row before this
 * @param wrapUp the wrap-up that has to follow, null for none
 */
public record Engagement(
        Map<String, Phase> calls,
        Wish next,
        int missed,
        @Nullable Owed wrapUp) {

    /** How far a call has come at the agent's phone; never goes back. */
    public enum Phase {
        RINGING,
        IN_USE
    }

    /** A wrap-up to come: for which call, how long, and how much more may be had. */
    public record Owed(String callId, Duration length, Allowance allowance) {
        /** The whole wrap-up of a call just taken. */
        static Owed whole(String callId, Duration limit) {
            return new Owed(callId, limit, new Allowance(limit, 0));
        }
    }

    /**
     * What the call's queue gives for its wrap-up.
     *
     * @param limit how long at a time
     * @param extensions how often it was begun anew
     */
    public record Allowance(Duration limit, int extensions) {
        /** A wrap-up begun anew more often than this is a break. */
        public static final int MOST_EXTENSIONS = 3;

        int left() {
            return Math.max(0, MOST_EXTENSIONS - extensions);
        }

        Allowance extended() {
            return new Allowance(limit, extensions + 1);
        }
    }

    public Engagement {
        calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
    }

    static Engagement none(Wish next, int missed, @Nullable Owed wrapUp) {
        return new Engagement(Map.of(), next, missed, wrapUp);
    }

    /** The call to show: the one in use that came last, else the one ringing that came last. */
    public String callId() {
        String ringing = "";
        String used = "";
        for (Map.Entry<String, Phase> call : calls.entrySet()) {
            switch (call.getValue()) {
                case RINGING -> ringing = call.getKey();
                case IN_USE -> used = call.getKey();
            }
        }
        return used.isEmpty() ? ringing : used;
    }

    boolean inUse() {
        return calls.containsValue(Phase.IN_USE);
    }

    Engagement with(String callId, Phase phase) {
        Map<String, Phase> more = new LinkedHashMap<>(calls);
        more.merge(callId, phase, (old, now) -> old.compareTo(now) >= 0 ? old : now);
        return new Engagement(more, next, missed, wrapUp);
    }

    Engagement without(String callId) {
        Map<String, Phase> fewer = new LinkedHashMap<>(calls);
        fewer.remove(callId);
        return new Engagement(fewer, next, missed, wrapUp);
    }

    Engagement wishing(Wish wish) {
        return new Engagement(calls, wish, 0, wrapUp);
    }

    /** One offer more was missed; at the limit an available agent is set aside. */
    Engagement missedOne(int limit) {
        int count = missed + 1;
        boolean aside = limit > 0 && count >= limit && next.kind() == Wish.Kind.AVAILABLE;
        return aside
                ? new Engagement(calls, Wish.breakFor(BreakReasons.MISSED), 0, wrapUp)
                : new Engagement(calls, next, count, wrapUp);
    }

    /** The agent talks: none are missed any more, and a wrap-up is due when there is time for one. */
    Engagement connected(AgentInput.Connected input) {
        Owed due = input.wrapUp().isPositive() ? Owed.whole(input.callId(), input.wrapUp()) : wrapUp;
        Engagement talking = with(input.callId(), Phase.IN_USE);
        return new Engagement(talking.calls, next, 0, due);
    }

    Engagement busy(AgentInput.PhoneBusy input) {
        return with(input.callId(), input.ringing() ? Phase.RINGING : Phase.IN_USE);
    }

    /** The call's wrap-up is done before the call is. */
    Engagement wrappedUp(String callId) {
        return wrapUp != null && wrapUp.callId().equals(callId) ? new Engagement(calls, next, missed, null) : this;
    }
}
