package dev.trunkline.supervision;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.VisitOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one visit of a call gives to its queue's day.
 *
 * @param waitedMs from joining to leaving, null while the caller waits and when nobody knows
 * @param outcome null likewise
 */
record Stay(
        String queue,
        Instant joinedAt,
        @Nullable Long waitedMs,
        @Nullable VisitOutcome outcome) {

    static Stay of(Call.Visit visit) {
        return of(visit.queue(), visit.joinedAt(), visit.leftAt(), visit.outcome());
    }

    static Stay of(String queue, Instant joinedAt, @Nullable Instant leftAt, @Nullable VisitOutcome outcome) {
        Long waited = leftAt == null ? null : Duration.between(joinedAt, leftAt).toMillis();
        return new Stay(queue, joinedAt, waited, outcome);
    }
}
