package dev.trunkline.supervision;

import dev.trunkline.report.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a page of the board is told. Each goes out as JSON with {@code seq}, {@code type} and {@code at}. */
sealed interface BoardMessage {

    /** Everything as it is: stands for all messages before it. */
    record Snapshot(
            LocalDate day,
            String timeZone,
            Instant dayFrom,
            Instant dayTo,
            String formula,
            Heading.Pbx pbx,
            List<BoardQueue> queues,
            List<BoardAgent> agents,
            List<BoardAlarm> alarms)
            implements BoardMessage {

        static Snapshot of(Picture picture) {
            Heading heading = picture.heading();
            return new Snapshot(
                    heading.day(),
                    heading.timeZone(),
                    heading.dayFrom(),
                    heading.dayTo(),
                    Tally.FORMULA,
                    heading.pbx(),
                    picture.queues(),
                    picture.agents(),
                    picture.alarms());
        }
    }

    /** A queue's waiting calls or figures changed; of its intervals those that did. */
    record QueueChanged(BoardQueue queue) implements BoardMessage {}

    /** An agent's state or call changed. */
    record AgentChanged(BoardAgent agent) implements BoardMessage {}

    /** More is known of a call that is shown. */
    record CallChanged(BoardCall call) implements BoardMessage {}

    /** An alarm was raised, or is over. */
    record AlarmChanged(BoardAlarm alarm) implements BoardMessage {}

    /** The published word. */
    default String type() {
        return switch (this) {
            case Snapshot ignored -> "snapshot";
            case QueueChanged ignored -> "queue";
            case AgentChanged ignored -> "agent";
            case CallChanged ignored -> "call";
            case AlarmChanged ignored -> "alarm";
        };
    }
}
