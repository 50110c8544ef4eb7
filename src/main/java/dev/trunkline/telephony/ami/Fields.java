package dev.trunkline.telephony.ami;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of events, and of the PBX's journal, which holds the same: bounded, without control characters, or
 * refused by {@link MalformedEvent}.
 */
public final class Fields {
    private static final int LONGEST_ID = 150;
    private static final int LONGEST_CHANNEL = 200;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_WORD = 128;

    /** What SIP peers send in place of a number when there is none. */
    private static final Set<String> NO_NUMBER =
            Set.of("anonymous", "restricted", "unavailable", "unknown", "private", "<unknown>");

    private Fields() {}

    /** An identifier made by Asterisk: must be there, and must be itself after cleaning. */
    public static String id(String field, @Nullable String value) {
        String id = HostileText.clean(value, LONGEST_ID);
        if (id == null || !id.equals(value)) {
            throw new MalformedEvent(field + (value == null ? " is missing" : " is no identifier"));
        }
        return id;
    }

    static @Nullable String optionalId(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : id(field, value);
    }

    /** A channel's name: must be there. */
    public static String channel(@Nullable String value) {
        return required("Channel", HostileText.clean(value, LONGEST_CHANNEL));
    }

    /** A name given by the PBX's administrator: must be there. */
    public static String word(String field, @Nullable String value) {
        return required(field, optionalWord(value));
    }

    /** A name given by the PBX's administrator, null when there is none. */
    public static @Nullable String optionalWord(@Nullable String value) {
        return HostileText.clean(value, LONGEST_WORD);
    }

    /** A calling number, null when there is none. */
    public static @Nullable String number(@Nullable String value) {
        String number = HostileText.clean(value, LONGEST_NUMBER);
        return number == null || NO_NUMBER.contains(number.toLowerCase(Locale.ROOT)) ? null : number;
    }

    /** Whether a word in place of the number says that the caller wants to stay unknown. */
    public static boolean anonymous(@Nullable String number) {
        return number != null && NO_NUMBER.contains(number.strip().toLowerCase(Locale.ROOT));
    }

    static @Nullable String name(@Nullable String value) {
        return HostileText.clean(HostileText.unescape(value), LONGEST_NAME);
    }

    /** Whether {@code CALLERID(num-pres)} forbids showing the number. */
    public static boolean withheld(@Nullable String presentation) {
        String word = presentation == null ? "" : presentation.toLowerCase(Locale.ROOT);
        return word.startsWith("prohib") || word.equals("unavailable");
    }

    /** What was dialled on entry; legs the PBX made have none or {@code s}. */
    public static @Nullable String dialled(@Nullable String exten) {
        String dialled = HostileText.clean(exten, LONGEST_NUMBER);
        return "s".equals(dialled) ? null : dialled;
    }

    /** The agent a queue member stands for: the member's name, else the extension in its interface. */
    static String agent(@Nullable String memberName, @Nullable String memberInterface) {
        String name = HostileText.clean(memberName, LONGEST_WORD);
        if (name != null) {
            return name;
        }
        String device = word("MemberName", memberInterface);
        return device.substring(device.indexOf('/') + 1);
    }

    /** Seconds since 1970 as the PBX stamps its events, null when they are none. */
    static @Nullable Instant instant(@Nullable Double seconds) {
        if (seconds == null || !(seconds > 0 && seconds < 1e11)) {
            return null;
        }
        try {
            long micros = Math.round(seconds * 1e6);
            return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw new MalformedEvent(field + " is missing");
        }
        return value;
    }
}
