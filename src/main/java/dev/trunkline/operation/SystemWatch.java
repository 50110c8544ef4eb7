package dev.trunkline.operation;

import dev.trunkline.call.CallStoreReport;
import dev.trunkline.desk.DeskWatch;
import dev.trunkline.operation.Findings.Span;
import dev.trunkline.shared.outbox.OutboxReport;
import dev.trunkline.shared.watch.Watched;
import dev.trunkline.telephony.JournalReport;
import dev.trunkline.telephony.PbxWatch;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks every part how it is doing, now and every few seconds, and keeps the answers of the last quarter of an hour. Never
 * blocks.
 */
@ApplicationScoped
class SystemWatch {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration RECENT = Duration.ofMinutes(5);

    private final PbxWatch pbx;
    private final Watched<JournalReport> journal;
    private final DatabaseProbe database;
    private final Watched<CallStoreReport> calls;
    private final Watched<OutboxReport> outbox;
    private final DeskWatch desks;
    private final Clock clock;
    private final String version;
    private final Instant startedAt;
    private final Readings readings = new Readings((int) KEPT.dividedBy(EVERY) + 1);
    private final BroadcastProcessor<SystemView> news = BroadcastProcessor.create();

    SystemWatch(
            PbxWatch pbx,
            Watched<JournalReport> journal,
            DatabaseProbe database,
            Watched<CallStoreReport> calls,
            Watched<OutboxReport> outbox,
            DeskWatch desks,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.pbx = pbx;
        this.journal = journal;
        this.database = database;
        this.calls = calls;
        this.outbox = outbox;
        this.desks = desks;
        this.clock = clock;
        this.version = version;
        this.startedAt = clock.instant();
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sample() {
        return read().invoke(reading -> {
                    readings.add(reading);
                    List<SystemSample> samples = readings.samples();
                    news.onNext(view(reading, samples.subList(Math.max(0, samples.size() - 1), samples.size())));
                })
                .replaceWithVoid();
    }

    /** How it is now, with the last quarter of an hour. */
    Uni<SystemView> now() {
        return read().map(reading -> view(reading, readings.samples()));
    }

    /** How it is every few seconds, each time with the newest sample alone. Who does not keep up misses some. */
    Multi<SystemView> live() {
        return news.onOverflow().dropPreviousItems();
    }

    /** What is amiss by the latest look; nothing before the first. */
    List<Finding> findings() {
        return readings.last().map(this::findings).orElse(List.of());
    }

    /** The latest look in a few figures; none before the first. */
    Map<String, Long> figures() {
        return readings.last().map(this::figures).orElse(Map.of());
    }

    private Map<String, Long> figures(Reading now) {
        Reading recent = ago(now, RECENT);
        Double lag = now.lag().since(recent.lag()).quantileMs(0.99);
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("lagP99Ms", lag == null ? 0 : Math.round(lag));
        figures.put("popsLate", now.desks().popsLate());
        figures.put("popsOverASecond", now.ringToPop().overASecond());
        figures.put("pages", (long) now.desks().pages());
        figures.put("pagesSlow", (long) now.desks().slow());
        figures.put("callsUnwritten", (long) now.calls().waiting());
        figures.put("outboxWaiting", now.outbox().waiting());
        return figures;
    }

    private Uni<Reading> read() {
        return database.look()
                .map(found -> new Reading(
                        clock.instant(),
                        pbx.report(),
                        journal.report(),
                        found,
                        calls.report(),
                        outbox.report(),
                        desks.report(),
                        pbx.lag().counts(),
                        desks.ringToPop().counts()));
    }

    private List<Finding> findings(Reading now) {
        return Findings.of(new Span(now, ago(now, Duration.ofMinutes(1)), ago(now, KEPT)));
    }

    private SystemView view(Reading now, List<SystemSample> history) {
        Reading recent = ago(now, RECENT);
        List<Finding> findings = findings(now);
        return new SystemView(
                now.at(),
                startedAt,
                version,
                Findings.state(findings),
                findings,
                now.pbx(),
                LatencyView.of(now.lag().since(recent.lag())),
                now.journal(),
                now.database(),
                now.calls(),
                now.outbox(),
                now.desks(),
                LatencyView.of(now.ringToPop().since(recent.ringToPop())),
                EVERY.toMillis(),
                history);
    }

    private Reading ago(Reading now, Duration age) {
        return readings.since(now.at(), age).orElse(now);
    }
}
