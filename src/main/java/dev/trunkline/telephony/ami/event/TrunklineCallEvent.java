package dev.trunkline.telephony.ami.event;

import org.jspecify.annotations.Nullable;

/** The dialplan's word on an inbound call: our number that was dialled, and {@code CALLERID(num-pres)}. */
public final class TrunklineCallEvent extends TrunklineUserEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String did;
    private @Nullable String presentation;

    public TrunklineCallEvent(Object source) {
        super(source);
    }

    public @Nullable String getDid() {
        return did;
    }

    public void setDid(String did) {
        this.did = did;
    }

    public @Nullable String getPresentation() {
        return presentation;
    }

    public void setPresentation(String presentation) {
        this.presentation = presentation;
    }
}
