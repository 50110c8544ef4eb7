package dev.trunkline.telephony.ami.event;

import org.asteriskjava.manager.AsteriskMapping;

/** A call was put into a parking space. */
@AsteriskMapping("ParkedCall")
public final class CallParkedEvent extends ParkingEvent {
    private static final long serialVersionUID = 1L;

    public CallParkedEvent(Object source) {
        super(source);
    }
}
