package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState;
import dev.trunkline.shared.watch.Latency;
import dev.trunkline.telephony.PbxConfig;
import dev.trunkline.telephony.PbxReport;
import dev.trunkline.telephony.PbxWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells how both connections to the PBX are doing. Thread-safe. */
@ApplicationScoped
class AmiWatch implements PbxWatch {
    private final PbxLink link;
    private final AmiCommandLink commands;
    private final AmiMeters meters;
    private final PbxConfig config;
    private final Clock clock;

    AmiWatch(PbxLink link, AmiCommandLink commands, AmiMeters meters, PbxConfig config, Clock clock) {
        this.link = link;
        this.commands = commands;
        this.meters = meters;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Latency lag() {
        return meters.lag();
    }

    @Override
    public PbxReport report() {
        PbxState.Link events = link.current();
        ClockDifference.Bounds difference = meters.clocks().best().orElse(null);
        AmiMeters.Resynced resynced = meters.lastResync();
        AmiMeters.Counts counts = meters.counts();
        return new PbxReport(
                events.pbx(),
                config.host()
                        .filter(host -> !host.isBlank())
                        .map(host -> host + ":" + config.port())
                        .orElse(null),
                link.simulated(),
                new PbxReport.Connection(events.state(), events.at(), events.detail(), counts.reconnects()),
                commands.report(),
                at(meters.lastEventNanos()),
                difference == null ? null : difference.middle().toMillis(),
                difference == null ? null : difference.within().toMillis(),
                counts.read(),
                counts.unknown(),
                counts.malformed(),
                counts.unstamped(),
                counts.unpublished(),
                new PbxReport.Buffer(meters.waiting(), EventGate.MOST_ON_THEIR_WAY, counts.overflows()),
                new PbxReport.Resyncs(
                        counts.resyncs(),
                        resynced == null ? null : at(resynced.nanos()),
                        resynced == null ? null : resynced.took().toMillis()));
    }

    /** The moment of a reading of {@link System#nanoTime}, null for none. */
    private @Nullable Instant at(@Nullable Long nanos) {
        return nanos == null ? null : clock.instant().minusNanos(System.nanoTime() - nanos);
    }
}
