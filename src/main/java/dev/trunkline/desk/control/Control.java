package dev.trunkline.desk.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked for a call: the published action words. */
public enum Control {
    ANSWER,
    REJECT,
    HANGUP,
    HOLD,
    RESUME,
    MUTE,
    UNMUTE,
    TRANSFER,
    CONSULT,
    SWAP,
    COMPLETE,
    CANCEL,
    CONFERENCE,
    PARK,
    PICKUP,
    DTMF,
    RECORD_PAUSE,
    RECORD_RESUME;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The control of a word, empty when there is none. */
    static Optional<Control> of(String word) {
        return Arrays.stream(values())
                .filter(control -> control.word().equals(word))
                .findFirst();
    }

    /** Whether only the telephone itself can do it, be it on the desk or in the browser. */
    boolean ofThePhone() {
        return switch (this) {
            case ANSWER, HOLD, RESUME, MUTE, UNMUTE -> true;
            default -> false;
        };
    }
}
