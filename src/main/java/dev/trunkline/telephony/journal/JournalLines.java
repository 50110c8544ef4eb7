package dev.trunkline.telephony.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, one after another, in bounded memory: of a line longer than {@value #LONGEST} bytes only its place
 * is told. Bytes that are no UTF-8 become replacement marks. Not thread-safe; blocks.
 */
final class JournalLines implements AutoCloseable {
    static final int LONGEST = 64 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final boolean growing;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private long offset;

    /**
     * A line.
     *
     * @param offset of its first byte in the file
     * @param text without the line's end, null when it is too long
     */
    record Line(long offset, @Nullable String text) {}

    /**
     * @param offset of the stream's first byte in the file
     * @param growing whether the file is still written to, so that a last line without an end is left for later
     */
    JournalLines(InputStream in, long offset, boolean growing) {
        this.in = in;
        this.offset = offset;
        this.growing = growing;
    }

    /** The next line, null when there is none, or none whole yet. */
    @Nullable
    Line next() throws IOException {
        long start = offset;
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        while (true) {
            if (from == to && !fill()) {
                boolean partial = offset > start && !growing;
                return partial ? line(start, line, tooLong) : null;
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + end - from > LONGEST;
            if (!tooLong) {
                line.write(buffer, from, end - from);
            }
            boolean whole = end < to;
            int next = whole ? end + 1 : end;
            offset += next - from;
            from = next;
            if (whole) {
                return line(start, line, tooLong);
            }
        }
    }

    private static Line line(long start, ByteArrayOutputStream line, boolean tooLong) {
        return new Line(
                start, tooLong ? null : line.toString(StandardCharsets.UTF_8).stripTrailing());
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
