package dev.trunkline.acd;

import org.jspecify.annotations.Nullable;

/**
 * What a queue is called, what it is held to, and when an alarm is to be raised.
 *
 * @param name as the PBX knows it
 * @param labelZh its name in Chinese, null to show {@code label}
 * @param shortAbandonMs callers who give up sooner, in milliseconds after joining, are short abandons
 * @param serviceLevelSeconds callers answered within so many seconds of joining are answered in time
 * @param serviceLevelTarget percent of the callers, short abandons apart, who are to be answered in time
 * @param alarmWaiting more calls waiting raise an alarm, null for none
 * @param alarmLongestWaitSeconds somebody waiting longer raises one, null for none
 * @param alarmServiceLevel whether the day's service level below the target raises one
 */
public record QueueGoal(
        String name,
        String label,
        @Nullable String labelZh,
        long shortAbandonMs,
        int serviceLevelSeconds,
        int serviceLevelTarget,
        @Nullable Integer alarmWaiting,
        @Nullable Integer alarmLongestWaitSeconds,
        boolean alarmServiceLevel) {}
