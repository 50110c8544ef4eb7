package dev.trunkline.supervision;

import dev.trunkline.shared.live.PageMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what pages of the board are sent and say. Thread-safe. */
@ApplicationScoped
// Told from the start, so that a rule can watch the first one.
@Startup
class BoardMeters {
    private final PageMeters pages;
    private final Counter misunderstood;

    BoardMeters(BoardStreams streams, MeterRegistry meters) {
        pages = new PageMeters(meters, "trunkline_board");
        misunderstood = Counter.builder("trunkline_board_messages_misunderstood")
                .description("Messages from boards that could not be understood")
                .register(meters);
        Gauge.builder("trunkline_board_pages", streams, all -> all.pages().size())
                .description("Boards open")
                .register(meters);
    }

    PageMeters pages() {
        return pages;
    }

    void misunderstood() {
        misunderstood.increment();
    }
}
