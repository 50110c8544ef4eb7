package dev.trunkline.telephony.ami;

import org.jspecify.annotations.Nullable;

/**
 * Makes text from the telephone network harmless: anyone can send any caller name. What remains is bounded and has no
 * control characters, line breaks, unpaired surrogates or marks that turn the reading direction of what follows. Markup
 * is left as it is: escaping it is the page's affair.
 */
final class HostileText {
    /** What follows the backslash, and what it stands for. */
    private static final String ESCAPES = "\\'\"?abfnrtv";

    private static final String ESCAPED = "\\'\"?\u0007\b\f\n\r\t\u000B";

    private HostileText() {}

    /**
     * The cleaned text without blanks at its ends, or null when nothing is left.
     *
     * @param most length in code points
     */
    static @Nullable String clean(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), most));
        text.codePoints().filter(HostileText::harmless).limit(most).forEach(clean::appendCodePoint);
        String stripped = clean.toString().strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /**
     * Undoes the escapes that Asterisk 22 puts into names ({@code O\'Brien}), and only those: any other backslash stays.
     */
    static @Nullable String unescape(@Nullable String text) {
        if (text == null || text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escaped = c == '\\' && i + 1 < text.length() ? ESCAPES.indexOf(text.charAt(i + 1)) : -1;
            if (escaped < 0) {
                plain.append(c);
            } else {
                plain.append(ESCAPED.charAt(escaped));
                i++;
            }
        }
        return plain.toString();
    }

    /** Whether the text may go into a line of the protocol: no control characters, no line breaks, not too long. */
    static boolean fitsOneLine(String text, int most) {
        return text.length() <= most && text.codePoints().allMatch(HostileText::harmless);
    }

    private static boolean harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> !turnsDirection(codePoint);
            default -> true;
        };
    }

    private static boolean turnsDirection(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
