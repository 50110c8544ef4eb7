package dev.trunkline.report;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Handover;
import dev.trunkline.call.Call.HandoverKind;
import dev.trunkline.call.Call.Hold;
import dev.trunkline.call.Call.Offer;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.Call.Segment;
import dev.trunkline.call.Call.Visit;
import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.shared.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Calls of the past as they may have been: answered, given up, passed on to another queue, held and transferred. */
final class PastCalls {
    private final Random random;
    private final List<String> queues;
    private final List<String> agents;

    PastCalls(long seed, List<String> queues, List<String> agents) {
        this.random = new Random(seed);
        this.queues = queues;
        this.agents = agents;
    }

    /** So many calls that began between the two times. */
    List<Call> between(Instant from, Instant to, int calls) {
        List<Call> all = new ArrayList<>();
        long span = to.toEpochMilli() - from.toEpochMilli();
        for (int i = 0; i < calls; i++) {
            all.add(call(from.plusMillis((long) (random.nextDouble() * span))));
        }
        return all;
    }

    private Call call(Instant start) {
        String id = "past-" + Ids.next();
        List<Visit> visits = new ArrayList<>();
        Visit first = visit(any(queues), start.plusMillis(500));
        visits.add(first);
        Instant now = end(first);
        if (first.outcome() == VisitOutcome.OVERFLOWED && random.nextBoolean()) {
            Visit second = visit(any(queues), now.plusMillis(100));
            visits.add(second);
            now = end(second);
        }
        List<Segment> segments = new ArrayList<>();
        List<Hold> holds = new ArrayList<>();
        List<Handover> handovers = new ArrayList<>();
        String agent = answeredBy(visits.getLast());
        if (agent != null) {
            Instant until = now.plusMillis(1_000 + random.nextInt(300_000));
            segments.add(new Segment(agent, id + "a", now, until));
            if (random.nextInt(3) == 0) {
                holds.add(new Hold(id + "a", now.plusMillis(300), now.plusMillis(800)));
            }
            if (random.nextInt(5) == 0) {
                String other = any(agents);
                handovers.add(new Handover(HandoverKind.BLIND_TRANSFER, until, agent, other));
                Instant over = until.plusMillis(random.nextInt(60_000));
                segments.add(new Segment(other, id + "b", until, over));
                until = over;
            }
            now = until;
        }
        return call(id, start, now, visits, segments, holds, handovers, outcome(visits.getLast()));
    }

    private Visit visit(String queue, Instant joined) {
        VisitOutcome outcome = VisitOutcome.values()[random.nextInt(3)];
        Instant left = joined.plusMillis(random.nextInt(40_000));
        List<Offer> offers = new ArrayList<>();
        if (random.nextBoolean()) {
            offers.add(new Offer(any(agents), null, joined.plusMillis(1), 100L, OfferOutcome.NO_ANSWER));
        }
        if (outcome == VisitOutcome.ANSWERED) {
            offers.add(new Offer(any(agents), null, joined.plusMillis(2), 100L, OfferOutcome.ANSWERED));
        }
        return new Visit(queue, joined, left, outcome, offers);
    }

    static @Nullable String answeredBy(Visit visit) {
        return visit.offers().stream()
                .filter(offer -> offer.outcome() == OfferOutcome.ANSWERED)
                .map(Offer::agent)
                .findFirst()
                .orElse(null);
    }

    private Call call(
            String id,
            Instant start,
            Instant end,
            List<Visit> visits,
            List<Segment> segments,
            List<Hold> holds,
            List<Handover> handovers,
            Outcome outcome) {
        return new Call(
                id,
                "pbx9",
                Call.Direction.INBOUND,
                "1381234" + (1000 + random.nextInt(30)),
                null,
                false,
                "4008001000",
                start,
                segments.isEmpty() ? null : segments.getFirst().from(),
                end,
                null,
                16,
                outcome,
                List.of(),
                visits,
                segments,
                holds,
                handovers,
                List.of(),
                false,
                null);
    }

    private static Outcome outcome(Visit last) {
        return switch (last.outcome()) {
            case null -> Outcome.INTERRUPTED;
            case ANSWERED -> Outcome.ANSWERED;
            case ABANDONED -> Outcome.ABANDONED;
            case OVERFLOWED -> Outcome.OVERFLOWED;
        };
    }

    private static Instant end(Visit visit) {
        return visit.leftAt() == null ? visit.joinedAt() : visit.leftAt();
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
