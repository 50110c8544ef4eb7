package dev.trunkline.telephony.journal;

import java.time.Instant;

/** Something the PBX's journal says. */
sealed interface JournalLine permits CelLine, QueueLogLine, MovedLine, JoinedLine {

    /** When it happened, by the PBX's clock; queue_log knows whole seconds only. */
    Instant at();
}
