package dev.trunkline.supervision;

import dev.trunkline.report.Tally;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a queue did with those who joined in a quarter of an hour; as in {@link BoardQueue.Figures}.
 *
 * @param from when the quarter of an hour began
 */
@Schema(name = "BoardInterval")
public record BoardInterval(
        Instant from,
        int offered,
        int answered,
        int answeredInTime,
        int abandoned,
        int shortAbandoned,
        int overflowed,
        @Nullable Long averageAnswerMs,
        @Nullable Double serviceLevel) {

    static BoardInterval of(Instant from, Tally tally) {
        return new BoardInterval(
                from,
                tally.offered(),
                tally.answered(),
                tally.answeredInTime(),
                tally.abandoned(),
                tally.shortAbandoned(),
                tally.overflowed(),
                tally.averageAnswerMs(),
                tally.serviceLevel());
    }
}
