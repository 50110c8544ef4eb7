package dev.trunkline.shared.outbox;

/**
 * What ended calls and changes still have to tell. Counts are since the service started.
 *
 * @param waiting domain events not yet taken by every reader
 * @param oldestMs age of the oldest of them
 * @param published events that every reader has taken
 * @param failures deliveries that a reader failed on or did not answer in time
 */
public record OutboxReport(long waiting, long oldestMs, long published, long failures) {}
