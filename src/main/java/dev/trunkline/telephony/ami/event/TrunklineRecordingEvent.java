package dev.trunkline.telephony.ami.event;

import org.jspecify.annotations.Nullable;

/** A recording was set up; {@code File} is the base name of its files. */
public final class TrunklineRecordingEvent extends TrunklineUserEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String file;

    public TrunklineRecordingEvent(Object source) {
        super(source);
    }

    @Override
    public @Nullable String getFile() {
        return file;
    }

    @Override
    public void setFile(String file) {
        this.file = file;
    }
}
