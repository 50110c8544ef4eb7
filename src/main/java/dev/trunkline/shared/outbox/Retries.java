package dev.trunkline.shared.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Events that a reader failed on and when to try them again: after a second, then twice as long each time up to five
 * minutes. Forgotten with a restart, which tries them all at once. Thread-safe.
 */
final class Retries {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;

    private final Map<UUID, Try> tries = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Try(int count, Instant next) {}

    Retries(Clock clock) {
        this.clock = clock;
    }

    /** Those whose time has not come. */
    List<UUID> notYet() {
        Instant now = clock.instant();
        return tries.entrySet().stream()
                .filter(entry -> entry.getValue().next().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    void done(UUID id) {
        tries.remove(id);
    }

    /** Notes a failure; gives the time to wait. */
    Duration failed(UUID id) {
        Try last = tries.get(id);
        int count = last == null ? 0 : last.count() + 1;
        Duration doubled = Duration.ofSeconds(1L << Math.min(count, MOST_DOUBLINGS));
        Duration pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        tries.put(id, new Try(count, clock.instant().plus(pause)));
        return pause;
    }
}
