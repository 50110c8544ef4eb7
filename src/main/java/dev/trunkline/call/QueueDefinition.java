package dev.trunkline.call;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a queue of the PBX works.
 *
 * @param name as the PBX knows it: a small letter or digit, then up to 39 more of these, dashes and underscores
 * @param ringSeconds how long one agent's phone rings
 * @param pauseSeconds before the next one is rung
 * @param maxWaiting callers who may wait, 0 for any number
 * @param weight callers of the weightier queue are served first by agents of several
 * @param announceSeconds how often callers are told their place, 0 for never
 * @param longestWaitSeconds after which a caller overflows
 */
public record QueueDefinition(
        String name,
        Strategy strategy,
        int ringSeconds,
        int pauseSeconds,
        int maxWaiting,
        int weight,
        int announceSeconds,
        int longestWaitSeconds,
        Overflow overflow) {

    /** Who is rung, in Asterisk's words. */
    @Schema(name = "QueueStrategy")
    public enum Strategy {
        /** Everybody at once. */
        RINGALL,
        /** In turn, going on where the last call ended. */
        RRMEMORY,
        /** Whose last call is longest ago. */
        LEASTRECENT,
        /** Who has taken the fewest. */
        FEWESTCALLS,
        /** Anybody. */
        RANDOM,
        /** In the order in which they came. */
        LINEAR,
        /** Anybody, those of a lower level more often. */
        WRANDOM
    }

    /** Where a caller goes who has waited long enough, or found too many waiting. */
    public sealed interface Overflow {

        /** Told that nobody is free, and let go. */
        record Nowhere() implements Overflow {}

        /** Goes on waiting in another queue. */
        record ToQueue(String queue) implements Overflow {}

        /** Put through to a number outside, as it is dialled. */
        record ToNumber(String number) implements Overflow {}
    }
}
