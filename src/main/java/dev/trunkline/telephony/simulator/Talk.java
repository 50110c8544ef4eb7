package dev.trunkline.telephony.simulator;

import dev.trunkline.telephony.simulator.Offers.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A caller and the agent of a queue in talk, and what Asterisk 22 says of it. */
final class Talk {
    private final Exchange exchange;
    private final Wire wire;
    private final Channel caller;
    private final SimulatedQueue queue;
    private final Offers offers;
    private final Offer taken;
    private final long waitedSeconds;
    private final Instant since;
    private final String bridge = UUID.randomUUID().toString();

    /** @param taken the offer that the agent answered */
    Talk(Exchange exchange, Channel caller, SimulatedQueue queue, Offers offers, Offer taken, long waitedSeconds) {
        this.exchange = exchange;
        this.wire = exchange.wire;
        this.caller = caller;
        this.queue = queue;
        this.offers = offers;
        this.taken = taken;
        this.waitedSeconds = waitedSeconds;
        this.since = exchange.timeline.now();
    }

    void begin(Duration rang) {
        Member agent = taken.member();
        exchange.books.connected(caller, queue, agent, taken.leg(), waitedSeconds, rang);
        wire.send(offers.event("AgentConnect", taken)
                .with("HoldTime", waitedSeconds)
                .with("RingTime", rang.toSeconds()));
        wire.bridge("BridgeCreate", bridge, 0);
        wire.bridge("BridgeEnter", bridge, 1, taken.leg());
        wire.bridge("BridgeEnter", bridge, 2, caller);
        agent.inCall = true;
        exchange.changed(agent.phone);
    }

    /** How long it has lasted by now. */
    Duration time() {
        return Duration.between(since, exchange.timeline.now());
    }

    /** Either side has hung up; the channels are still there. */
    void completed(String by) {
        Channel first = by.equals("agent") ? taken.leg() : caller;
        wire.channel("HangupRequest", first);
        wire.send(completion(offers.event("AgentComplete", taken), by));
        exchange.books.completed(caller, queue, taken.member(), by, waitedSeconds, time());
        over(first, first == caller ? taken.leg() : caller);
    }

    /** A coach takes the caller out of it; of the talk's end nothing is said yet. */
    void takenOut() {
        over(caller, taken.leg());
        exchange.books.takenOut(caller);
        legGone();
    }

    /** As late as when the caller has gone, and of no channel, Asterisk tells of a talk that the caller was taken out of. */
    void completedLate() {
        exchange.books.completedLate(caller, queue, taken.member(), waitedSeconds, time());
        wire.send(completion(taken.member().name(wire.event("AgentComplete", "agent")), "caller"));
    }

    void legGone() {
        wire.hangup(taken.leg(), 16, "Normal Clearing");
        offers.free(taken);
    }

    private Message completion(Message event, String by) {
        return event.with("HoldTime", waitedSeconds)
                .with("TalkTime", time().toSeconds())
                .with("Reason", by);
    }

    private void over(Channel first, Channel second) {
        wire.bridge("BridgeLeave", bridge, 1, first);
        wire.bridge("BridgeLeave", bridge, 0, second);
        wire.bridge("BridgeDestroy", bridge, 0);
        Member agent = taken.member();
        agent.callsTaken++;
        agent.lastCall = exchange.timeline.now().getEpochSecond();
        agent.inCall = false;
    }
}
