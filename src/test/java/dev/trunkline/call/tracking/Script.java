package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallChange;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.AgentCompleted;
import dev.trunkline.call.CallEvent.AgentConnected;
import dev.trunkline.call.CallEvent.BridgeEntered;
import dev.trunkline.call.CallEvent.BridgeLeft;
import dev.trunkline.call.CallEvent.CallVerified;
import dev.trunkline.call.CallEvent.CallerPresented;
import dev.trunkline.call.CallEvent.CompleteReason;
import dev.trunkline.call.CallEvent.DialEnded;
import dev.trunkline.call.CallEvent.DialStarted;
import dev.trunkline.call.CallEvent.DialStatus;
import dev.trunkline.call.CallEvent.HangupRequested;
import dev.trunkline.call.CallEvent.HoldEnded;
import dev.trunkline.call.CallEvent.HoldStarted;
import dev.trunkline.call.CallEvent.LegAnswered;
import dev.trunkline.call.CallEvent.LegEnded;
import dev.trunkline.call.CallEvent.LegRinging;
import dev.trunkline.call.CallEvent.LegStarted;
import dev.trunkline.call.CallEvent.OfferRefused;
import dev.trunkline.call.CallEvent.OfferStarted;
import dev.trunkline.call.CallEvent.QueueAbandoned;
import dev.trunkline.call.CallEvent.QueueExitReason;
import dev.trunkline.call.CallEvent.QueueExited;
import dev.trunkline.call.CallEvent.QueueJoined;
import dev.trunkline.call.CallEvent.QueueLeft;
import dev.trunkline.shared.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events of a call as Asterisk tells them, written down step by step; {@code in} lets time pass. */
public final class Script {
    static final String PBX = "pbx9";
    static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    final String id;
    final List<CallEvent> events = new ArrayList<>();
    Instant now = START;

    Script(String id) {
        this.id = id;
    }

    /** A customer waits in queue support. */
    static Script waiting() {
        return new Script("c1").customer("13800138000", "4008001000").at(2).joins("support");
    }

    /** The same customer talks to agent 1001. */
    static Script talking() {
        return waiting().at(3).offered("support", "1001", "a1").at(7).connected("support", "1001", "a1");
    }

