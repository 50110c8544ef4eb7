package dev.trunkline.telephony.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading of the PBX's journal and what came of it.
 *
 * @param reason link (the link came up), storage (the database had been away for too long) or check (it was time to)
 * @param at when it began, by the service's clock
 * @param since from where the journal was read, by the PBX's clock
 * @param until the newest row read, by the PBX's clock, null when there was none
 * @param badLines lines that could not be read
 * @param bad the first of them, by where they stand
 * @param added calls that were not known before
 * @param mended calls that were known in part
 * @param complete false when a part had to be left for the next reading
 */
public record RecoveryView(
        UUID id,
        String pbx,
        RecoveryReason reason,
        Instant at,
        long durationMs,
        Instant since,
        @Nullable Instant until,
        long lines,
        long badLines,
        List<BadLineView> bad,
        int added,
        int mended,
        boolean complete) {
    public RecoveryView {
        bad = List.copyOf(bad);
    }

    /**
     * A line that could not be read.
     *
     * @param offset of its first byte in the file
     */
    public record BadLineView(String file, long offset, String problem) {}
}
