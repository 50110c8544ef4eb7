package dev.trunkline.call.recording;

/** A sound file that cannot be used as it is now; the message says what is wrong and with which file. */
final class BadSound extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What may be done about it. */
    enum Kind {
        /** It is not there, and may still come. */
        ABSENT,
        /** It seems to be still written. */
        UNFINISHED,
        /** Reading or storing failed, as on a full disk: not the recording's fault, and over some time. */
        HELD_UP,
        /** It will not get better. */
        WRONG
    }

    BadSound(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The message, which is never null. */
    String problem() {
        return String.valueOf(getMessage());
    }
}
