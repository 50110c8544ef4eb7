package dev.trunkline.telephony.ami.event;

import org.asteriskjava.manager.AsteriskMapping;

/** A parked call was taken. */
@AsteriskMapping("UnParkedCall")
public final class CallUnparkedEvent extends ParkingEvent {
    private static final long serialVersionUID = 1L;

    public CallUnparkedEvent(Object source) {
        super(source);
    }
}
