package dev.trunkline.call.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sound files as Asterisk writes them, good and bad. */
final class Sounds {
    private Sounds() {}

    /** A whole mono file in which every sample has one value. */
    static byte[] mono(int samples, int value) {
        ByteBuffer sound = header(1, 1, 8_000, 16, samples * 2);
        for (int i = 0; i < samples; i++) {
            sound.putShort((short) value);
        }
        return sound.array();
    }

    static ByteBuffer header(int format, int channels, int rate, int bits, int dataBytes) {
        return ByteBuffer.allocate(44 + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + dataBytes)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) format)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(dataBytes);
    }

    /** The same with the lengths that Asterisk fills in only at the end. */
    static byte[] unfinished(byte[] whole) {
        byte[] copy = whole.clone();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 0);
        return copy;
    }

    static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
