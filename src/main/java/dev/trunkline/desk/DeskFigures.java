package dev.trunkline.desk;

import dev.trunkline.call.PbxLink;
import dev.trunkline.shared.live.LivePage;
import dev.trunkline.shared.live.MessageStream;
import dev.trunkline.shared.live.PageMeters;
import dev.trunkline.shared.watch.Latency;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Counts what desks are sent and how quickly they take it. Thread-safe. */
@ApplicationScoped
// Told from the start, so that a rule can watch the first one.
@Startup
class DeskFigures implements DeskWatch {
    /** A page that has not taken a message for longer is slow. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final Desks desks;
    private final PbxLink pbx;
    private final Clock clock;
    private final Latency ringToPop;
    private final Counter sent;
    private final Counter late;
    private final Counter incomplete;
    private final PageMeters pages;

    DeskFigures(Desks desks, PbxLink pbx, Clock clock, MeterRegistry meters) {
        this.desks = desks;
        this.pbx = pbx;
        this.clock = clock;
        ringToPop = new Latency(
                meters,
                "trunkline_ring_to_pop",
                "Time from the PBX's stamp on the first ring to the pop being on its way, clocks' difference taken out");
        sent = counter(meters, "trunkline_pops", "Pops sent as an agent's phone began to ring");
        late = counter(
                meters,
                "trunkline_pops_late",
                "Pops that went out with the caller alone because the look-up took too long");
        incomplete = counter(
                meters,
                "trunkline_pops_incomplete",
                "Pops that stayed with the caller alone because the look-up failed");
        pages = new PageMeters(meters, "trunkline_desk");
        gauge(meters, "trunkline_desk_pages", "Pages open", DeskReport::pages);
        gauge(meters, "trunkline_desk_slow", "Pages that have not taken a message for a second", DeskReport::slow);
        gauge(meters, "trunkline_desk_behind", "Messages that the slowest page has yet to take", DeskReport::behind);
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<DeskReport> figure) {
        Gauge.builder(name, this, self -> figure.applyAsDouble(self.report()))
                .description(description)
                .register(meters);
    }

    /** A pop went out for a phone that has been ringing since, by the PBX's clock. */
    void popped(Instant ringingAt) {
        ringToPop.record(Duration.between(ringingAt, clock.instant().plus(pbx.clockAhead())));
    }

    void sent() {
        sent.increment();
    }

    void late() {
        late.increment();
    }

    void incomplete() {
        incomplete.increment();
    }

    PageMeters pages() {
        return pages;
    }

    @Override
    public Latency ringToPop() {
        return ringToPop;
    }

    @Override
    public DeskReport report() {
        List<List<LivePage>> open = desks.all().stream()
                .map(AgentDesk::pages)
                .filter(pages -> !pages.isEmpty())
                .toList();
        List<LivePage> shown = open.stream().flatMap(List::stream).toList();
        return new DeskReport(
                open.size(),
                shown.size(),
                (int) shown.stream().filter(page -> page.waitedFor(SLOW)).count(),
                shown.stream().mapToLong(LivePage::behind).max().orElse(0),
                MessageStream.KEPT,
                (long) sent.count(),
                (long) late.count(),
                (long) incomplete.count(),
                pages.resumes(),
                pages.overruns(),
                pages.givenUp());
    }
}
