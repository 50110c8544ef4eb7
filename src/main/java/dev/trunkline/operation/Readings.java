package dev.trunkline.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The readings of the last quarter of an hour, as many as there is room for. Thread-safe. */
final class Readings {
    private final Deque<Reading> kept = new ArrayDeque<>();
    private final int capacity;

    Readings(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(Reading reading) {
        kept.addLast(reading);
        if (kept.size() > capacity) {
            kept.removeFirst();
        }
    }

    synchronized Optional<Reading> last() {
        return Optional.ofNullable(kept.peekLast());
    }

    /** The earliest reading that is not older than this at that moment; itself a beginning to count from. */
    synchronized Optional<Reading> since(Instant now, Duration age) {
        Instant limit = now.minus(age);
        return kept.stream().filter(reading -> !reading.at().isBefore(limit)).findFirst();
    }

    /** What happened between each two readings, the earliest first. */
    synchronized List<SystemSample> samples() {
        List<SystemSample> samples = new ArrayList<>(kept.size());
        Reading before = null;
        for (Reading reading : kept) {
            if (before != null) {
                samples.add(SystemSample.between(before, reading));
            }
            before = reading;
        }
        return samples;
    }
}
