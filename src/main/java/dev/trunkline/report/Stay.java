package dev.trunkline.report;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.VisitOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one visit of a call gives to its queue's figures.
 *
 * @param waitedMs from joining to leaving, null while the caller waits and when nobody knows
 * @param outcome null likewise
 */
public record Stay(
        String queue,
        Instant joinedAt,
        @Nullable Long waitedMs,
        @Nullable VisitOutcome outcome) {

    public static Stay of(Call.Visit visit) {
        return of(visit.queue(), visit.joinedAt(), visit.leftAt(), visit.outcome());
    }

    public static Stay of(String queue, Instant joinedAt, @Nullable Instant leftAt, @Nullable VisitOutcome outcome) {
        Long waited = leftAt == null ? null : Duration.between(joinedAt, leftAt).toMillis();
        return new Stay(queue, joinedAt, waited, outcome);
    }
}
