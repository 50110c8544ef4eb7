package dev.trunkline.call;

/**
 * What a queue's settings mean for calls.
 *
 * @param name the queue's name at the PBX
 * @param shortAbandonMs callers who give up within this many milliseconds of joining the queue are short abandons; 0 =
 *     nobody is
 * @param ticketOnAnswered whether an answered call of the queue leaves a ticket
 * @param ticketType the type of that ticket
 * @param followUpOnMissed whether a call that nobody took leaves a callback to make
 * @param followUpDueMinutes how long after the call the callback is due
 */
public record QueuePolicy(
        String name,
        long shortAbandonMs,
        boolean ticketOnAnswered,
        String ticketType,
        boolean followUpOnMissed,
        int followUpDueMinutes) {}
