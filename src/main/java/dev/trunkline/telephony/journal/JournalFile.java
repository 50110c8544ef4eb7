package dev.trunkline.telephony.journal;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One file of the journal, open: renaming it does not matter any more. Not thread-safe; blocks. */
final class JournalFile implements AutoCloseable {
    /** Lines looked at to find one that tells its time. */
    private static final int PROBE = 50;
    /** A stretch short enough to be read through rather than searched. */
    private static final long NEAR = 64 * 1024;

    private final Path path;
    private final Object key;
    private final FileChannel channel;
    private final Parser parser;
    private final String beginning;

    /** Reads a line of this kind of file. */
    interface Parser {
        JournalLine parse(String line) throws BadLine;
    }

    JournalFile(Path path, Parser parser) throws IOException {
        this.path = path;
        this.parser = parser;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.key = Objects.requireNonNullElse(
                Files.readAttributes(path, BasicFileAttributes.class).fileKey(), path);
        this.beginning = beginning();
    }

    private String beginning() throws IOException {
        try {
            JournalLines.Line line = lines(0, false).next();
            return line == null || line.text() == null ? name() : line.text();
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Its first line, by which it is known again when it was renamed or copied. */
    String firstLine() {
        return beginning;
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    Path path() {
        return path;
    }

    /** Which file it is, whatever it is called. */
    Object key() {
        return key;
    }

    private boolean zipped() {
        return name().endsWith(".gz");
    }

    JournalLine parse(String line) throws BadLine {
        return parser.parse(line);
    }

    /** The time of the first line that tells one, null when none near the beginning does. */
    @Nullable
    Instant first() throws IOException {
        return timeAt(0, Long.MAX_VALUE);
    }

    /**
     * Its lines, beginning not long before the first that is as new as this.
     *
     * @param growing whether the PBX still writes to it
     */
    JournalLines from(Instant time, boolean growing) throws IOException {
        long offset = zipped() ? 0 : search(time);
        JournalLines lines = lines(offset, growing);
        if (offset > 0) {
            lines.next();
        }
        return lines;
    }

    /** The last offset found whose next line is older; 0 when there is none. */
    private long search(Instant time) throws IOException {
        long low = 0;
        long high = channel.size();
        while (high - low > NEAR) {
            long middle = low + (high - low) / 2;
            Instant at = timeAt(middle, high);
            if (at != null && at.isBefore(time)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private @Nullable Instant timeAt(long offset, long end) throws IOException {
        JournalLines lines = lines(offset, false);
        if (offset > 0) {
            lines.next();
        }
        for (int i = 0; i < PROBE; i++) {
            JournalLines.Line line = lines.next();
            if (line == null || line.offset() >= end) {
                return null;
            }
            String text = line.text();
            if (text != null) {
                try {
                    return parse(text).at();
                } catch (BadLine garbage) {
                    continue;
                }
            }
        }
        return null;
    }

    private JournalLines lines(long offset, boolean growing) throws IOException {
        channel.position(offset);
        InputStream in = new KeptOpen(Channels.newInputStream(channel));
        return new JournalLines(zipped() ? new GZIPInputStream(new BufferedInputStream(in)) : in, offset, growing);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The channel is this file's to close. */
    private static final class KeptOpen extends FilterInputStream {
        KeptOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // Left to the file.
        }
    }
}
