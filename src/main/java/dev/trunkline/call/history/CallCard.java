package dev.trunkline.call.history;

import dev.trunkline.call.Call;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A past call in one line.
 *
 * @param outcome null while open
 * @param agent extension of the agent who talked last, null when none did
 * @param talkMs see {@link dev.trunkline.call.CallFigures}
 * @param customerId the customer it was with, null when not known
 * @param recordings how many there are to be heard
 */
public record CallCard(
        String id,
        Instant startedAt,
        Call.Direction direction,
        Call.@Nullable Outcome outcome,
        @Nullable String queue,
        @Nullable String agent,
        @Nullable Long talkMs,
        @Nullable UUID customerId,
        int recordings) {}
