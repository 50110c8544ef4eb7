package dev.trunkline.call.tracking;

import dev.trunkline.call.Call.Offer;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.call.CallEvent.AgentConnected;
import dev.trunkline.call.CallEvent.DialStatus;
import dev.trunkline.call.CallEvent.OfferRefused;
import dev.trunkline.call.CallEvent.OfferStarted;
import dev.trunkline.call.CallEvent.QueueExited;
import dev.trunkline.call.CallEvent.QueueJoined;
import java.time.Instant;
import java.util.List;

/** Stays in queues and the offers made during them. */
final class Queueing {
    private static final int USER_BUSY = 17;

    private Queueing() {}

    static void joined(CallDraft call, QueueJoined event, Instant at) {
        VisitDraft last = call.visit(event.queue());
        if (last != null && (!last.joinedAt.isBefore(at) || last.leftAt == null)) {
            return;
        }
        call.visits.forEach(visit -> leaveFor(visit, at));
        CallDraft.addBounded(call.visits, new VisitDraft(event.queue(), at));
        call.endedBy = null;
    }

    /** The caller is in another queue now, so a stay still open was left without our seeing it. */
    private static void leaveFor(VisitDraft visit, Instant at) {
        visit.endOffers(offer -> true, OfferOutcome.WITHDRAWN, at);
        visit.leave(at);
        if (visit.outcome == null) {
            visit.outcome = VisitOutcome.OVERFLOWED;
        }
    }

    static void left(CallDraft call, String queue, Instant at) {
        VisitDraft visit = call.visit(queue);
        if (visit != null && !at.isBefore(visit.joinedAt)) {
            visit.leave(at);
        }
    }

    static void abandoned(CallDraft call, String queue, Instant at) {
        VisitDraft visit = call.visit(queue);
        if (visit != null && visit.outcome == null && !at.isBefore(visit.joinedAt)) {
            visit.endOffers(offer -> true, OfferOutcome.WITHDRAWN, at);
            visit.leave(at);
            visit.outcome = VisitOutcome.ABANDONED;
        }
    }

    /** Asterisk calls a time-out an abandon first; the dialplan's word, which comes after, puts it right. */
    static void exited(CallDraft call, QueueExited event, Instant at) {
        switch (event.reason()) {
            case TIMEOUT, LEAVEEMPTY, WITHDRAW -> overflowed(call, event, at);
            case FULL, JOINEMPTY -> refused(call, event, at);
            case CONTINUE, OTHER -> left(call, event.queue(), at);
        }
    }

    private static void overflowed(CallDraft call, QueueExited event, Instant at) {
        VisitDraft visit = call.visit(event.queue());
        if (visit != null && visit.outcome != VisitOutcome.ANSWERED && !at.isBefore(visit.joinedAt)) {
            visit.endOffers(offer -> true, OfferOutcome.WITHDRAWN, at);
            visit.leave(at);
            visit.outcome = VisitOutcome.OVERFLOWED;
        }
    }

    /** The queue did not let the caller in: a stay of no length. */
    private static void refused(CallDraft call, QueueExited event, Instant at) {
        VisitDraft last = call.visit(event.queue());
        if (last != null && (!last.joinedAt.isBefore(at) || last.leftAt == null)) {
            return;
        }
        VisitDraft visit = new VisitDraft(event.queue(), at);
        visit.leave(at);
        visit.outcome = VisitOutcome.OVERFLOWED;
        CallDraft.addBounded(call.visits, visit);
    }

    static void offered(CallDraft call, OfferStarted event, Instant at) {
        boolean known = call.visits.stream()
                .flatMap(visit -> visit.offers.stream())
                .anyMatch(offer -> event.agentLegId().equals(offer.legId()));
        if (known) {
            return;
        }
        LegDraft leg = call.leg(event.agentLegId(), at);
        belongsTo(leg, event.agent());
        VisitDraft visit = call.visit(event.queue());
        if (visit == null) {
            call.recovered = true;
            visit = new VisitDraft(event.queue(), at);
            CallDraft.addBounded(call.visits, visit);
        }
        Offer offer = new Offer(event.agent(), event.agentLegId(), at, null, null);
        boolean over = !leg.up() || visit.leftAt != null;
        boolean talked = call.segments.stream().anyMatch(segment -> leg.id.equals(segment.legId()));
        OfferOutcome how = talked ? OfferOutcome.ANSWERED : OfferOutcome.WITHDRAWN;
        CallDraft.addBounded(visit.offers, over ? VisitDraft.ended(offer, how, at) : offer);
    }

