package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call that an agent's phone makes, by its own keys or started by an Originate, to the outside or to a colleague.
 *
 * <pre>
 *   OWN_PHONE (Originate only) ──answered──> DIALLING ──answered──> TALKING ──> OVER
 *       └──not taken──> OVER                    └──busy, not taken, given up──> OVER
 * </pre>
 */
final class DialledCall implements Phone.Line {
    private static final Pattern OUTSIDE = Pattern.compile("[+]?[0-9]{5,20}|1[1-2][0-9]|911");
    private static final Duration OWN_PHONE_RINGS = Duration.ofSeconds(30);
    private static final Duration RINGS = Duration.ofSeconds(60);

    private enum State {
        OWN_PHONE,
        DIALLING,
        TALKING,
        OVER
    }

    private final Exchange exchange;
    private final Wire wire;
    private final Channel own;
    private final Phone phone;
    private final String number;
    private final People people;
    private State state = State.OWN_PHONE;
    private Timeline.Cancellable timer = () -> {};
    private @Nullable Channel far;
    private @Nullable Phone colleague;
    private String bridge = "";
    private String actionId = "";

    DialledCall(Exchange exchange, Channel own, Phone phone, String number, People people) {
        this.exchange = exchange;
        this.wire = exchange.wire;
        this.own = own;
        this.phone = phone;
        this.number = number;
        this.people = people;
    }

    String id() {
        return own.id;
    }

    Phone phone() {
        return phone;
    }

    void beginFromPhone() {
        wire.channel("Newchannel", own);
        phone.take(this, own);
        exchange.changed(phone);
        dial();
    }

    void beginByOriginate(String action) {
        actionId = action;
        own.exten = "s";
        wire.channel("Newchannel", own);
        if (!phone.idle()) {
            originated("Failure", 5);
            wire.hangup(own, 17, "User busy", 486);
            over();
            return;
        }
        phone.take(this, own);
        wire.send(own.describe(wire.event("DialBegin", "call"), "Dest").with("DialString", phone.extension));
        wire.state(own, Channel.RINGING);
        wire.send(own.describe(wire.event("DialState", "call"), "Dest").with("DialStatus", "RINGING"));
        exchange.changed(phone);
        timer = exchange.timeline.after(OWN_PHONE_RINGS, () -> rangOut(phone));
        people.rings(phone);
    }

    private void originated(String response, int reason) {
        wire.send(wire.event("OriginateResponse", "call")
                .with("ActionID", actionId)
                .with("Response", response)
                .with("Channel", phone.device())
                .with("Context", "from-agents")
                .with("Exten", number)
                .with("Reason", reason)
                .with("Uniqueid", own.id)
                .withOrUnknown("CallerIDNum", null)
                .withOrUnknown("CallerIDName", null));
    }

    private void dial() {
        state = State.DIALLING;
        own.exten = number;
        colleague = exchange.phone(number).orElse(null);
        if (colleague == null && !OUTSIDE.matcher(number).matches()) {
            end(28, "Invalid number format (incomplete address)", 484);
            return;
        }
        Channel leg = colleague == null ? outsideLeg() : colleagueLeg(colleague);
        far = leg;
        own.context = colleague == null ? "outside-call" : "from-agents";
        own.application = "Dial";
        own.applicationData = "PJSIP/" + number;
        wire.dial("DialBegin", own, leg, "DialString", colleague == null ? number + "@" + Exchange.TRUNK : number);
        own.connectedTo(leg);
        wire.channel("NewConnectedLine", own);
        if (colleague != null && !colleague.idle()) {
            farBusy();
            return;
        }
        if (colleague != null) {
            colleague.take(this, leg);
        }
        wire.state(leg, Channel.RINGING);
        wire.dial("DialState", own, leg, "DialStatus", "RINGING");
        timer = exchange.timeline.after(RINGS, this::farRangOut);
        if (colleague == null) {
            people.outsideRings(this);
        } else {
            exchange.changed(colleague);
            people.rings(colleague);
        }
    }

    private Channel outsideLeg() {
        Channel leg = exchange.newChannel(Exchange.TRUNK, null, own.linkedId, Channel.DOWN, "from-trunk", "s");
        wire.channel("Newchannel", leg);
        leg.exten = number;
        leg.callerNumber = number;
        leg.connectedTo(own);
        wire.send(leg.describe(wire.event("NewCallerid", "call"))
                .with("CID-CallingPres", "0 (Presentation Allowed, Not Screened)"));
        wire.channel("NewConnectedLine", leg);
        return leg;
    }

    private Channel colleagueLeg(Phone other) {
        Channel leg = exchange.newChannel(other.extension, null, own.linkedId, Channel.DOWN, "from-agents", "s");
        leg.callerNumber = other.extension;
        wire.channel("Newchannel", leg);
        leg.exten = number;
        leg.connectedTo(own);
        wire.channel("NewConnectedLine", leg);
        return leg;
    }

