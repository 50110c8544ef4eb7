package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.telephony.PbxConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The latest state of the event link. Thread-safe. */
@ApplicationScoped
class PbxStatus implements PbxLink {
    private final boolean simulated;
    private volatile PbxState.Link current;

    PbxStatus(PbxConfig config, Clock clock) {
        this.simulated = config.host().filter(host -> !host.isBlank()).isEmpty();
        this.current = new PbxState.Link(AmiLink.UNNAMED, clock.instant(), LinkState.CONNECTING, null);
    }

    void set(PbxState.Link link) {
        current = link;
    }

    @Override
    public PbxState.Link current() {
        return current;
    }

    @Override
    public boolean simulated() {
        return simulated;
    }
}
