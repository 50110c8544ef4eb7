package dev.trunkline.telephony.ami.event;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/** What our dialplan says by {@code UserEvent()} in a channel; asterisk-java leaves out the channel's linkedid. */
public abstract class TrunklineUserEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String linkedId;

    protected TrunklineUserEvent(Object source) {
        super(source);
    }

    public @Nullable String getLinkedId() {
        return linkedId;
    }

    public void setLinkedId(String linkedId) {
        this.linkedId = linkedId;
    }
}