    @Override
    public void answered(Phone by) {
        if (state == State.OWN_PHONE && by == phone) {
            timer.cancel();
            wire.state(own, Channel.UP);
            originated("Success", 4);
            wire.send(own.describe(wire.event("DialEnd", "call"), "Dest").with("DialStatus", "ANSWER"));
            exchange.changed(phone);
            dial();
        } else if (state == State.DIALLING && by == colleague) {
            farAnswers();
        }
    }

    /** Who was dialled picks up. */
    void farAnswers() {
        if (state != State.DIALLING || far == null) {
            return;
        }
        timer.cancel();
        state = State.TALKING;
        wire.state(far, Channel.UP);
        far.exten = "";
        wire.dial("DialEnd", own, far, "DialStatus", "ANSWER");
        if (own.state != Channel.UP) {
            wire.state(own, Channel.UP);
        }
        bridge = UUID.randomUUID().toString();
        wire.bridge("BridgeCreate", bridge, 0);
        wire.bridge("BridgeEnter", bridge, 1, far);
        wire.bridge("BridgeEnter", bridge, 2, own);
        if (colleague != null) {
            exchange.changed(colleague);
        }
        people.talks(this);
    }

    /** Who was dialled is on the phone or refuses. */
    void farBusy() {
        if (state != State.DIALLING || far == null) {
            return;
        }
        wire.send(far.describe(wire.event("HangupRequest", "call"))
                .with("Cause", 17)
                .with("TechCause", 486));
        wire.dial("DialEnd", own, far, "DialStatus", "BUSY");
        endFar(17, "User busy", 486);
        end(17, "User busy", 486);
    }

    /** Who was dialled does not pick up. */
    void farRangOut() {
        if (state != State.DIALLING || far == null) {
            return;
        }
        wire.dial("DialEnd", own, far, "DialStatus", "NOANSWER");
        endFar(19, "User alerting, no answer", 480);
        end(19, "User alerting, no answer", 480);
    }

    /** The other side hangs up, or the agent does. */
    void farHangsUp() {
        if (state == State.TALKING && far != null) {
            completed(far, own);
        }
    }

    @Override
    public void refused(Phone by) {
        if (state == State.OWN_PHONE) {
            ownNotTaken(17, "User busy", 486, 5);
        } else if (by == colleague) {
            farBusy();
        }
    }

    @Override
    public void rangOut(Phone by) {
        if (state == State.OWN_PHONE) {
            ownNotTaken(19, "User alerting, no answer", 480, 3);
        } else if (by == colleague) {
            farRangOut();
        }
    }

    private void ownNotTaken(int cause, String text, int sip, int reason) {
        originated("Failure", reason);
        wire.hangup(own, cause, text, sip);
        over();
    }

    @Override
    public void hungUp(Phone by) {
        switch (state) {
            case OWN_PHONE -> refused(by);
            case DIALLING -> {
                if (by == colleague) {
                    farBusy();
                } else {
                    givenUp();
                }
            }
            case TALKING -> {
                if (by == colleague) {
                    farHangsUp();
                } else if (far != null) {
                    completed(own, far);
                }
            }
            case OVER -> {}
        }
    }

    private void givenUp() {
        wire.send(own.describe(wire.event("HangupRequest", "call"))
                .with("Cause", 127)
                .with("TechCause", 487));
        if (far != null) {
            wire.dial("DialEnd", own, far, "DialStatus", "CANCEL");
            endFar(127, "Interworking, unspecified", 487);
        }
        end(127, "Interworking, unspecified", 487);
    }

    private void completed(Channel first, Channel second) {
        wire.send(first.describe(wire.event("HangupRequest", "call")).with("Cause", 16));
        wire.bridge("BridgeLeave", bridge, 1, first);
        wire.softHangup(own);
        wire.bridge("BridgeLeave", bridge, 0, second);
        wire.bridge("BridgeDestroy", bridge, 0);
        wire.hangup(own, 16, "Normal Clearing");
        Channel leg = far;
        if (leg != null) {
            wire.hangup(leg, 16, "Normal Clearing");
            farGone(leg);
        }
        over();
    }

    private void endFar(int cause, String text, int sip) {
        if (far != null) {
            wire.hangup(far, cause, text, sip);
            farGone(far);
        }
    }

    private void farGone(Channel leg) {
        exchange.gone(leg);
        far = null;
        if (colleague != null && colleague.line == this) {
            colleague.free();
            exchange.changed(colleague);
        }
    }

    private void end(int cause, String text, int sip) {
        wire.softHangup(own);
        wire.hangup(own, cause, text, sip);
        over();
    }

    private void over() {
        timer.cancel();
        state = State.OVER;
        exchange.gone(own);
        if (phone.line == this) {
            phone.free();
            exchange.changed(phone);
        }
        exchange.over(this);
    }
}
