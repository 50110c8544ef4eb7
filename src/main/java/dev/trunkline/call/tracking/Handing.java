package dev.trunkline.call.tracking;

import dev.trunkline.call.Call.Handover;
import dev.trunkline.call.Call.HandoverKind;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.CallEvent.Parked;
import dev.trunkline.call.CallEvent.PickedUp;
import dev.trunkline.call.CallEvent.TransferKind;
import dev.trunkline.call.CallEvent.Transferred;
import dev.trunkline.call.CallEvent.Unparked;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** How a call changes hands: transfers, pick-ups, parking. */
final class Handing {
    /**
     * A desk phone parks by transferring to the parking lot's number, and journal and link stamp the same thing apart: so
     * soon after one another two are one.
     */
    private static final Duration SAME_MOMENT = Duration.ofMillis(500);

    private Handing() {}

    static void transferred(CallDraft call, Transferred event, Instant at, CallRules rules) {
        LegDraft leg = call.legs.get(event.legId());
        String target = event.target() == null ? behindLocal(call, leg) : event.target();
        String agent = target == null ? null : rules.agentOfEndpoint().apply(target);
        if (event.kind() == TransferKind.BLIND
                && call.handovers.stream().anyMatch(one -> one.kind() == HandoverKind.PARKED && sameMoment(one, at))) {
            return;
        }
        add(
                call,
                event.kind() == TransferKind.BLIND ? HandoverKind.BLIND_TRANSFER : HandoverKind.ATTENDED_TRANSFER,
                at,
                leg == null ? null : leg.party,
                agent == null ? target : agent);
    }

    /** Whom the Local channel leads to by which a feature code asks: the part of its name before the context. */
    private static @Nullable String behindLocal(CallDraft call, @Nullable LegDraft transferer) {
        String target = null;
        for (LegDraft leg : call.legs.values()) {
            boolean later = transferer == null || leg.startedAt.isAfter(transferer.startedAt);
            int context = leg.channel.indexOf('@');
            if (later && leg.up() && leg.channel.startsWith("Local/") && context > 0) {
                target = leg.channel.substring("Local/".length(), context);
            }
        }
        return target;
    }

    static void pickedUp(CallDraft call, PickedUp event, Instant at) {
        LegDraft rang = call.legs.get(event.legId());
        LegDraft taker = call.legs.get(event.byLegId());
        add(call, HandoverKind.PICKUP, at, rang == null ? null : rang.party, taker == null ? null : taker.party);
        call.visits.forEach(
                visit -> visit.endOffers(offer -> event.legId().equals(offer.legId()), OfferOutcome.WITHDRAWN, at));
    }

    static void parked(CallDraft call, Parked event, Instant at, CallRules rules) {
        call.handovers.removeIf(one -> one.kind() == HandoverKind.BLIND_TRANSFER && sameMoment(one, at));
        add(call, HandoverKind.PARKED, at, agentOf(event.parker(), rules), event.space());
    }

    /** Whether two are one, told by two sources. */
    static boolean same(Handover a, Handover b) {
        return a.kind() == b.kind() && sameMoment(a, b.at());
    }

    static boolean sameMoment(Handover one, Instant at) {
        return Duration.between(one.at(), at).abs().compareTo(SAME_MOMENT) < 0;
    }

    static void unparked(CallDraft call, Unparked event, Instant at, CallRules rules) {
        String byLegId = event.takenByLegId();
        if (byLegId == null) {
            add(call, HandoverKind.PARK_RETURNED, at, event.space(), agentOf(event.parker(), rules));
        } else {
            LegDraft taker = call.legs.get(byLegId);
            add(call, HandoverKind.UNPARKED, at, event.space(), taker == null ? null : taker.party);
        }
    }

    /** The agent of a device such as {@code PJSIP/1001}. */
    private static @Nullable String agentOf(@Nullable String device, CallRules rules) {
        return device == null ? null : rules.agentOfEndpoint().apply(device.substring(device.indexOf('/') + 1));
    }

    /**
     * Adds what is not there yet, in its place: an event may come twice, after a newer one, and after the journal has told
     * of the same with its own stamp and without the parking space.
     */
    private static void add(CallDraft call, HandoverKind kind, Instant at, @Nullable String from, @Nullable String to) {
        Handover told = new Handover(kind, at, from, to);
        for (int i = 0; i < call.handovers.size(); i++) {
            Handover known = call.handovers.get(i);
            if (same(known, told)) {
                call.handovers.set(i, completed(known, told));
                return;
            }
        }
        CallDraft.addBounded(call.handovers, told);
        call.handovers.sort(Comparator.comparing(Handover::at));
    }

    /** The one, with what only the other knows. */
    static Handover completed(Handover one, Handover other) {
        return new Handover(
                one.kind(),
                one.at(),
                one.from() == null ? other.from() : one.from(),
                one.to() == null ? other.to() : one.to());
    }
}
