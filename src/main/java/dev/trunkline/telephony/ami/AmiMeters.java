package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState.LinkState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what comes over the link, and names each unknown kind of event once. Thread-safe. */
@ApplicationScoped
class AmiMeters {
    private static final Logger LOG = LoggerFactory.getLogger(AmiMeters.class);

    /** A PBX that invents names without end must not fill our memory. */
    private static final int MOST_NAMES = 500;

    private final Set<String> unknownNames = ConcurrentHashMap.newKeySet();
    private final Set<String> malformedNames = ConcurrentHashMap.newKeySet();
    private final Counter events;
    private final Counter unknown;
    private final Counter malformed;
    private final Counter unstamped;
    private final Counter overflow;
    private final Counter unpublished;
    private final Counter reconnects;
    private final Counter resyncs;
    private final Timer wait;
    private final MeterRegistry meters;

    AmiMeters(MeterRegistry meters) {
        this.meters = meters;
        events = counter(meters, "events", "Events read from the PBX");
        unknown = counter(meters, "unknown", "Events of a kind nobody here knows");
        malformed = counter(meters, "malformed", "Events left out because a field is missing or cannot be");
        unstamped = counter(meters, "unstamped", "Events without the PBX's time: our clock was used");
        overflow = counter(meters, "overflow", "Connections given up because events came faster than they were taken");
        unpublished = counter(meters, "unpublished", "Events that could not be passed on");
        reconnects = counter(meters, "reconnects", "Times the event link came back after it was lost");
        resyncs = counter(meters, "resyncs", "Times the PBX's own list of calls was taken");
        wait = Timer.builder("trunkline_ami_wait")
                .description("Time from reading an event to its being dealt with")
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder("trunkline_ami_" + name).description(description).register(meters);
    }

    /** Shows the link's state as one gauge for each state, 1 for the one that holds. */
    void watch(PbxLink link, MeterRegistry meters) {
        for (LinkState state : LinkState.values()) {
            Gauge.builder("trunkline_ami_state", link, l -> l.current().state() == state ? 1 : 0)
                    .description("State of the event link")
                    .tag("state", state.name())
                    .register(meters);
        }
    }

    /** Shows how much waits to be dealt with. */
    void buffer(Collection<?> waiting) {
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

    void resync() {
        resyncs.increment();
    }
}
