package dev.trunkline.telephony.ami.event;

import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;

/** What becomes of a call that waits in a parking space; asterisk-java spells some of its fields as Asterisk does not. */
public abstract class ParkingEvent extends ManagerEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String parkeeUniqueid;
    private @Nullable String parkeeLinkedid;
    private @Nullable String parkerDialString;
    private @Nullable String parkingSpace;
    private @Nullable String retrieverUniqueid;

    protected ParkingEvent(Object source) {
        super(source);
    }

    public @Nullable String getParkeeUniqueid() {
        return parkeeUniqueid;
    }

    public void setParkeeUniqueid(String parkeeUniqueid) {
        this.parkeeUniqueid = parkeeUniqueid;
    }

    public @Nullable String getParkeeLinkedid() {
        return parkeeLinkedid;
    }

    public void setParkeeLinkedid(String parkeeLinkedid) {
        this.parkeeLinkedid = parkeeLinkedid;
    }

    public @Nullable String getParkerDialString() {
        return parkerDialString;
    }

    public void setParkerDialString(String parkerDialString) {
        this.parkerDialString = parkerDialString;
    }

    public @Nullable String getParkingSpace() {
        return parkingSpace;
    }

    public void setParkingSpace(String parkingSpace) {
        this.parkingSpace = parkingSpace;
    }

    public @Nullable String getRetrieverUniqueid() {
        return retrieverUniqueid;
    }

    public void setRetrieverUniqueid(String retrieverUniqueid) {
        this.retrieverUniqueid = retrieverUniqueid;
    }
}
