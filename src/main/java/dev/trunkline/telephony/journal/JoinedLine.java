package dev.trunkline.telephony.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel of another call belongs to this one from here on; its rows before are the other call's.
 *
 * @param legId the channel's unique id
 * @param startedAt when the channel came into being
 * @param answeredAt when it was up, null when it is not
 * @param bridge the bridge it is in, null for none
 */
record JoinedLine(
        Instant at,
        String legId,
        String channel,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable String bridge)
        implements JournalLine {}
