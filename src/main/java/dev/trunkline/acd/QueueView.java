package dev.trunkline.acd;

import dev.trunkline.call.QueueDefinition.Strategy;
import dev.trunkline.shared.crud.Versioned;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A queue and its settings.
 *
 * @param name as the PBX knows it
 * @param labelZh its name in Chinese, null to show {@code label}
 * @param dids the numbers that lead to it
 * @param ticketOnAnswered whether an answered call leaves a ticket
 * @param ticketType that ticket's type
 * @param followUpOnMissed whether a call that nobody took leaves a callback
 * @param followUpDueMinutes how soon after the call the callback is due
 * @param shortAbandonSeconds callers who give up sooner are not counted as lost
 * @param wrapUpSeconds time for wrap-up after a call, 0 = none
 * @param missedLimit calls missed in a row that put an agent on break, 0 = never
 * @param serviceLevelSeconds callers answered within so many seconds of joining count as answered in time
 * @param serviceLevelTarget percent of the callers, short abandons apart, who are to be answered in time
 * @param alarmWaiting the board raises an alarm while more calls wait, null for none
 * @param alarmLongestWaitSeconds the same while somebody waits longer, null for none
 * @param alarmServiceLevel whether it does while the day's service level is below the target
 * @param strategy who is rung
 * @param ringSeconds how long one agent's phone rings
 * @param pauseSeconds before the next one is rung
 * @param maxWaiting callers who may wait, 0 for any number
 * @param weight callers of the weightier queue are served first by agents of several
 * @param announceSeconds how often callers are told their place, 0 for never
 * @param longestWaitSeconds after which a caller overflows
 * @param overflowQueue where callers overflow to, null for no queue
 * @param overflowNumber the number outside that they overflow to, null for none
 * @param members users who serve it
 * @param levels of the members, those who are not of the first
 */
public record QueueView(
        UUID id,
        String name,
        String label,
        @Nullable String labelZh,
        List<DidView> dids,
        boolean ticketOnAnswered,

        @Schema(enumeration = {"repair", "complaint", "suggestion", "dispute", "request"})
        String ticketType,

        boolean followUpOnMissed,
        int followUpDueMinutes,
        int shortAbandonSeconds,
        int wrapUpSeconds,
        int missedLimit,
        int serviceLevelSeconds,
        int serviceLevelTarget,
        @Nullable Integer alarmWaiting,
        @Nullable Integer alarmLongestWaitSeconds,
        boolean alarmServiceLevel,
        Queue.Recording recording,
        Strategy strategy,
        int ringSeconds,
        int pauseSeconds,
        int maxWaiting,
        int weight,
        int announceSeconds,
        int longestWaitSeconds,
        @Nullable String overflowQueue,
        @Nullable String overflowNumber,
        List<UUID> members,
        List<MemberLevel> levels,
        long version)
        implements Versioned {

    public QueueView {
        dids = List.copyOf(dids);
        members = List.copyOf(members);
        levels = List.copyOf(levels);
    }

    /**
     * A number that leads to the queue.
     *
     * @param number digits as the PBX has them
     * @param region how it and its callers' numbers are read
     * @param e164 its normal form, null when it has none
     */
    @Schema(name = "DidView")
    public record DidView(
            String number,
            String region,
            @Nullable String label,
            @Nullable String e164) {}
}
