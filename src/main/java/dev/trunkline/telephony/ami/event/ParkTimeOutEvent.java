package dev.trunkline.telephony.ami.event;

import org.asteriskjava.manager.AsteriskMapping;

/** Nobody took a parked call in time. */
@AsteriskMapping("ParkedCallTimeOut")
public final class ParkTimeOutEvent extends ParkingEvent {
    private static final long serialVersionUID = 1L;

    public ParkTimeOutEvent(Object source) {
        super(source);
    }
}
