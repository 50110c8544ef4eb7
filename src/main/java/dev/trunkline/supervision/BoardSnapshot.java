package dev.trunkline.supervision;

import dev.trunkline.report.Tally;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The board as it is: what a {@code snapshot} says on its socket.
 *
 * @param at when, by the server's clock
 * @param day of which the figures are
 * @param timeZone by which it is a day
 * @param dayFrom its first instant
 * @param dayTo the first instant of the next
 * @param formula how the service level is reckoned
 * @param queues by label
 * @param agents by extension
 * @param alarms those that stand
 */
@Schema(name = "BoardSnapshot")
public record BoardSnapshot(
        @Schema(enumeration = "snapshot") String type,

        Instant at,
        @Schema(format = "date") String day,
        String timeZone,
        Instant dayFrom,
        Instant dayTo,
        String formula,
        Heading.Pbx pbx,
        List<BoardQueue> queues,
        List<BoardAgent> agents,
        List<BoardAlarm> alarms) {

    static BoardSnapshot of(Picture picture, Instant at) {
        Heading heading = picture.heading();
        return new BoardSnapshot(
                "snapshot",
                at,
                heading.day().toString(),
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
