package dev.trunkline.telephony.ami.event;

import org.jspecify.annotations.Nullable;

/** A queue sent its caller back into the dialplan; {@code Status} is {@code QUEUESTATUS}. */
public final class TrunklineQueueLeftEvent extends TrunklineUserEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String queue;
    private @Nullable String status;

    public TrunklineQueueLeftEvent(Object source) {
        super(source);
    }

    public @Nullable String getQueue() {
        return queue;
    }

    public void setQueue(String queue) {
        this.queue = queue;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }
}
