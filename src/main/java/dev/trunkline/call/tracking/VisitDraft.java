package dev.trunkline.call.tracking;

import dev.trunkline.call.Call.Offer;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.Call.Visit;
import dev.trunkline.call.Call.VisitOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A {@link Visit} being changed by one event. */
final class VisitDraft {
    final String queue;
    final Instant joinedAt;

    @Nullable
    Instant leftAt;

    @Nullable
    VisitOutcome outcome;

    final List<Offer> offers;

    VisitDraft(String queue, Instant joinedAt) {
        this.queue = queue;
        this.joinedAt = joinedAt;
        this.offers = new ArrayList<>();
    }

    VisitDraft(Visit visit) {
        queue = visit.queue();
        joinedAt = visit.joinedAt();
        leftAt = visit.leftAt();
        outcome = visit.outcome();
        offers = new ArrayList<>(visit.offers());
    }

    void leave(Instant at) {
        if (leftAt == null) {
            leftAt = CallDraft.latest(joinedAt, at);
        }
    }

    /** Ends the offers still ringing that match. */
    void endOffers(Predicate<Offer> which, OfferOutcome how, Instant at) {
        offers.replaceAll(offer -> offer.outcome() == null && which.test(offer) ? ended(offer, how, at) : offer);
    }

    static Offer ended(Offer offer, OfferOutcome how, Instant at) {
        long rang = Math.max(0, Duration.between(offer.at(), at).toMillis());
        return new Offer(offer.agent(), offer.legId(), offer.at(), rang, how);
    }

    Visit visit() {
        return new Visit(queue, joinedAt, leftAt, outcome, offers);
    }
}
