package dev.trunkline.shared.outbox;

import dev.trunkline.shared.watch.Watched;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** The outbox's figures. */
@Singleton
class OutboxMeters implements Watched<OutboxReport> {
    private final Counter published;
    private final Counter failed;
    private volatile long waiting;
    private volatile double oldestSeconds;

    OutboxMeters(MeterRegistry meters) {
        published = Counter.builder("trunkline_outbox_published")
                .description("Domain events that every reader has taken")
                .register(meters);
        failed = Counter.builder("trunkline_outbox_failed")
                .description("Deliveries of domain events that a reader failed on or did not answer in time")
                .register(meters);
        Gauge.builder("trunkline_outbox_waiting", this, self -> self.waiting)
                .description("Domain events not yet taken by every reader")
                .register(meters);
        Gauge.builder("trunkline_outbox_oldest_seconds", this, self -> self.oldestSeconds)
                .description("Age of the oldest domain event not yet taken by every reader")
                .register(meters);
    }

    void published(int count) {
        published.increment(count);
    }

    void failed() {
        failed.increment();
    }

    void waiting(long count, double oldest) {
        waiting = count;
        oldestSeconds = oldest;
    }

    @Override
    public OutboxReport report() {
        return new OutboxReport(
                waiting, (long) (oldestSeconds * 1_000), (long) published.count(), (long) failed.count());
    }
}
