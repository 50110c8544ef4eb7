package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Leg;
import dev.trunkline.call.Call.Offer;
import dev.trunkline.call.Call.Segment;
import dev.trunkline.call.CallChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says in published words what became of a call: pure, from the call before and after. */
public final class CallChanges {
    private CallChanges() {}

    /**
     * The news, in the order it is to be told: what began, what is over, what is new, and last the end.
     *
     * @param before null when the call is new
     * @param ids gives each change its id
     * @return empty when nothing changed
     */
    public static List<CallChange> between(@Nullable Call before, Call after, Instant at, Supplier<UUID> ids) {
        if (after.equals(before)) {
            return List.of();
        }
        List<CallChange> changes = new ArrayList<>();
        if (before == null) {
            changes.add(new CallChange.Started(ids.get(), after, at));
        }
        offers(before, after, at, ids, changes);
        segments(before, after, at, ids, changes);
        phones(before, after, at, ids, changes);
        boolean ended = !after.open() && (before == null || before.open());
        if (changes.isEmpty() && !ended) {
            changes.add(new CallChange.Updated(ids.get(), after, at));
        }
        if (ended) {
            changes.add(new CallChange.Ended(ids.get(), after, at));
        }
        return changes;
    }

    private static void offers(
            @Nullable Call before, Call after, Instant at, Supplier<UUID> ids, List<CallChange> changes) {
        List<Offer> known = before == null ? List.of() : offers(before);
        Set<Offer> same = new HashSet<>(known);
        List<CallChange> begun = new ArrayList<>();
        for (Offer offer : offers(after)) {
            if (same.contains(offer)) {
                continue;
            }
            Offer old = known.stream()
                    .filter(one -> sameOffer(one, offer))
                    .findFirst()
                    .orElse(null);
            if (old == null) {
                begun.add(new CallChange.Offered(ids.get(), after, at, offer));
            }
            if (offer.outcome() != null && (old == null || old.outcome() == null)) {
                List<CallChange> list = old == null ? begun : changes;
                list.add(new CallChange.OfferEnded(ids.get(), after, at, offer));
            }
        }
        changes.addAll(begun);
    }

    private static List<Offer> offers(Call call) {
        return call.visits().stream().flatMap(visit -> visit.offers().stream()).toList();
    }

    private static boolean sameOffer(Offer a, Offer b) {
        return a.agent().equals(b.agent()) && a.at().equals(b.at()) && Objects.equals(a.legId(), b.legId());
    }

    private static void segments(
            @Nullable Call before, Call after, Instant at, Supplier<UUID> ids, List<CallChange> changes) {
        List<Segment> known = before == null ? List.of() : before.segments();
        List<CallChange> begun = new ArrayList<>();
        for (Segment segment : after.segments()) {
            Segment old = known.stream()
                    .filter(one -> one.agent().equals(segment.agent())
                            && one.from().equals(segment.from())
                            && Objects.equals(one.legId(), segment.legId()))
                    .findFirst()
                    .orElse(null);
            if (old == null) {
                begun.add(new CallChange.Connected(ids.get(), after, at, segment));
            }
            if (segment.to() != null && (old == null || old.to() == null)) {
                List<CallChange> list = old == null ? begun : changes;
                list.add(new CallChange.Disconnected(ids.get(), after, at, segment));
            }
        }
        changes.addAll(begun);
    }

    private static void phones(
            @Nullable Call before, Call after, Instant at, Supplier<UUID> ids, List<CallChange> changes) {
        Set<String> offeredBefore = before == null ? Set.of() : offeredLegs(before);
        Set<String> offeredAfter = offeredLegs(after);
        List<CallChange> begun = new ArrayList<>();
        for (Leg leg : after.legs()) {
            Leg old = before == null ? null : leg(before, leg.id());
            boolean wasBusy = old != null && busy(old, offeredBefore);
            boolean isBusy = busy(leg, offeredAfter);
            boolean offeredNow = wasBusy && leg.endedAt() == null && offeredAfter.contains(leg.id());
            if (wasBusy ? !isBusy && !offeredNow : old != null && hungUp(old, leg, offeredAfter)) {
                changes.add(new CallChange.PhoneFree(ids.get(), after, at, leg));
            } else if (isBusy && !wasBusy) {
                begun.add(new CallChange.PhoneBusy(ids.get(), after, at, leg));
            }
        }
        changes.addAll(begun);
    }

    private static Set<String> offeredLegs(Call call) {
        Set<String> legs = new HashSet<>();
        for (Offer offer : offers(call)) {
            if (offer.legId() != null) {
                legs.add(offer.legId());
            }
        }
        return legs;
    }

    private static @Nullable Leg leg(Call call, String id) {
        return call.legs().stream()
                .filter(leg -> leg.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Whether the leg of an offer that was taken is gone. */
    private static boolean hungUp(Leg before, Leg after, Set<String> offered) {
        return offered.contains(after.id())
                && after.party() != null
                && after.answeredAt() != null
                && before.endedAt() == null
                && after.endedAt() != null;
    }

    /**
     * Whether an agent's phone is in use outside an offer. The leg of an offer comes into being just before the offer is
     * told of, so a leg that the PBX made counts from being dialled, rung or answered. On a PBX under load that may come
     * before the offer too: then the offer takes the phone over, and it is not free in between.
     */
    private static boolean busy(Leg leg, Set<String> offered) {
        boolean used = leg.entered() || leg.dialledAt() != null || leg.ringingAt() != null || leg.answeredAt() != null;
        return leg.party() != null && leg.endedAt() == null && used && !offered.contains(leg.id());
    }
}
