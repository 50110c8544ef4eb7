package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The phones that ring for one caller of a queue, and what Asterisk 22 says of each. */
final class Offers {
    private final Exchange exchange;
    private final Wire wire;
    private final Channel caller;
    private final Phone.Line line;
    private final List<Offer> ringing = new ArrayList<>();
    private SimulatedQueue queue;
    private Instant since = Instant.MAX;

    /** A member's phone and the leg that rings it. */
    record Offer(Member member, Channel leg) {}

    /** @param line what the phones have on their line while they ring, and afterwards */
    Offers(Exchange exchange, Channel caller, Phone.Line line, SimulatedQueue queue) {
        this.exchange = exchange;
        this.wire = exchange.wire;
        this.caller = caller;
        this.line = line;
        this.queue = queue;
    }

    boolean none() {
        return ringing.isEmpty();
    }

    Optional<Offer> on(Phone phone) {
        return ringing.stream()
                .filter(offer -> offer.member().phone.equals(phone))
                .findFirst();
    }

    /** All that ring now. */
    List<Offer> all() {
        return List.copyOf(ringing);
    }

    /** How long the phones ring by now. */
    Duration time() {
        return Duration.between(since, exchange.timeline.now());
    }

    /** Rings them all. */
    void begin(SimulatedQueue from, List<Member> to) {
        queue = from;
        since = exchange.timeline.now();
        to.forEach(member -> dial(member, to.size() == 1));
        all().forEach(this::ring);
    }

    private void dial(Member to, boolean alone) {
        Channel leg = exchange.newChannel(to.phone.extension, null, caller.linkedId, Channel.DOWN, "from-agents", "s");
        leg.callerNumber = to.phone.extension;
        Offer offer = new Offer(to, leg);
        ringing.add(offer);
        wire.channel("Newchannel", leg);
        // Asterisk tells of the dialling with the leg as it was made.
        Message dialling = wire.dialling("DialBegin", caller, leg, "DialString", to.phone.device());
        leg.connectedTo(caller);
        leg.exten = caller.exten;
        leg.application = "AppQueue";
        leg.applicationData = "(Outgoing Line)";
        wire.send(event("AgentCalled", offer));
        wire.send(dialling);
        if (alone) {
            caller.connectedTo(leg);
            wire.channel("NewConnectedLine", caller);
        }
        to.phone.take(line, leg);
    }

    private void ring(Offer offer) {
        wire.state(offer.leg(), Channel.RINGING);
        wire.channel("NewConnectedLine", offer.leg());
        wire.dial("DialState", caller, offer.leg(), "DialStatus", "RINGING");
        exchange.changed(offer.member().phone);
    }

    /** One is answered; the others ring no more. */
    void answered(Offer taken) {
        wire.state(taken.leg(), Channel.UP);
        wire.dial("DialEnd", caller, taken.leg(), "DialStatus", "ANSWER");
        ringing.remove(taken);
        if (none()) {
            return;
        }
        ringing.forEach(offer -> wire.dial("DialEnd", caller, offer.leg(), "DialStatus", "CANCEL"));
        caller.connectedTo(taken.leg());
        wire.channel("NewConnectedLine", caller);
        for (Offer offer : all()) {
            exchange.books.cancelled(caller, queue, offer.member(), time());
            wire.dial("DialEnd", caller, offer.leg(), "DialStatus", "CANCEL");
            wire.hangup(offer.leg(), 26, "Answered elsewhere");
            free(offer);
        }
    }

    /** Rung to the end. */
    void rangOut(Offer offer) {
        exchange.books.rang(caller, queue, offer.member(), time());
        wire.send(event("AgentRingNoAnswer", offer).with("RingTime", time().toMillis()));
        withdraw(offer, "NOANSWER");
    }

    void refused(Offer offer) {
        Channel leg = offer.leg();
        wire.send(leg.describe(wire.event("HangupRequest", "call"))
                .with("Cause", 17)
                .with("TechCause", 486));
        wire.dial("DialEnd", caller, leg, "DialStatus", "BUSY");
        exchange.books.rang(caller, queue, offer.member(), Duration.ZERO);
        wire.send(event("AgentRingNoAnswer", offer).with("RingTime", 0));
        wire.hangup(leg, 17, "User busy", 486);
        free(offer);
    }

    /** The caller has gone, or has waited long enough. */
    void withdrawAll() {
        for (Offer offer : all()) {
            exchange.books.cancelled(caller, queue, offer.member(), time());
            withdraw(offer, "CANCEL");
        }
    }

    private void withdraw(Offer offer, String why) {
        wire.dial("DialEnd", caller, offer.leg(), "DialStatus", why);
        wire.dial("DialEnd", caller, offer.leg(), "DialStatus", "CANCEL");
        wire.hangup(offer.leg(), 0, "Unknown");
        free(offer);
    }

    /** The leg is gone and the phone free again. */
    void free(Offer offer) {
        ringing.remove(offer);
        exchange.gone(offer.leg());
        offer.member().phone.free();
        exchange.changed(offer.member().phone);
    }

    /** What the queue says of caller and agent. */
    Message event(String name, Offer offer) {
        return offer.member().name(offer.leg().describe(caller.describe(wire.event(name, "agent")), "Dest"));
    }
}
