package dev.trunkline.telephony.journal;

import dev.trunkline.telephony.Gap;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the journal's account of a call is to be believed over what was seen of it. Pure.
 *
 * <pre>
 *   held as open │ over by the journal │ began before the gap's end        │ else
 *   ─────────────┼─────────────────────┼───────────────────────────────────┼─────────────────────────────────────────
 *   yes          │ yes                 │ recount                           │ second sight: recount, else wait
 *   yes          │ no                  │ recount (what was missed of it)   │ leave: the link tells of it
 *   no           │ yes                 │ over before it, too: recount      │ second sight: recount, else wait
 *   no           │ no                  │ the PBX lists it: recount         │ {@link #FORGOTTEN} without a row: recount
 *                │                     │                                   │ as failed, else wait
 * </pre>
 *
 * A second sight is one in a later reading: the link may be a moment behind the journal.
 */
enum Verdict {
    /** Nothing to do: the link tells of it. */
    LEAVE,
    /** Too early to say. */
    WAIT,
    RECOUNT,
    /** Recount, and the PBX no longer has the call. */
    RECOUNT_FAILED;

    /** A call of which nothing is heard and nothing written for so long, while others are, is no more. */
    static final Duration FORGOTTEN = Duration.ofMinutes(10);

    /**
     * @param open whether the call is held as open
     * @param suspected whether an earlier reading had to wait with it
     * @param gap the gap that this reading closes, null for none
     * @param newest when the journal's newest row was written, as far as is known
     */
    static Verdict of(JournalCall call, boolean open, boolean suspected, @Nullable Gap gap, @Nullable Instant newest) {
        boolean ofGap = gap != null && call.firstAt().isBefore(gap.at());
        if (call.over()) {
            boolean due = gap != null && ofGap && (open || call.lastAt().isBefore(gap.at()));
            return due || suspected ? RECOUNT : WAIT;
        }
        if (open) {
            return ofGap ? RECOUNT : LEAVE;
        }
        if (gap != null && ofGap && gap.listed().contains(call.id())) {
            return RECOUNT;
        }
        boolean forgotten =
                newest != null && Duration.between(call.lastAt(), newest).compareTo(FORGOTTEN) > 0;
        return forgotten ? RECOUNT_FAILED : WAIT;
    }
}
