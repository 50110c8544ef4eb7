package dev.trunkline.telephony.ami;

import dev.trunkline.call.Destination;
import dev.trunkline.call.PbxCommands.PbxRefused;
import io.smallrye.mutiny.Uni;
import java.util.regex.Pattern;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;

/** What may go into an action, and what an answer means. A value that does not pass is a fault of the caller. */
final class AmiWords {
    static final int LONGEST_TEXT = 200;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9._@;/+-]{1,120}");
    private static final Pattern DIALLED = Pattern.compile("[0-9+*#]{1,32}");

    private AmiWords() {}

    static String word(String what, String value) {
        return matching(WORD, what, value);
    }

    /** A call's or a leg's id. */
    static String id(String value) {
        return matching(ID, "id of a leg or call", value);
    }

    static String channel(String value) {
        return matching(CHANNEL, "channel", value);
    }

    /** A number or extension, never a dial string. */
    static String number(Destination to) {
        return matching(DIALLED, "number", to.number());
    }

    /** The dialplan's context for a destination. */
    static String context(Destination to) {
        return switch (to.realm()) {
            case AGENTS -> "from-agents";
            case QUEUES -> "own-numbers";
            case EMERGENCY -> "emergency-call";
        };
    }

    static String matching(Pattern pattern, String what, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a valid " + what + " for the PBX");
        }
        return value;
    }

    static String text(String what, String value) {
        if (!HostileText.fitsOneLine(value, LONGEST_TEXT)) {
            throw new IllegalArgumentException(
                    "The " + what + " for the PBX is too long, or has line breaks or control characters");
        }
        return value;
    }

    /** Nothing, or {@link PbxRefused} with the PBX's own words. */
    static Uni<Void> done(ManagerResponse response) {
        if (response instanceof ManagerError) {
            String message = HostileText.clean(response.getMessage(), LONGEST_TEXT);
            return Uni.createFrom().failure(new PbxRefused("The PBX refused: " + message));
        }
        return Uni.createFrom().voidItem();
    }
}
