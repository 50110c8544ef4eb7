package dev.trunkline.telephony.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the journal and what came of it.
 *
 * @param at when it began, by our clock
 * @param since from where the journal was read, by the PBX's clock
 * @param until the newest of it, null when there was nothing
 * @param lines lines read
 * @param badLines lines that are none, each counted once however often it is read
 * @param bad the first of them
 * @param added calls that were not known
 * @param mended calls that were known in part
 * @param complete whether all of it could be looked at and stored; else it is read again
 */
record Recovery(
        UUID id,
        String pbx,
        RecoveryReason reason,
        Instant at,
        Duration duration,
        Instant since,
        @Nullable Instant until,
        long lines,
        long badLines,
        List<Tally.Bad> bad,
        int added,
        int mended,
        boolean complete) {
    Recovery {
        bad = List.copyOf(bad);
    }

    /** Whether there is anything to remember about it. */
    boolean notable() {
        return reason != RecoveryReason.CHECK || added > 0 || mended > 0 || badLines > 0;
    }
}
