package dev.trunkline.telephony;

import dev.trunkline.call.PbxState.LinkState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The link to a PBX as it is now. Counts are since the service started.
 *
 * @param name what the PBX calls itself
 * @param address host and port, null when no PBX is configured
 * @param simulated whether it is the one that stands in while none is configured
 * @param events the connection that only listens
 * @param actions the connection for commands
 * @param lastEventAt when the latest event was read, by the service's clock; null before the first
 * @param clockAheadMs how far the PBX's clock is ahead of the service's, null while not known
 * @param clockWithinMs how exactly that is known: it may be as much more or less
 * @param read events read
 * @param unknown events of a kind nobody here knows
 * @param malformed events left out because a field is missing or cannot be
 * @param unstamped events without the PBX's time
 * @param unpublished events that could not be passed on
 */
public record PbxReport(
        String name,
        @Nullable String address,
        boolean simulated,
        Connection events,
        Connection actions,
        @Nullable Instant lastEventAt,
        @Nullable Long clockAheadMs,
        @Nullable Long clockWithinMs,
        long read,
        long unknown,
        long malformed,
        long unstamped,
        long unpublished,
        Buffer buffer,
        Resyncs resyncs) {

    /**
     * One connection.
     *
     * @param since when it came to this state, by the service's clock
     * @param detail what and where, for people; null when up
     * @param reconnects times it came back after it was lost
     */
    @Schema(name = "PbxConnection")
    public record Connection(
            LinkState state, Instant since, @Nullable String detail, long reconnects) {}

    /**
     * Where events wait to be dealt with.
     *
     * @param waiting how many now
     * @param capacity how many there is room for; then the PBX is made to wait
     * @param overflows times that did not help and the link was given up, to be taken up again with a fresh list
     */
    @Schema(name = "PbxBuffer")
    public record Buffer(long waiting, long capacity, long overflows) {}

    /**
     * Takings of the PBX's own lists, after each connecting.
     *
     * @param lastAt when the latest was done, null before the first
     * @param lastMs how long it took
     */
    @Schema(name = "PbxResyncs")
    public record Resyncs(
            long count, @Nullable Instant lastAt, @Nullable Long lastMs) {}
}
