package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.telephony.PbxConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** The latest state of the event link. Thread-safe. */
@ApplicationScoped
class PbxStatus implements PbxLink {
    private final boolean simulated;
    private final AmiMeters meters;
    private volatile PbxState.Link current;

    PbxStatus(PbxConfig config, AmiMeters meters, Clock clock) {
        this.meters = meters;
        this.simulated = config.host().filter(host -> !host.isBlank()).isEmpty();
        this.current = new PbxState.Link(AmiLink.UNNAMED, clock.instant(), LinkState.CONNECTING, null);
    }

    /** Told the same state again, with another reason perhaps, it has been so since the first time. */
    void set(PbxState.Link link) {
        PbxState.Link before = current;
        current = before.state() == link.state()
                ? new PbxState.Link(link.pbx(), before.at(), link.state(), link.detail())
                : link;
    }

    @Override
    public PbxState.Link current() {
        return current;
    }

    @Override
    public Duration clockAhead() {
        return meters.clocks().ahead();
    }

    @Override
    public boolean simulated() {
        return simulated;
    }
}
