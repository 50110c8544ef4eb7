package dev.trunkline.supervision;

import dev.trunkline.call.PbxState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands over the board: of which day it is, and whether the PBX is heard. */
record Heading(LocalDate day, String timeZone, Instant dayFrom, Instant dayTo, Pbx pbx) {
    /** A difference of the clocks that changed by less is not told. */
    private static final long TOLD_MS = 1000;

    static Heading of(Day day, PbxState.Link link, Duration ahead) {
        return new Heading(
                day.date(),
                day.zone().getId(),
                day.from(),
                day.to(),
                new Pbx(link.state(), link.at(), ahead.toMillis()));
    }

    /** Whether a page that shows the one need not be told of the other. */
    boolean like(Heading other) {
        return day.equals(other.day)
                && timeZone.equals(other.timeZone)
                && pbx.state() == other.pbx.state()
                && Math.abs(pbx.aheadMs() - other.pbx.aheadMs()) < TOLD_MS;
    }

    /**
     * The link to the PBX.
     *
     * @param since when the link came into this state
     * @param aheadMs how far the PBX's clock, which stamps calls, is ahead of the server's
     */
    @Schema(name = "BoardPbx")
    public record Pbx(PbxState.LinkState state, Instant since, long aheadMs) {}
}
