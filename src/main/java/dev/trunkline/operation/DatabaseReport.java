package dev.trunkline.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The database as seen from here.
 *
 * @param up whether it answers within a second
 * @param since when that began, or the service's start
 * @param answeredMs how long the latest question took, null when it got no answer
 * @param detail what is wrong, null when nothing is
 */
public record DatabaseReport(
        boolean up,
        Instant since,
        @Nullable Double answeredMs,
        @Nullable String detail) {}
