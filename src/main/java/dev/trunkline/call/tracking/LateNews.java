package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Offer;
import dev.trunkline.call.Call.Segment;
import dev.trunkline.call.CallChange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The news of a call put right from the journal. Whoever was told that something began is told that it is over; what is
 * going on now is told; what began and ended unseen is told to nobody, for there is nothing left to pop or to wrap up.
 * Pure.
 */
final class LateNews {
    private LateNews() {}

    /**
     * The changes to tell.
     *
     * @param seen the call as its readers know it, null when they know of none
     */
    static List<CallChange> between(@Nullable Call seen, Call mended, Instant at, Supplier<UUID> ids) {
        return CallChanges.between(seen == null ? null : asKnown(seen, mended), mended, at, ids).stream()
                .filter(change -> seen != null || !past(change))
                .toList();
    }

    private static boolean past(CallChange change) {
        return switch (change) {
            case CallChange.Offered it -> it.offer().outcome() != null;
            case CallChange.OfferEnded ignored -> true;
            case CallChange.Connected it -> it.segment().to() != null;
            case CallChange.Disconnected ignored -> true;
            case CallChange.Started ignored -> false;
            case CallChange.PhoneBusy ignored -> false;
            case CallChange.PhoneFree ignored -> false;
            case CallChange.Updated ignored -> false;
            case CallChange.Ended ignored -> false;
        };
    }

    /** The call as seen, told with the mended one's times, and with what is over and was never seen. */
    private static Call asKnown(Call seen, Call mended) {
        CallDraft known = new CallDraft(seen);
        CallDraft after = new CallDraft(mended);
        known.visits.clear();
        for (VisitDraft visit : after.visits) {
            VisitDraft same = new VisitDraft(visit.queue, visit.joinedAt);
            visit.offers.forEach(offer -> addKnown(same, seen, offer));
            known.visits.add(same);
        }
        known.segments.clear();
        for (Segment segment : mended.segments()) {
            boolean open = openTalk(seen, segment) && last(mended, segment);
            if (open) {
                known.segments.add(new Segment(segment.agent(), segment.legId(), segment.from(), null));
            } else if (segment.to() != null) {
                known.segments.add(segment);
            }
        }
        return known.call();
    }

    private static void addKnown(VisitDraft visit, Call seen, Offer offer) {
        boolean ringing = seen.visits().stream()
                .flatMap(one -> one.offers().stream())
                .anyMatch(one -> one.outcome() == null
                        && one.agent().equals(offer.agent())
                        && Objects.equals(one.legId(), offer.legId()));
        if (ringing) {
            visit.offers.add(new Offer(offer.agent(), offer.legId(), offer.at(), null, null));
        } else if (offer.outcome() != null) {
            visit.offers.add(offer);
        }
    }

    private static boolean openTalk(Call seen, Segment segment) {
        return seen.segments().stream().anyMatch(one -> one.to() == null && same(one, segment));
    }

    private static boolean last(Call mended, Segment segment) {
        return mended.segments().stream()
                .filter(one -> same(one, segment))
                .reduce((first, second) -> second)
                .filter(segment::equals)
                .isPresent();
    }

    private static boolean same(Segment a, Segment b) {
        return a.agent().equals(b.agent()) && Objects.equals(a.legId(), b.legId());
    }
}
