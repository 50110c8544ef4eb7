package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.shared.watch.Latency;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what comes over the link, and names each unknown kind of event once. Thread-safe. */
@ApplicationScoped
class AmiMeters {
    private static final Logger LOG = LoggerFactory.getLogger(AmiMeters.class);

    /** A PBX that invents names without end must not fill our memory. */
    private static final int MOST_NAMES = 500;

    private static final long NEVER = Long.MIN_VALUE;

    private final Set<String> unknownNames = ConcurrentHashMap.newKeySet();
    private final Set<String> malformedNames = ConcurrentHashMap.newKeySet();
    private final ClockDifference clocks = new ClockDifference();
    private final Counter events;
    private final Counter unknown;
    private final Counter malformed;
    private final Counter unstamped;
    private final Counter overflow;
    private final Counter unpublished;
    private final Counter reconnects;
    private final Counter actionsReconnects;
    private final Counter resyncs;
    private final Timer resync;
    private final Timer wait;
    private final Latency lag;
    private final MeterRegistry meters;
    private volatile Collection<?> buffer = List.of();
    private volatile long lastEvent = NEVER;
    private volatile @Nullable Resynced lastResync;

    /**
     * A list of calls was taken.
     *
     * @param nanos when, as {@link System#nanoTime} has it
     */
    record Resynced(long nanos, Duration took) {}

    AmiMeters(MeterRegistry meters) {
        this.meters = meters;
        events = counter(meters, "events", "Events read from the PBX");
        unknown = counter(meters, "unknown", "Events of a kind nobody here knows");
        malformed = counter(meters, "malformed", "Events left out because a field is missing or cannot be");
        unstamped = counter(meters, "unstamped", "Events without the PBX's time: our clock was used");
        overflow = counter(meters, "overflow", "Connections given up because events came faster than they were taken");
        unpublished = counter(meters, "unpublished", "Events that could not be passed on");
        reconnects = counter(meters, "reconnects", "Times the event link came back after it was lost");
        actionsReconnects =
                counter(meters, "actions_reconnects", "Times the connection for commands came back after it was lost");
        resyncs = counter(meters, "resyncs", "Times the PBX's own list of calls was taken");
        resync = Timer.builder("trunkline_ami_resync")
                .description("Time to take the PBX's own list of calls and tell the difference")
                .register(meters);
        wait = Timer.builder("trunkline_ami_wait")
                .description("Time from reading an event to its being dealt with")
                .register(meters);
        lag = new Latency(
                meters,
                "trunkline_ami_lag",
                "Time from the PBX's stamp on an event to its being dealt with, the clocks' difference taken out");
        TimeGauge.builder("trunkline_ami_clock_ahead", clocks, TimeUnit.MICROSECONDS, c -> micros(c.ahead()))
                .description("How far the PBX's clock is ahead of ours")
                .register(meters);
        Gauge.builder("trunkline_ami_capacity", () -> EventGate.MOST_ON_THEIR_WAY)
                .description("News of the link that there is room for")
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder("trunkline_ami_" + name).description(description).register(meters);
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1_000.0;
    }

    /**
     * Shows a connection's state as one gauge for each state, 1 for the one that holds.
     *
     * @param name of the metric
     */
    void watch(String name, String description, Supplier<LinkState> current) {
        for (LinkState state : LinkState.values()) {
            Gauge.builder(name, current, now -> now.get() == state ? 1 : 0)
                    .description(description)
                    .tag("state", state.name())
                    .strongReference(true)
                    .register(meters);
        }
    }

    /** Shows how much waits to be dealt with. */
    void buffer(Collection<?> waiting) {
        buffer = waiting;
        Gauge.builder("trunkline_ami_waiting", waiting, Collection::size)
                .description("News of the link that wait to be dealt with")
                .register(meters);
    }

    /** An event has been dealt with, this long after it was read. */
    void waited(Duration time) {
        wait.record(time);
    }

    /** An event was read; its name is in lower case. */
    void event(String name) {
        events.increment();
        lastEvent = System.nanoTime();
        if (!EventNames.known(name)) {
            unknown.increment();
            if (unknownNames.size() < MOST_NAMES && unknownNames.add(name)) {
                LOG.info("The PBX sends an event nobody here knows: {}", HostileText.clean(name, 80));
            }
        }
    }

    void malformed(String event, MalformedEvent why) {
        malformed.increment();
        if (malformedNames.size() < MOST_NAMES && malformedNames.add(event + why.getMessage())) {
            LOG.warn("An event {} of the PBX is left out: {}", event, why.getMessage());
        }
    }

    void unstamped() {
        unstamped.increment();
        if (unstamped.count() <= 1) {
            LOG.warn("The PBX does not stamp its events (timestampevents=yes in manager.conf): our clock is used");
        }
    }

    void overflow() {
        overflow.increment();
    }

    void unpublished() {
        unpublished.increment();
    }

    void reconnect() {
        reconnects.increment();
    }

    void actionsReconnect() {
        actionsReconnects.increment();
    }

    /** The PBX's list is being taken. */
    void resync() {
        resyncs.increment();
    }

    /** The PBX's list has been taken, in this time. */
    void resynced(Duration took) {
        resync.record(took);
        lastResync = new Resynced(System.nanoTime(), took);
    }

    /** How the clocks of PBX and service differ. */
    ClockDifference clocks() {
        return clocks;
    }

    Latency lag() {
        return lag;
    }

    /** The latest taking of the PBX's list, null before the first. */
    @Nullable
    Resynced lastResync() {
        return lastResync;
    }

    /** When the latest event was read, as {@link System#nanoTime} has it; null before the first. */
    @Nullable
    Long lastEventNanos() {
        long nanos = lastEvent;
        return nanos == NEVER ? null : nanos;
    }

    int waiting() {
        return buffer.size();
    }

    /** The counts so far. */
    Counts counts() {
        return new Counts(
                (long) events.count(),
                (long) unknown.count(),
                (long) malformed.count(),
                (long) unstamped.count(),
                (long) unpublished.count(),
                (long) overflow.count(),
                (long) reconnects.count(),
                (long) actionsReconnects.count(),
                (long) resyncs.count());
    }

    /** What was counted since the service started. */
    record Counts(
            long read,
            long unknown,
            long malformed,
            long unstamped,
            long unpublished,
            long overflows,
            long reconnects,
            long actionsReconnects,
            long resyncs) {}
}
