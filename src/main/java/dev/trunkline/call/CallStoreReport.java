package dev.trunkline.call;

/**
 * How calls get to the database. Counts are since the service started.
 *
 * @param open calls going on
 * @param waiting calls whose newest state is not yet written
 * @param failures batches the database did not take; they are tried again
 * @param dropped states of calls never written: too many waited, or the database refused the row itself
 */
public record CallStoreReport(int open, int waiting, long failures, long dropped) {}
