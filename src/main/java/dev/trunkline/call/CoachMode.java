package dev.trunkline.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a coach takes part in an agent's call. */
@Schema(name = "CoachMode")
public enum CoachMode {
    /** Hears both, is heard by nobody. */
    LISTEN,
    /** Hears both, is heard by the agent alone. */
    WHISPER,
    /** Hears both and is heard by both. */
    BARGE;

    /** The word in the API, and the extension of the dialplan's context. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of a word, empty when there is none. */
    public static Optional<CoachMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
