package dev.trunkline.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.trunkline.call.Call;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that is over, as the domain events {@code call.ended} and {@code call.amended} tell of it.
 *
 * @param from the calling number as presented, null when none or withheld
 * @param fromE164 its normal form, null where it has none
 * @param to the number that was called
 * @param toE164 its normal form, null where it has none
 * @param agents extensions of those who talked, in order
 * @param customerId the customer the call is known to be with, null when unknown or not chosen yet
 * @param talkMs how long was talked, in milliseconds; null when nobody did
 * @param mergedInto the call that this one became part of, which leaves behind what there is to leave
 * @param before the account that this one corrects, null for the first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record EndedCall(
        String callId,
        Call.Direction direction,
        Call.@Nullable Outcome outcome,
        @Nullable String queue,
        @Nullable String from,
        @Nullable String fromE164,
        @Nullable String to,
        @Nullable String toE164,
        boolean withheld,
        List<String> agents,
        Instant startedAt,
        Instant endedAt,
        @Nullable UUID customerId,
        @Nullable Long talkMs,
        @Nullable String mergedInto,
        @Nullable EndedCall before) {

    EndedCall {
        agents = Objects.requireNonNullElse(agents, List.of());
    }

    /** The number of the far end in the form it is known by, null when it cannot be called. */
    @Nullable
    String farEnd() {
        return switch (direction) {
            case INBOUND -> withheld ? null : fromE164 == null ? from : fromE164;
            case OUTBOUND -> toE164 == null ? to : toE164;
            case INTERNAL -> null;
        };
    }
}
