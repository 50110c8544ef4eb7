package dev.trunkline.supervision;

import dev.trunkline.shared.live.PageFigures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what pages of the board are sent. Thread-safe. */
@ApplicationScoped
// Told from the start, so that a rule can watch the first one.
@Startup
class BoardMeters implements PageFigures {
    private final Counter resumes;
    private final Counter overruns;
    private final Counter givenUp;
    private final Counter misunderstood;

    BoardMeters(BoardStreams streams, MeterRegistry meters) {
        resumes = counter(meters, "trunkline_board_resumes", "Boards that came back and got just what they missed");
        overruns = counter(
                meters,
                "trunkline_board_overruns",
                "Times a board fell too far behind and got the whole state instead");
        givenUp = counter(meters, "trunkline_board_given_up", "Boards that took nothing for too long and were cut off");
        misunderstood = counter(
                meters, "trunkline_board_messages_misunderstood", "Messages from boards that could not be understood");
        Gauge.builder("trunkline_board_pages", streams, all -> all.pages().size())
                .description("Boards open")
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    @Override
    public void resumed() {
        resumes.increment();
    }

    @Override
    public void overrun() {
        overruns.increment();
    }

    @Override
    public void givenUp() {
        givenUp.increment();
    }

    void misunderstood() {
        misunderstood.increment();
    }
}
