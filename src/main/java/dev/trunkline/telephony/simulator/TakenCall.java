package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.util.UUID;

/**
 * A caller who was taken out of the talk with an agent and comes to a coach's phone, as the dialplan's context {@code
 * take-over} does it.
 *
 * <pre>
 *   RINGING ──answered──> TALKING ──either side hangs up──> OVER
 *      └──not taken: back to the queue──> OVER
 * </pre>
 */
final class TakenCall implements Phone.Line {
    private static final Duration RINGS = Duration.ofSeconds(20);

    private enum State {
        RINGING,
        TALKING,
        OVER
    }

    private final Exchange exchange;
    private final Wire wire;
    private final QueueCall call;
    private final Channel caller;
    private final Phone phone;
    private final Channel leg;
    private final People people;
    private final String bridge = UUID.randomUUID().toString();
    private State state = State.RINGING;
    private Timeline.Cancellable timer = () -> {};

    TakenCall(Exchange exchange, QueueCall call, Phone phone, People people) {
        this.exchange = exchange;
        this.wire = exchange.wire;
        this.call = call;
        this.caller = call.caller();
        this.phone = phone;
        this.people = people;
        leg = exchange.newChannel(phone.extension, null, caller.linkedId, Channel.DOWN, "from-agents", "s");
        leg.callerNumber = phone.extension;
    }

    void begin() {
        caller.context = "take-over";
        caller.exten = phone.extension;
        caller.application = "Dial";
        caller.applicationData = phone.device();
        wire.channel("Newchannel", leg);
        leg.connectedTo(caller);
        wire.dial("DialBegin", caller, leg, "DialString", phone.extension);
        if (!phone.idle()) {
            notTaken("BUSY", 17, "User busy");
            return;
        }
        phone.take(this, leg);
        wire.state(leg, Channel.RINGING);
        exchange.changed(phone);
        timer = exchange.timeline.after(RINGS, () -> rangOut(phone));
        people.rings(phone);
    }

    @Override
    public void answered(Phone by) {
        if (state != State.RINGING) {
            return;
        }
        timer.cancel();
        state = State.TALKING;
        wire.state(leg, Channel.UP);
        wire.dial("DialEnd", caller, leg, "DialStatus", "ANSWER");
        wire.bridge("BridgeCreate", bridge, 0);
        wire.bridge("BridgeEnter", bridge, 1, leg);
        wire.bridge("BridgeEnter", bridge, 2, caller);
        exchange.changed(phone);
        people.talks(this);
    }

    @Override
    public void refused(Phone by) {
        if (state == State.RINGING) {
            notTaken("BUSY", 17, "User busy");
        }
    }

    @Override
    public void rangOut(Phone by) {
        if (state == State.RINGING) {
            notTaken("NOANSWER", 19, "User alerting, no answer");
        }
    }

    private void notTaken(String status, int cause, String text) {
        wire.dial("DialEnd", caller, leg, "DialStatus", status);
        legGone(cause, text);
        call.backToTheQueue();
    }

    @Override
    public void hungUp(Phone by) {
        switch (state) {
            case RINGING -> refused(by);
            case TALKING -> completed(leg, caller);
            case OVER -> {}
        }
    }

    void callerHangsUp() {
        switch (state) {
            case RINGING -> {
                wire.channel("HangupRequest", caller);
                wire.dial("DialEnd", caller, leg, "DialStatus", "CANCEL");
                legGone(0, "Unknown");
                call.end(16, "Normal Clearing");
            }
            case TALKING -> completed(caller, leg);
            case OVER -> {}
        }
    }

    private void completed(Channel first, Channel second) {
        wire.channel("HangupRequest", first);
        wire.bridge("BridgeLeave", bridge, 1, first);
        wire.bridge("BridgeLeave", bridge, 0, second);
        wire.bridge("BridgeDestroy", bridge, 0);
        call.end(16, "Normal Clearing");
        legGone(16, "Normal Clearing");
    }

    private void legGone(int cause, String text) {
        timer.cancel();
        state = State.OVER;
        wire.hangup(leg, cause, text);
        exchange.gone(leg);
        if (phone.line == this) {
            phone.free();
            exchange.changed(phone);
        }
    }
}
