package dev.trunkline.supervision;

import dev.trunkline.acd.QueueGoal;
import dev.trunkline.report.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A queue on the board.
 *
 * @param waitingCount how many wait, those not in {@code waiting} too
 * @param longestSince when the one joined who waits longest, null when nobody waits; by the PBX's clock
 * @param waiting who waits, the longest first, 100 at most
 * @param intervals of the day, in order, without those in which nobody joined; in a {@code queue} message those that changed
 */
@Schema(name = "BoardQueue")
public record BoardQueue(
        String name,
        String label,
        @Nullable String labelZh,
        int serviceLevelSeconds,
        int serviceLevelTarget,
        int waitingCount,
        @Nullable Instant longestSince,
        List<Waiting> waiting,
        Figures today,
        List<BoardInterval> intervals) {
    static final int MOST_WAITING = 100;

    public BoardQueue {
        waiting = List.copyOf(waiting);
        intervals = List.copyOf(intervals);
    }

    /** @param waiting everybody who waits, the longest first */
    static BoardQueue of(QueueGoal goal, QueueDay figures, List<Waiting> waiting) {
        return new BoardQueue(
                goal.name(),
                goal.label(),
                goal.labelZh(),
                goal.serviceLevelSeconds(),
                goal.serviceLevelTarget(),
                waiting.size(),
                waiting.isEmpty() ? null : waiting.getFirst().since(),
                waiting.stream().limit(MOST_WAITING).toList(),
                Figures.of(figures.today()),
                figures.intervals().entrySet().stream()
                        .map(entry -> BoardInterval.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    BoardQueue withIntervals(List<BoardInterval> some) {
        return new BoardQueue(
                name,
                label,
                labelZh,
                serviceLevelSeconds,
                serviceLevelTarget,
                waitingCount,
                longestSince,
                waiting,
                today,
                some);
    }

    /** Whether both are the same queue, held to the same. */
    boolean sameSettings(BoardQueue other) {
        return name.equals(other.name)
                && label.equals(other.label)
                && Objects.equals(labelZh, other.labelZh)
                && serviceLevelSeconds == other.serviceLevelSeconds
                && serviceLevelTarget == other.serviceLevelTarget;
    }

    /** What is told of a queue by messages of its own: all but what is known of the waiting calls besides that they wait. */
    Shown shown() {
        return new Shown(
                waitingCount,
                waiting.stream()
                        .map(one -> new Shown.Caller(one.call().id(), one.since(), Set.copyOf(one.ringing())))
                        .toList(),
                today,
                intervals);
    }

    /** What makes a queue's message. */
    record Shown(int waitingCount, List<Caller> waiting, Figures today, List<BoardInterval> intervals) {
        record Caller(String callId, Instant since, Set<String> ringing) {}
    }

    /**
     * Somebody waits.
     *
     * @param since when the caller joined, by the PBX's clock
     * @param ringing extensions of the agents whose phones ring for this caller now
     */
    @Schema(name = "BoardWaiting")
    public record Waiting(Instant since, List<String> ringing, BoardCall call) {
        public Waiting {
            ringing = List.copyOf(ringing);
        }
    }

    /**
     * What a queue did.
     *
     * @param offered callers who joined, those who still wait too
     * @param answeredInTime those of the answered who waited no longer than {@code serviceLevelSeconds}
     * @param abandoned callers who gave up, short abandons apart
     * @param overflowed callers whom the queue did not keep
     * @param averageAnswerMs mean wait of those answered (ASA), null while nobody was
     * @param serviceLevel percent with one decimal, answered in time / (offered - short abandons); null while there is
     *     nothing to divide by
     */
    @Schema(name = "BoardFigures")
    public record Figures(
            int offered,
            int answered,
            int answeredInTime,
            int abandoned,
            int shortAbandoned,
            int overflowed,
            @Nullable Long averageAnswerMs,
            @Nullable Double serviceLevel) {
        static Figures of(Tally tally) {
            return new Figures(
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
}
