package dev.trunkline.call.tracking;

import static dev.trunkline.call.tracking.CallDraft.latest;

import dev.trunkline.call.Call.Hold;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.Call.Party;
import dev.trunkline.call.CallEvent.CallVerified;
import dev.trunkline.call.CallEvent.LegEnded;
import dev.trunkline.call.CallEvent.LegMoved;
import java.time.Instant;
import java.util.Set;

/** How legs end, and with the last of them the call. */
final class Ending {
    private Ending() {}

    /**
     * Somebody's phone hung up. Only who takes part can end a call: the one who began it, and those who answered; a phone
     * that refuses or stops ringing does not.
     */
    static void requested(CallDraft call, String legId) {
        LegDraft leg = call.legs.get(legId);
        if (leg != null
                && leg.up()
                && call.endedBy == null
                && (legId.equals(call.id) || leg.answeredAt != null || leg.bridge != null)) {
            call.endedBy = call.partyOf(leg);
        }
    }

    static void ended(CallDraft call, LegEnded event, Instant at, CallRules rules) {
        LegDraft leg = call.leg(event.legId(), at);
        if (!leg.up()) {
            return;
        }
        leg.hangupCause = event.cause();
        leg.techCause = event.techCause();
        if (event.legId().equals(call.id)) {
            call.hangupCause = event.cause();
            Queueing.callerGone(call, at);
        }
        gone(call, leg, at);
        if (goesOn(call)) {
            call.endedBy = null;
        }
        finishWithoutLegs(call, at, rules, false);
    }

    /** Whether others still talk: then the one who hung up has left the call and not ended it. */
    private static boolean goesOn(CallDraft call) {
        return call.segments.stream().anyMatch(segment -> segment.to() == null);
    }

    static void moved(CallDraft call, LegMoved event, Instant at, CallRules rules) {
        LegDraft leg = call.legs.get(event.legId());
        if (leg == null || !leg.up()) {
            return;
        }
        call.mergedInto = event.intoCallId();
        Legs.direct(call, rules);
        gone(call, leg, at);
        finishWithoutLegs(call, at, rules, false);
    }

    /**
     * The PBX's list of channels after a gap. Whatever happened meanwhile was not seen: a call is named after the channel
     * that began it, so that there was one even where nobody saw it.
     */
    static void verified(CallDraft call, CallVerified event, Instant at, CallRules rules) {
        call.recovered = true;
        Set<String> up = Set.copyOf(event.legIds());
        up.forEach(legId -> call.leg(legId, at));
        call.leg(call.id, call.startedAt);
        for (LegDraft leg : call.legs.values()) {
            if (leg.up() && !up.contains(leg.id)) {
                gone(call, leg, at);
            }
        }
        finishWithoutLegs(call, at, rules, true);
    }

    private static void gone(CallDraft call, LegDraft leg, Instant at) {
        leg.endedAt = latest(leg.startedAt, at);
        String bridge = leg.bridge;
        leg.bridge = null;
        if (bridge != null) {
            Talking.alone(call, bridge, at);
        }
        Talking.end(call, segment -> leg.id.equals(segment.legId()), at);
        Talking.holdEnded(call, hold -> hold.legId().equals(leg.id), at);
        Queueing.agentLegEnded(call, leg, at);
    }

    /** Ends a call all of whose legs have; one whose first leg is unknown goes on until a list says that this is gone. */
    static void finishWithoutLegs(CallDraft call, Instant at, CallRules rules, boolean unseen) {
        if (call.origin() == null || call.legs.values().stream().anyMatch(LegDraft::up)) {
            return;
        }
        Instant end = call.legs.values().stream()
                .map(leg -> leg.endedAt == null ? at : leg.endedAt)
                .reduce(at, CallDraft::latest);
        Talking.end(call, segment -> true, end);
        call.holds.replaceAll(
                hold -> hold.to() == null ? new Hold(hold.legId(), hold.from(), latest(hold.from(), end)) : hold);
        for (VisitDraft visit : call.visits) {
            visit.endOffers(offer -> true, OfferOutcome.WITHDRAWN, end);
            visit.leave(end);
        }
        if (call.mergedInto != null) {
            call.endedBy = null;
        } else if (call.endedBy == null && !call.recovered) {
            call.endedBy = Party.PBX;
        }
        call.outcome = Outcomes.of(call, end, rules, unseen);
        call.endedAt = end;
    }
}
