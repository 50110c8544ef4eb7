package dev.trunkline.acd;

import dev.trunkline.call.CallChange;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.shared.messaging.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of calls and of the PBX, and tells the agents and the queues. */
@ApplicationScoped
class PbxNews {
    private final Agents agents;
    private final QueueSettings settings;

    PbxNews(Agents agents, QueueSettings settings) {
        this.agents = agents;
        this.settings = settings;
    }

    @Incoming(Channels.CALL_CHANGES_ACD)
    void call(CallChange change) {
        agents.heard(change);
    }

    @Incoming(Channels.PBX_STATES_ACD)
    void pbx(PbxState news) {
        if (news instanceof PbxState.Link link && link.state() == LinkState.UP) {
            settings.linkUp();
        }
        agents.heard(news);
    }
}
