package dev.trunkline.telephony.ami.event;

import org.asteriskjava.manager.AsteriskMapping;
import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;

/** Asterisk's MixMonitorMute: silence is written into a channel's recordings, or sound again. */
@AsteriskMapping("MixMonitorMute")
public final class RecordingSilencedEvent extends ManagerEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String linkedId;
    private @Nullable Boolean state;

    public RecordingSilencedEvent(Object source) {
        super(source);
    }

    public @Nullable String getLinkedId() {
        return linkedId;
    }

    public void setLinkedId(String linkedId) {
        this.linkedId = linkedId;
    }

    /** Whether it is silent now. */
    public @Nullable Boolean getState() {
        return state;
    }

    public void setState(Boolean state) {
        this.state = state;
    }
}
