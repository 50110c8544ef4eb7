package dev.trunkline.telephony;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The PBX's journal as it is now. Counts are since the service started.
 *
 * @param detail what keeps it from being read, null when nothing does
 * @param directory where it is read, null when there is none
 * @param watermark up to where it is done with, by the PBX's clock; null before the first reading
 * @param newestAt the newest row read, by the PBX's clock
 * @param readAt when it was last read, by the service's clock
 * @param lagMs time since it was last looked through to its end
 * @param added calls that were not known before
 * @param mended calls that were known in part
 * @param failures readings that could not be finished
 * @param badLines lines that could not be read
 * @param bad the latest of them, the newest first
 */
public record JournalReport(
        State state,
        @Nullable String detail,
        @Nullable String directory,
        @Nullable Instant watermark,
        @Nullable Instant newestAt,
        @Nullable Instant readAt,
        long lagMs,
        long added,
        long mended,
        long failures,
        long badLines,
        List<BadLine> bad) {
    public JournalReport {
        bad = List.copyOf(bad);
    }

    /** Whether there is a journal to catch up from. */
    @Schema(name = "JournalState")
    public enum State {
        /** The PBX shares none: what is missed is not recovered. */
        NONE,
        OK,
        UNREADABLE
    }

    /**
     * A line that could not be read.
     *
     * @param offset of its first byte in the file
     * @param at when it was met, by the service's clock
     */
    @Schema(name = "JournalBadLine")
    public record BadLine(String file, long offset, String problem, Instant at) {}
}
