package dev.trunkline.call.tracking;

import static dev.trunkline.call.tracking.CallDraft.latest;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Handover;
import dev.trunkline.call.Call.HandoverKind;
import dev.trunkline.call.Call.Hold;
import dev.trunkline.call.Call.Offer;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.Call.Recording;
import dev.trunkline.call.Call.Segment;
import dev.trunkline.call.Call.VisitOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call from two accounts: what was seen live, in part, and what the PBX's journal tells. Pure and total; done twice it
 * changes nothing more.
 *
 * <pre>
 *                        both know it            only the journal      only seen live
 *   a field              the journal's           the journal's         as seen
 *   a leg, stay, talk    one, field by field     taken                 kept, unless the journal, having come that far,
 *                                                                      tells the same stretch of time otherwise
 *   caller's name, ringing, SIP cause, dial's end, holds: never in the journal, or less well: as seen
 * </pre>
 *
 * <p>The journal is read up to some moment, and live events go on meanwhile: whatever began after the last thing the
 * journal tells of is as seen, and what the journal leaves open ends when it was seen to.
 */
public final class Reconciliation {
    /** A list of the PBX's tells how long somebody has waited in whole seconds. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private Reconciliation() {}

    /**
     * The call, marked as recovered.
     *
     * @param seen the call as it was seen live, of the same id
     * @param told the call as the journal alone tells it
     */
    public static Call mend(Call seen, Call told, CallRules rules) {
        CallDraft call = new CallDraft(seen);
        CallDraft journal = new CallDraft(told);
        Instant asOf = asOf(seen, told);
        call.recovered = true;
        whole(call, journal);
        legs(call, journal);
        visits(call, journal, asOf);
        segments(call, journal, asOf);
        handovers(call, journal);
        recordings(call, journal);
        close(call);
        call.endedAt = null;
        call.outcome = null;
        Ending.finishWithoutLegs(call, call.startedAt, rules, false);
        return call.call();
    }

    /** The last moment the journal tells of; where it tells the end of every leg there is nothing after it. */
    private static Instant asOf(Call seen, Call told) {
        Set<String> legs = told.legs().stream().map(Call.Leg::id).collect(Collectors.toSet());
        if (!told.open() && seen.legs().stream().map(Call.Leg::id).allMatch(legs::contains)) {
            return Instant.MAX;
        }
        Instant last = told.startedAt();
        for (Call.Leg leg : told.legs()) {
            last = later(later(later(later(last, leg.startedAt()), leg.answeredAt()), leg.endedAt()), leg.bridgeAt());
        }
        for (Call.Visit visit : told.visits()) {
            last = later(later(last, visit.joinedAt()), visit.leftAt());
        }
        return last;
    }

    private static Instant later(Instant a, @Nullable Instant b) {
        return b == null ? a : latest(a, b);
    }

    private static void whole(CallDraft call, CallDraft journal) {
        LegDraft origin = journal.origin();
        if (origin != null && !origin.channel.isEmpty()) {
            call.startedAt = journal.startedAt;
            call.direction = journal.direction;
        }
        call.withheld |= journal.withheld;
        call.from = call.withheld ? null : either(journal.from, call.from);
        call.fromName = call.withheld ? null : call.fromName;
        call.to = either(journal.to, call.to);
        call.answeredAt = either(journal.answeredAt, call.answeredAt);
        call.endedBy = either(journal.endedBy, call.endedBy);
        call.hangupCause = either(journal.hangupCause, call.hangupCause);
        call.mergedInto = either(journal.mergedInto, call.mergedInto);
    }

    private static void legs(CallDraft call, CallDraft journal) {
        Map<String, LegDraft> seen = new LinkedHashMap<>(call.legs);
        call.legs.clear();
        for (LegDraft told : journal.legs.values()) {
            LegDraft one = seen.remove(told.id);
            call.legs.put(told.id, one == null ? told : leg(one, told));
        }
        call.legs.putAll(seen);
    }

    private static LegDraft leg(LegDraft seen, LegDraft told) {
        LegDraft leg = told;
        leg.party = either(told.party, seen.party);
        leg.dialledAt = either(seen.dialledAt, told.dialledAt);
        leg.ringingAt = seen.ringingAt;
        leg.answeredAt = either(told.answeredAt, seen.answeredAt);
        leg.endedAt = either(told.endedAt, seen.endedAt);
        leg.hangupCause = either(told.hangupCause, seen.hangupCause);
        leg.techCause = seen.techCause;
        leg.dialStatus = either(seen.dialStatus, told.dialStatus);
        if (seen.bridgeAt != null && (told.bridgeAt == null || seen.bridgeAt.isAfter(told.bridgeAt))) {
            leg.bridge = seen.bridge;
            leg.bridgeAt = seen.bridgeAt;
        }
        if (!leg.up()) {
            leg.bridge = null;
        }
        return leg;
    }

    private static void visits(CallDraft call, CallDraft journal, Instant asOf) {
        List<VisitDraft> seen = new ArrayList<>(call.visits);
        List<VisitDraft> visits = new ArrayList<>();
        Set<String> toldOffers = new HashSet<>();
        for (VisitDraft visit : journal.visits) {
            for (Offer offer : visit.offers) {
                toldOffers.add(String.valueOf(offer.legId()));
            }
        }
        for (VisitDraft told : journal.visits) {
            VisitDraft same = take(seen, told, Reconciliation::sameStay);
            visits.add(same == null ? told : visit(same, told, toldOffers));
        }
        seen.stream()
                .filter(visit -> visit.joinedAt.isAfter(asOf)
                        || visit.offers.stream().anyMatch(offer -> !toldOffers.contains(String.valueOf(offer.legId()))))
                .forEach(visits::add);
        visits.sort(Comparator.comparing(visit -> visit.joinedAt));
        call.visits.clear();
        call.visits.addAll(visits);
    }

