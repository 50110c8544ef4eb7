package dev.trunkline.telephony.simulator;

import java.time.Duration;

/**
 * A coach's phone that hears an agent's channel, as the dialplan's context {@code coaching} does it.
 *
 * <pre>
 *   RINGING ──answered──> HEARING ──another mode──> HEARING ──> OVER
 *      └──not taken──> OVER             the coach hangs up, the agent's channel has gone
 * </pre>
 */
final class CoachCall implements Phone.Line {
    private static final Duration RINGS = Duration.ofSeconds(30);

    private enum State {
        RINGING,
        HEARING,
        OVER
    }

    private final Exchange exchange;
    private final Wire wire;
    private final Channel own;
    private final Phone phone;
    private final Channel heard;
    private final People people;
    private String mode;
    private State state = State.RINGING;
    private Timeline.Cancellable timer = () -> {};

    CoachCall(Exchange exchange, Channel own, Phone phone, Channel heard, String mode, People people) {
        this.exchange = exchange;
        this.wire = exchange.wire;
        this.own = own;
        this.phone = phone;
        this.heard = heard;
        this.mode = mode;
        this.people = people;
    }

    String id() {
        return own.id;
    }

    void begin() {
        wire.channel("Newchannel", own);
        if (!phone.idle()) {
            over(17, "User busy");
            return;
        }
        phone.take(this, own);
        wire.state(own, Channel.RINGING);
        exchange.changed(phone);
        timer = exchange.timeline.after(RINGS, () -> rangOut(phone));
        people.rings(phone);
    }

    @Override
    public void answered(Phone by) {
        if (state == State.RINGING) {
            timer.cancel();
            wire.state(own, Channel.UP);
            exchange.changed(phone);
            state = State.HEARING;
            hear();
        }
    }

    /** The coach goes on in another way. */
    void change(String to) {
        if (state == State.HEARING) {
            spying("ChanSpyStop");
            mode = to;
            hear();
        }
    }

    private void hear() {
        if (!exchange.has(heard)) {
            over(16, "Normal Clearing");
            return;
        }
        own.context = "coaching";
        own.exten = mode;
        own.application = "ChanSpy";
        own.applicationData = heard.name + ",uqES";
        spying("ChanSpyStart");
    }

    private void spying(String event) {
        wire.send(heard.describe(own.describe(wire.event(event, "call"), "Spyer"), "Spyee"));
    }

    /** A channel has gone: maybe the one that is heard. */
    void gone(Channel channel) {
        if (channel == heard && state == State.HEARING) {
            over(16, "Normal Clearing");
        }
    }

    @Override
    public void refused(Phone by) {
        if (state == State.RINGING) {
            over(17, "User busy");
        }
    }

    @Override
    public void rangOut(Phone by) {
        if (state == State.RINGING) {
            over(19, "User alerting, no answer");
        }
    }

    @Override
    public void hungUp(Phone by) {
        if (state != State.OVER) {
            over(16, "Normal Clearing");
        }
    }

    private void over(int cause, String text) {
        timer.cancel();
        if (state == State.HEARING) {
            spying("ChanSpyStop");
        }
        state = State.OVER;
        exchange.over(this);
        wire.hangup(own, cause, text);
        exchange.gone(own);
        if (phone.line == this) {
            phone.free();
            exchange.changed(phone);
        }
    }
}
