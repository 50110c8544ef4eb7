package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallAccount;
import dev.trunkline.call.CallEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds {@link CallEvent}s into a {@link Call}. Pure and total: events may come in any order, twice or not at all; none
 * makes it fail, a copy of an event changes nothing, times never run backwards, and a call that has ended stays as it is.
 *
 * <pre>
 *              LegStarted of the linkedid's own leg (any other sign of life: begun, and marked recovered)
 *                                     │
 *                                     v
 *   ┌───────────────────────────── begun ──────────────────────────────┐
 *   │ QueueJoined                     │ DialStarted                     │
 *   v                                 v                                 │
 * waiting <───────────────┐        dialling                             │
 *   │ OfferStarted        │           │ DialEnded ANSWER, LegAnswered   │
 *   v                     │           │ (that leg's far end)            │
 * ringing ──OfferRefused──┘           │                                 │
 *   │ AgentConnected                  │                                 │
 *   └───────────> talking <───────────┘  BridgeEntered: an agent's      │
 *                  │   ^                 leg and another in one bridge  │
 *      AgentCompleted, │ again                                          │
 *      BridgeLeft      │                                                │
 *                  v   │                                                │
 *              between talks (transferred, queued again, survey …)      │
 *                  │                                                    │
 *                  └──────> the last leg gone: LegEnded, LegMoved, <────┘
 *                           CallVerified without legs
 *                                     │
 *                                     v
 *                                   ended: outcome by {@link Outcomes}
 *
 * a stay in a queue:   joined ─AgentConnected──────────────────────────> answered
 *                        ├─QueueAbandoned, caller's leg gone───────────> abandoned ─QueueExited TIMEOUT,
 *                        └─QueueExited TIMEOUT LEAVEEMPTY, other queue─> overflowed <┘ LEAVEEMPTY
 *                                    (FULL, JOINEMPTY: overflowed at once)
 * an offer:            ringing ─AgentConnected────────────────────────> answered
 *                        ├─OfferRefused───────────────────────────────> no-answer ─LegEnded 17─> busy
 *                        └─another connected, caller or channel gone──> withdrawn ─OfferRefused─> no-answer
 * </pre>
 */
public final class CallTracker {
    private final CallRules rules;

    /** A tracker that knows from the rules what events do not say. */
    public CallTracker(CallRules rules) {
        this.rules = rules;
    }

    /**
     * The call after an event.
     *
     * @param before the call so far, null when none is known by the event's id
     * @return the same instance when the event says nothing new; null when there is no call and the event cannot be the
     *     first sight of one, being about the end of something
     */
    public @Nullable Call apply(@Nullable Call before, CallEvent event) {
        if (before == null) {
            return begins(event) ? fold(begin(event), event).call() : null;
        }
        if (!before.open()
                || !before.id().equals(event.callId())
                || !before.pbx().equals(event.pbx())) {
            return before;
        }
        Call after = fold(new CallDraft(before), event).call();
        return after.equals(before) ? before : after;
    }

    /**
     * The call after the journal's account of it, marked as recovered.
     *
     * @param before the call so far, null when none is known
     * @return null when the account tells of no call
     */
    public @Nullable Call recount(@Nullable Call before, CallAccount account) {
        Call told = null;
        for (CallEvent event : account.events()) {
            told = apply(told, event);
        }
        if (told == null) {
            return before;
        }
        Call after = Reconciliation.mend(before == null ? told : before, told, rules);
        return account.over() && after.open()
                ? apply(after, new CallEvent.CallVerified(after.pbx(), account.lastAt(), after.id(), List.of()))
                : after;
    }

    private static CallDraft begin(CallEvent event) {
        CallDraft call = new CallDraft(event.callId(), event.pbx(), event.at());
        call.recovered = !(event instanceof CallEvent.LegStarted started
                && started.legId().equals(started.callId()));
        return call;
    }

    private static boolean begins(CallEvent event) {
        return switch (event) {
            case CallEvent.LegStarted e -> true;
            case CallEvent.LegAnswered e -> true;
            case CallEvent.LegRinging e -> true;
            case CallEvent.DialStarted e -> true;
            case CallEvent.QueueJoined e -> true;
            case CallEvent.OfferStarted e -> true;
            case CallEvent.AgentConnected e -> true;
            case CallEvent.BridgeEntered e -> true;
            case CallEvent.HoldStarted e -> true;
            case CallEvent.CallVerified e -> !e.legIds().isEmpty();
            case CallEvent.CallerPresented e -> false;
            case CallEvent.DialEnded e -> false;
            case CallEvent.QueueLeft e -> false;
            case CallEvent.QueueAbandoned e -> false;
            case CallEvent.QueueExited e -> false;
            case CallEvent.OfferRefused e -> false;
            case CallEvent.AgentCompleted e -> false;
            case CallEvent.BridgeLeft e -> false;
            case CallEvent.HoldEnded e -> false;
            case CallEvent.HangupRequested e -> false;
            case CallEvent.LegEnded e -> false;
            case CallEvent.RecordingStarted e -> false;
            case CallEvent.RecordingSilenced e -> false;
            case CallEvent.LegMoved e -> false;
            case CallEvent.Transferred e -> false;
            case CallEvent.PickedUp e -> false;
            case CallEvent.Parked e -> false;
            case CallEvent.Unparked e -> false;
            case CallEvent.LocalReplaced e -> false;
        };
    }

    private CallDraft fold(CallDraft call, CallEvent event) {
        Instant at = CallDraft.latest(call.startedAt, event.at());
        switch (event) {
            case CallEvent.LegStarted e -> Legs.started(call, e, at, rules);
            case CallEvent.CallerPresented e -> Legs.presented(call, e);
            case CallEvent.LegAnswered e -> Legs.answered(call, e.legId(), at);
            case CallEvent.LegRinging e -> Legs.ringing(call, e.legId(), at);
            case CallEvent.DialStarted e -> Legs.dialStarted(call, e, at, rules);
            case CallEvent.DialEnded e -> Legs.dialEnded(call, e, at);
            case CallEvent.QueueJoined e -> Queueing.joined(call, e, at);
            case CallEvent.QueueLeft e -> Queueing.left(call, e.queue(), at);
            case CallEvent.QueueAbandoned e -> Queueing.abandoned(call, e.queue(), at);
            case CallEvent.QueueExited e -> Queueing.exited(call, e, at);
            case CallEvent.OfferStarted e -> Queueing.offered(call, e, at);
            case CallEvent.OfferRefused e -> Queueing.refused(call, e, at);
            case CallEvent.AgentConnected e -> Queueing.connected(call, e, at);
            case CallEvent.AgentCompleted e -> Talking.completed(call, e, at);
            case CallEvent.BridgeEntered e -> Talking.entered(call, e, at);
            case CallEvent.BridgeLeft e -> Talking.left(call, e, at);
            case CallEvent.HoldStarted e -> Talking.holdStarted(call, e.legId(), at);
            case CallEvent.HoldEnded e ->
                Talking.holdEnded(call, hold -> hold.legId().equals(e.legId()), at);
            case CallEvent.HangupRequested e -> Ending.requested(call, e.legId());
            case CallEvent.LegEnded e -> Ending.ended(call, e, at, rules);
            case CallEvent.RecordingStarted e -> Recorded.started(call, e.file(), at);
            case CallEvent.RecordingSilenced e -> Recorded.silenced(call, e.silent(), at);
            case CallEvent.LegMoved e -> Ending.moved(call, e, at, rules);
            case CallEvent.Transferred e -> Handing.transferred(call, e, at, rules);
            case CallEvent.PickedUp e -> Handing.pickedUp(call, e, at);
            case CallEvent.Parked e -> Handing.parked(call, e, at, rules);
            case CallEvent.Unparked e -> Handing.unparked(call, e, at, rules);
            case CallEvent.LocalReplaced e -> Talking.replaced(call, e, at);
            case CallEvent.CallVerified e -> Ending.verified(call, e, at, rules);
        }
        return call;
    }
}
