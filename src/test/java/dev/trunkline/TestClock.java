package dev.trunkline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The component tests' clock: the real time until a test pushes it on. Put it back afterwards, for the tests share it. */
@Singleton
public class TestClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** Pushes the clock on. */
    public void advance(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    /** Back to real time. */
    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        var now = Instant.now().plus(ahead.get());
        return now.minusNanos(now.getNano() % 1000);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