    static Instant second(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    Script at(double seconds) {
        now = second(seconds);
        return this;
    }

    private Script add(CallEvent event) {
        events.add(event);
        return this;
    }

    /** A customer calls a DID. */
    Script customer(String number, String did) {
        return add(new LegStarted(PBX, now, id, id, "PJSIP/lab-00000001", number, null, false, did, "from-trunk"))
                .add(new CallerPresented(PBX, now, id, id, did, false))
                .add(new LegAnswered(PBX, now, id, id));
    }

    Script withheld(String did) {
        return add(new LegStarted(PBX, now, id, id, "PJSIP/lab-00000001", "13800138000", "x", false, did, "from-trunk"))
                .add(new CallerPresented(PBX, now, id, id, did, true));
    }

    /** An agent's phone dials. */
    Script agentDials(String agent, String to) {
        return add(new LegStarted(
                PBX, now, id, id, "PJSIP/" + agent + "-00000002", agent, null, false, to, "from-agents"));
    }

    /** The PBX rings the agent's own phone for a call the house started. */
    Script originated(String agent) {
        return add(new LegStarted(
                        PBX, now, id, id, "PJSIP/" + agent + "-00000002", null, null, false, null, "from-agents"))
                .add(new DialStarted(PBX, now, id, null, id, agent));
    }

    Script legStarted(String leg, String channel) {
        return add(new LegStarted(PBX, now, id, leg, channel, null, null, false, null, "from-agents"));
    }

    Script dials(String leg, String channel, String dialString) {
        return legStarted(leg, channel).add(new DialStarted(PBX, now, id, id, leg, dialString));
    }

    Script joins(String queue) {
        return add(new QueueJoined(PBX, now, id, id, queue, 1));
    }

    /** The queue offers the call: channel, offer, dial. */
    Script offered(String queue, String agent, String leg) {
        return legStarted(leg, "PJSIP/" + agent + "-0000000a")
                .add(new OfferStarted(PBX, now, id, queue, agent, leg))
                .add(new DialStarted(PBX, now, id, id, leg, agent));
    }

    Script rings(String leg) {
        return add(new LegRinging(PBX, now, id, leg));
    }

    Script answers(String leg) {
        return add(new LegAnswered(PBX, now, id, leg)).add(new DialEnded(PBX, now, id, leg, DialStatus.ANSWER));
    }

    Script dialEnded(String leg, DialStatus status) {
        return add(new DialEnded(PBX, now, id, leg, status));
    }

    Script connected(String queue, String agent, String leg) {
        return answers(leg)
                .add(new QueueLeft(PBX, now, id, id, queue))
                .add(new AgentConnected(PBX, now, id, queue, agent, leg))
                .bridged(leg, id);
    }

    /** That the queue connected an agent, and no more. */
    Script told(String queue, String agent, String leg) {
        return add(new AgentConnected(PBX, now, id, queue, agent, leg));
    }

    Script bridged(String... legs) {
        for (String leg : legs) {
            add(new BridgeEntered(PBX, now, id, leg, "bridge-" + id));
        }
        return this;
    }

    Script unbridged(String... legs) {
        for (String leg : legs) {
            add(new BridgeLeft(PBX, now, id, leg, "bridge-" + id));
        }
        return this;
    }

    Script refused(String queue, String agent, String leg, long ringMs) {
        return add(new OfferRefused(PBX, now, id, queue, agent, ringMs))
                .dialEnded(leg, DialStatus.NOANSWER)
                .dialEnded(leg, DialStatus.CANCEL)
                .ended(leg, 0);
    }

    /** As Asterisk tells of a phone that is busy: no word of it before the channel's end. */
    Script busy(String queue, String agent, String leg) {
        return dialEnded(leg, DialStatus.NOANSWER)
                .add(new OfferRefused(PBX, now, id, queue, agent, 0))
                .ended(leg, 17);
    }

    Script holds(String leg) {
        return add(new HoldStarted(PBX, now, id, leg));
    }

    Script resumes(String leg) {
        return add(new HoldEnded(PBX, now, id, leg));
    }

    Script completed(String queue, String agent, CompleteReason reason) {
        return add(new AgentCompleted(PBX, now, id, queue, agent, reason));
    }

    Script hangsUp(String leg) {
        return add(new HangupRequested(PBX, now, id, leg));
    }

    Script abandoned(String queue) {
        return add(new QueueAbandoned(PBX, now, id, id, queue)).add(new QueueLeft(PBX, now, id, id, queue));
    }

    Script exited(String queue, QueueExitReason reason) {
        return add(new QueueExited(PBX, now, id, queue, reason));
    }

    Script ended(String leg, int cause) {
        return ended(leg, cause, null);
    }

    Script ended(String leg, int cause, String techCause) {
        return add(new LegEnded(PBX, now, id, leg, cause, techCause));
    }

    Script verified(String... legs) {
        return add(new CallVerified(PBX, now, id, List.of(legs)));
    }

    Call call() {
        return fold(events);
    }

    static Call fold(List<CallEvent> events) {
        return fold(events, CallRules.standard());
    }

    static Call fold(List<CallEvent> events, CallRules rules) {
        CallTracker tracker = new CallTracker(rules);
        Call call = null;
        for (CallEvent event : events) {
            call = tracker.apply(call, event);
        }
        return call;
    }

    List<CallChange> changes() {
        CallTracker tracker = new CallTracker(CallRules.standard());
        List<CallChange> changes = new ArrayList<>();
        Call before = null;
        for (CallEvent event : events) {
            Call after = tracker.apply(before, event);
            if (after != null) {
                changes.addAll(CallChanges.between(before, after, event.at(), Ids::next));
            }
            before = after;
        }
        return changes;
    }

    /** An answered queue call as Asterisk tells it: 5 s of waiting, 60 s of talk, the caller hangs up. */
    static Script answered() {
        return new Script("c1")
                .customer("13800138000", "4008001000")
                .at(2)
                .joins("support")
                .at(3)
                .offered("support", "1001", "a1")
                .at(3.5)
                .rings("a1")
                .at(7)
                .connected("support", "1001", "a1")
                .at(67)
                .hangsUp("c1")
                .completed("support", "1001", CompleteReason.CALLER)
                .unbridged("c1")
                .ended("c1", 16)
                .unbridged("a1")
                .ended("a1", 16);
    }
}
