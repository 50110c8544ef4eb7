package dev.trunkline.acd;

import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What a PBX tells of itself and its members, for tests of other rooms. */
@ApplicationScoped
public class PbxSays {
    private final PbxNews news;

    PbxSays(PbxNews news) {
        this.news = news;
    }

    public void linkUp() {
        news.pbx(new PbxState.Link("pbx1", Instant.now(), LinkState.UP, null));
    }

    public void linkDown() {
        news.pbx(new PbxState.Link("pbx1", Instant.now(), LinkState.DOWN, "by test"));
    }

    /** A member that is not paused, and whether its phone can be rung. */
    public void member(String queue, String agent, boolean reachable) {
        news.pbx(new PbxState.Member("pbx1", Instant.now(), queue, agent, false, null, reachable));
    }

    /** The agent takes a queue's call, and it ends. */
    public void talk(String callId, String queue, String agent) {
        news.call(Calls.connected(Calls.inQueue(callId, queue), agent));
    }

    public void talkOver(String callId, String queue, String agent) {
        news.call(Calls.disconnected(Calls.inQueue(callId, queue), agent));
    }
}
