package dev.trunkline.identity;

import dev.trunkline.shared.access.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers found sessions for so short that another replica's sign-out or an administrator's change counts within
 * seconds; this replica's counts at once. Bounded: the one not used for longest goes first. Thread-safe.
 */
final class SessionCache {
    static final Duration MEMORY = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final Clock clock;
    private long epoch;
    private final Map<String, Found> entries = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
            return size() > MOST;
        }
    };

    SessionCache(Clock clock) {
        this.clock = clock;
    }

    synchronized @Nullable Reader get(String key) {
        var entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        if (!clock.instant().isBefore(entry.until)) {
            entries.remove(key);
            return null;
        }
        return entry.reader;
    }

    /** Counts removals, so that what was read before one is not remembered after it. */
    synchronized long epoch() {
        return epoch;
    }

    synchronized void put(String key, Reader reader, Instant expiresAt, long readAtEpoch) {
        if (readAtEpoch == epoch) {
            var until = clock.instant().plus(MEMORY);
            entries.put(key, new Found(reader, until.isBefore(expiresAt) ? until : expiresAt));
        }
    }

    synchronized void remove(String key) {
        epoch++;
        entries.remove(key);
    }

    synchronized void removeUser(UUID userId) {
        epoch++;
        entries.values().removeIf(entry -> entry.reader.userId().equals(userId));
    }

    private record Found(Reader reader, Instant until) {}
}
