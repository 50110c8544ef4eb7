package dev.trunkline.call;

import dev.trunkline.call.Call.Hold;
import dev.trunkline.call.Call.Leg;
import dev.trunkline.call.Call.Offer;
import dev.trunkline.call.Call.Segment;
import dev.trunkline.call.Call.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The durations of a call, defined once for history, reports and pops. Milliseconds of the PBX's clock, never negative;
 * null where the thing did not happen or is still going on.
 *
 * @param waitMs time spent waiting in queues: from joining to leaving, summed over the visits
 * @param ringMs how long the phone that was rung last rang: until taken, refused or given up
 * @param talkMs time in which at least one agent was connected, without the time known to have been on hold; two agents
 *     at once count once
 * @param holdMs time in which an agent had the other side on hold; null for a recovered call, whose holds may have been
 *     missed: the PBX's journal knows of none
 */
public record CallFigures(
        @Nullable Long waitMs,
        @Nullable Long ringMs,
        @Nullable Long talkMs,
        @Nullable Long holdMs) {

    /** The figures of a call as far as they are known now. */
    public static CallFigures of(Call call) {
        Long connected = connected(call.segments());
        Long hold = connected == null ? null : hold(call);
        Long talk = connected == null || hold == null ? null : Long.valueOf(Math.max(0, connected - hold));
        return new CallFigures(waited(call.visits()), rang(call), talk, call.recovered() ? null : hold);
    }

    private static @Nullable Long waited(List<Visit> visits) {
        long sum = 0;
        for (Visit visit : visits) {
            Instant left = visit.leftAt();
            if (left == null) {
                return null;
            }
            sum += between(visit.joinedAt(), left);
        }
        return visits.isEmpty() ? null : sum;
    }

    private static @Nullable Long rang(Call call) {
        Offer offer = call.visits().stream()
                .flatMap(visit -> visit.offers().stream())
                .max(Comparator.comparing(Offer::at))
                .orElse(null);
        if (offer != null) {
            return offer.ringMs();
        }
        Leg leg = call.legs().stream()
                .filter(one -> one.ringingAt() != null)
                .reduce((first, second) -> second)
                .orElse(null);
        if (leg == null || leg.ringingAt() == null) {
            return null;
        }
        Instant until = leg.answeredAt() != null ? leg.answeredAt() : leg.endedAt();
        return until == null ? null : between(leg.ringingAt(), until);
    }

    private static @Nullable Long connected(List<Segment> segments) {
        long sum = 0;
        Instant covered = Instant.MIN;
        for (Segment segment :
                segments.stream().sorted(Comparator.comparing(Segment::from)).toList()) {
            Instant to = segment.to();
            if (to == null) {
                return null;
            }
            Instant from = segment.from().isBefore(covered) ? covered : segment.from();
            if (to.isAfter(from)) {
                sum += between(from, to);
                covered = to;
            }
        }
        return segments.isEmpty() ? null : sum;
    }

    private static @Nullable Long hold(Call call) {
        Set<String> agentLegs = call.legs().stream()
                .filter(leg -> leg.party() != null)
                .map(Leg::id)
                .collect(Collectors.toSet());
        List<Hold> holds = call.holds().stream()
                .filter(hold -> agentLegs.contains(hold.legId()))
                .toList();
        if (holds.stream().anyMatch(hold -> hold.to() == null)) {
            return null;
        }
        return holds.stream()
                .mapToLong(hold -> between(hold.from(), Objects.requireNonNull(hold.to())))
                .sum();
    }

    private static long between(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