    /** Where the PBX listed a caller as already connected, the stay before that was seen as of no length. */
    private static boolean sameStay(VisitDraft seen, VisitDraft told) {
        boolean listed =
                seen.offers.isEmpty() && seen.joinedAt.equals(seen.leftAt) && told.outcome == VisitOutcome.ANSWERED;
        return seen.queue.equals(told.queue)
                && (listed
                        || overlap(
                                seen.joinedAt.minus(ROUNDING),
                                seen.leftAt,
                                told.joinedAt.minus(ROUNDING),
                                told.leftAt));
    }

    private static VisitDraft visit(VisitDraft seen, VisitDraft told, Set<String> toldOffers) {
        told.leftAt = either(told.leftAt, seen.leftAt);
        told.outcome = either(told.outcome, seen.outcome);
        told.offers.replaceAll(offer -> seen.offers.stream()
                .filter(one -> Objects.equals(one.legId(), offer.legId()))
                .findFirst()
                .map(one -> offer(one, offer))
                .orElse(offer));
        seen.offers.stream()
                .filter(offer -> !toldOffers.contains(String.valueOf(offer.legId())))
                .forEach(told.offers::add);
        told.offers.sort(Comparator.comparing(Offer::at));
        return told;
    }

    /** Without a line of queue_log the journal takes an offer for withdrawn; who saw it refused knows better. */
    private static Offer offer(Offer seen, Offer told) {
        boolean better = told.outcome() == null
                || (told.outcome() == OfferOutcome.WITHDRAWN
                        && (seen.outcome() == OfferOutcome.NO_ANSWER || seen.outcome() == OfferOutcome.BUSY));
        return new Offer(
                told.agent(),
                told.legId(),
                told.at(),
                better ? either(seen.ringMs(), told.ringMs()) : told.ringMs(),
                better ? seen.outcome() : told.outcome());
    }

    private static void segments(CallDraft call, CallDraft journal, Instant asOf) {
        List<Segment> seen = new ArrayList<>(call.segments);
        List<Segment> segments = new ArrayList<>();
        for (Segment told : journal.segments) {
            Instant to = told.to();
            Segment same = take(seen, told, Reconciliation::sameTalk);
            while (same != null) {
                to = to == null ? same.to() : to;
                same = take(seen, told, Reconciliation::sameTalk);
            }
            segments.add(new Segment(told.agent(), told.legId(), told.from(), to));
        }
        seen.stream()
                .filter(segment -> segment.from().isAfter(asOf)
                        || journal.segments.stream().noneMatch(told -> sameLeg(told, segment)))
                .forEach(segments::add);
        segments.sort(Comparator.comparing(Segment::from));
        call.segments.clear();
        call.segments.addAll(segments);
    }

    /** A leg is one agent's; who took a call for another was not known while its beginning was unheard. */
    private static boolean sameLeg(Segment a, Segment b) {
        return a.legId() == null || b.legId() == null
                ? a.agent().equals(b.agent())
                : a.legId().equals(b.legId());
    }

    private static boolean sameTalk(Segment a, Segment b) {
        return sameLeg(a, b) && overlap(a.from(), a.to(), b.from(), b.to());
    }

    private static boolean overlap(Instant from, @Nullable Instant to, Instant otherFrom, @Nullable Instant otherTo) {
        return (to == null || !to.isBefore(otherFrom)) && (otherTo == null || !otherTo.isBefore(from));
    }

    /** Of some, the parking space for one, only the live link knows all. */
    private static void handovers(CallDraft call, CallDraft journal) {
        List<Handover> seen = new ArrayList<>(call.handovers);
        // A desk phone parks by a transfer to the parking lot: of the two the journal tells of the parking.
        seen.removeIf(one -> one.kind() == HandoverKind.BLIND_TRANSFER
                && journal.handovers.stream()
                        .anyMatch(told -> told.kind() == HandoverKind.PARKED && Handing.sameMoment(one, told.at())));
        List<Handover> handovers = new ArrayList<>();
        for (Handover told : journal.handovers) {
            Handover same = take(seen, told, Handing::same);
            handovers.add(same == null ? told : Handing.completed(told, same));
        }
        handovers.addAll(seen);
        handovers.sort(Comparator.comparing(Handover::at));
        call.handovers.clear();
        call.handovers.addAll(handovers);
    }

    private static void recordings(CallDraft call, CallDraft journal) {
        for (Recording told : journal.recordings) {
            if (call.recordings.stream().noneMatch(one -> one.file().equals(told.file()))) {
                CallDraft.addBounded(call.recordings, told);
            }
        }
    }

    /** What went on in a leg ended with it. */
    private static void close(CallDraft call) {
        call.segments.replaceAll(segment -> {
            Instant end = segment.to() == null ? endOf(call, segment.legId()) : null;
            return end == null
                    ? segment
                    : new Segment(segment.agent(), segment.legId(), segment.from(), latest(segment.from(), end));
        });
        call.holds.replaceAll(hold -> {
            Instant end = hold.to() == null ? endOf(call, hold.legId()) : null;
            return end == null ? hold : new Hold(hold.legId(), hold.from(), latest(hold.from(), end));
        });
    }

    private static @Nullable Instant endOf(CallDraft call, @Nullable String legId) {
        LegDraft leg = legId == null ? null : call.legs.get(legId);
        return leg == null ? null : leg.endedAt;
    }

    /** The first that is the same, taken out of the list. */
    private static <T> @Nullable T take(List<T> from, T told, BiPredicate<T, T> same) {
        for (int i = 0; i < from.size(); i++) {
            if (same.test(from.get(i), told)) {
                return from.remove(i);
            }
        }
        return null;
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }
}
