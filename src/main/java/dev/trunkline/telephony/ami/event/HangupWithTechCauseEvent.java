package dev.trunkline.telephony.ami.event;

import org.asteriskjava.manager.AsteriskMapping;
import org.asteriskjava.manager.event.HangupEvent;
import org.jspecify.annotations.Nullable;

/** Asterisk's Hangup with the technology's own cause, for SIP the status code, which asterisk-java leaves out. */
@AsteriskMapping("Hangup")
public final class HangupWithTechCauseEvent extends HangupEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String techCause;

    public HangupWithTechCauseEvent(Object source) {
        super(source);
    }

    public @Nullable String getTechCause() {
        return techCause;
    }

    public void setTechCause(String techCause) {
        this.techCause = techCause;
    }
}
