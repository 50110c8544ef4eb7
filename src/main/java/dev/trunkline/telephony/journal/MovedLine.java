package dev.trunkline.telephony.journal;

import java.time.Instant;

/**
 * A channel of this call belongs to another from here on, where a {@link JoinedLine} stands. No row says so by itself;
 * {@link JournalLegs} finds it.
 *
 * @param legId the channel's unique id
 * @param into the linkedid of the call that goes on with it
 */
record MovedLine(Instant at, String legId, String into) implements JournalLine {}
