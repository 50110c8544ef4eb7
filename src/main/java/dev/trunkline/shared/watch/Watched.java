package dev.trunkline.shared.watch;

/**
 * A part of the house that tells how it is doing. Each room has one for each of its parts; whoever looks after the whole
 * injects them by what they report. Never blocks; any thread may ask.
 *
 * @param <R> what it tells: plain figures of this moment, counters since the service started
 */
public interface Watched<R extends Record> {

    /** How it is now. */
    R report();
}