    /** An offer that seemed withdrawn, because the agent's channel was gone first, was refused after all. */
    static void refused(CallDraft call, OfferRefused event, Instant at) {
        VisitDraft visit = call.visit(event.queue());
        if (visit == null) {
            return;
        }
        List<Offer> offers = visit.offers;
        for (int i = offers.size() - 1; i >= 0; i--) {
            Offer offer = offers.get(i);
            if (offer.agent().equals(event.agent())) {
                boolean ringing = offer.outcome() == null || offer.outcome() == OfferOutcome.WITHDRAWN;
                if (ringing && !at.isBefore(offer.at()) && visit.outcome != VisitOutcome.ANSWERED) {
                    long rang = Math.max(0, event.ringMs());
                    LegDraft leg = offer.legId() == null ? null : call.legs.get(offer.legId());
                    OfferOutcome how = leg != null && busy(leg) ? OfferOutcome.BUSY : OfferOutcome.NO_ANSWER;
                    offers.set(i, new Offer(offer.agent(), offer.legId(), offer.at(), rang, how));
                }
                return;
            }
        }
    }

    /** What the phone itself said; how long it rang says nothing, since Asterisk counts a refusal in whole seconds. */
    private static boolean busy(LegDraft leg) {
        return leg.dialStatus == DialStatus.BUSY || (leg.hangupCause != null && leg.hangupCause == USER_BUSY);
    }

    static void connected(CallDraft call, AgentConnected event, Instant at) {
        VisitDraft visit = call.visit(event.queue());
        if (visit == null) {
            call.recovered = true;
            visit = new VisitDraft(event.queue(), at);
            CallDraft.addBounded(call.visits, visit);
        } else if (visit.outcome == VisitOutcome.ANSWERED || at.isBefore(visit.joinedAt)) {
            return;
        }
        visit.leave(at);
        visit.outcome = VisitOutcome.ANSWERED;
        LegDraft leg = event.agentLegId() == null ? null : call.leg(event.agentLegId(), at);
        String agent = leg == null ? event.agent() : belongsTo(leg, event.agent());
        visit.endOffers(offer -> offer.agent().equals(agent), OfferOutcome.ANSWERED, at);
        visit.endOffers(offer -> true, OfferOutcome.WITHDRAWN, at);
        if (leg != null && !leg.up()) {
            wasConnected(call, visit, leg, agent, at);
        } else {
            Talking.begin(call, agent, event.agentLegId(), at);
        }
    }

    /** Of an agent who hangs up at once, the PBX may tell the channel's end before it tells that it was connected. */
    private static void wasConnected(CallDraft call, VisitDraft visit, LegDraft leg, String agent, Instant at) {
        Talking.was(call, agent, leg, at);
        visit.offers.replaceAll(offer -> leg.id.equals(offer.legId()) && offer.outcome() == OfferOutcome.WITHDRAWN
                ? new Offer(offer.agent(), offer.legId(), offer.at(), offer.ringMs(), OfferOutcome.ANSWERED)
                : offer);
    }

    /** The agent at a leg: the queue's member, unless it is another one's phone, which has picked the call up. */
    private static String belongsTo(LegDraft leg, String member) {
        if (leg.party == null && !leg.channel.startsWith("Local/")) {
            leg.party = member;
        }
        return leg.party == null ? member : leg.party;
    }

    /** The agent's channel is gone, and says why an offer was refused that was taken for unanswered. */
    static void agentLegEnded(CallDraft call, LegDraft leg, Instant at) {
        boolean busy = busy(leg);
        OfferOutcome how = busy ? OfferOutcome.BUSY : OfferOutcome.WITHDRAWN;
        for (VisitDraft visit : call.visits) {
            visit.endOffers(offer -> leg.id.equals(offer.legId()), how, at);
            if (busy) {
                visit.offers.replaceAll(
                        offer -> leg.id.equals(offer.legId()) && offer.outcome() == OfferOutcome.NO_ANSWER
                                ? new Offer(offer.agent(), offer.legId(), offer.at(), offer.ringMs(), OfferOutcome.BUSY)
                                : offer);
            }
        }
    }

    /** The caller's channel is gone: whoever was still waiting has given up. */
    static void callerGone(CallDraft call, Instant at) {
        for (VisitDraft visit : call.visits) {
            visit.endOffers(offer -> true, OfferOutcome.WITHDRAWN, at);
            visit.leave(at);
            if (visit.outcome == null) {
                visit.outcome = VisitOutcome.ABANDONED;
            }
        }
    }
}
