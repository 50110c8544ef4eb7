package dev.trunkline.call.recording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file, from the {@code Range} header (RFC 9110, section 14).
 *
 * @param first the first byte, from 0
 * @param last the last byte, included
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /** Asks for something beyond the file's end. */
    static final class Unsatisfiable extends Exception {
        private static final long serialVersionUID = 1L;

        Unsatisfiable() {
            super(null, null, false, false);
        }
    }

    long length() {
        return last - first + 1;
    }

    /**
     * The part a header asks for.
     *
     * @return null when the whole file is to be sent: no header, one that is no range of bytes, or several ranges
     * @throws Unsatisfiable for a well-formed range of which the file has nothing
     */
    static @Nullable ByteRange parse(@Nullable String header, long size) throws Unsatisfiable {
        Matcher parts = ONE.matcher(header == null ? "" : header);
        if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
            return null;
        }
        if (parts.group(1).isEmpty()) {
            long tail = Long.parseLong(parts.group(2));
            if (tail == 0 || size == 0) {
                throw new Unsatisfiable();
            }
            return new ByteRange(Math.max(0, size - tail), size - 1);
        }
        long first = Long.parseLong(parts.group(1));
        long last = parts.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(parts.group(2)));
        if (!parts.group(2).isEmpty() && Long.parseLong(parts.group(2)) < first) {
            return null;
        }
        if (first >= size) {
            throw new Unsatisfiable();
        }
        return new ByteRange(first, last);
    }
}
