package dev.trunkline.telephony.ami;

/** An event lacks what it must have, or has it in a form that cannot be: it is counted and left out. */
public final class MalformedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedEvent(String message) {
        super(message, null, false, false);
    }
}
