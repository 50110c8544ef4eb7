package dev.trunkline.telephone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The lines of a file that somebody else appends to. Each is read once, however often one asks: tests ask many times a
 * second, of a journal of hours. A file that has become shorter is another one and is read anew.
 */
final class GrowingFile<T> {
    private final Path file;
    private final Function<String, T> parse;
    private final List<T> rows = new ArrayList<>();
    private long read;

    GrowingFile(Path file, Function<String, T> parse) {
        this.file = file;
        this.parse = parse;
    }

    /** What stands in the whole lines so far, none while there is no file. */
    synchronized List<T> rows() {
        if (Files.exists(file)) {
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                if (channel.size() < read) {
                    rows.clear();
                    read = 0;
                }
                channel.position(read);
                take(channel);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(rows);
    }

    private void take(SeekableByteChannel channel) throws IOException {
        ByteBuffer fresh = ByteBuffer.allocate(Math.toIntExact(channel.size() - read));
        while (fresh.hasRemaining() && channel.read(fresh) >= 0) {
            // Until all of what was there is read.
        }
        byte[] bytes = fresh.array();
        int whole = fresh.position();
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        read += whole;
        new String(bytes, 0, whole, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(parse)
                .forEach(rows::add);
    }
}
