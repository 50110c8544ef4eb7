package dev.trunkline.routing;

import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.watch.Latency;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts what callers' routes were, and how long the PBX was kept waiting for them. */
@Singleton
class RoutingMeters {
    private final MeterRegistry meters;
    private final Latency time;
    private final Counter unkept;

    RoutingMeters(MeterRegistry meters) {
        this.meters = meters;
        this.time = new Latency(meters, "trunkline.route.answer", "Time to find out where a call goes");
        this.unkept = Counter.builder("trunkline.routes.unkept")
                .description("Routes that were given and could not be kept with their call")
                .register(meters);
        for (RouteOutcome outcome : RouteOutcome.values()) {
            counter(Words.of(outcome));
        }
        counter("refused");
    }

    void answered(RouteOutcome outcome, Route route, Duration taken) {
        time.record(taken);
        counter(route.refusal() == null ? Words.of(outcome) : "refused").increment();
    }

    void unkept() {
        unkept.increment();
    }

    private Counter counter(String answer) {
        return Counter.builder("trunkline.routes")
                .description("Answers to where a call goes")
                .tag("answer", answer)
                .register(meters);
    }
}
