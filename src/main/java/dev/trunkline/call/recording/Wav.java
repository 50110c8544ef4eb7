package dev.trunkline.call.recording;

import dev.trunkline.call.recording.BadSound.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Sound files as Asterisk writes them: RIFF/WAVE, PCM, 16 bit, 8 kHz. Asterisk fills in the lengths when it closes the
 * file, so lengths that disagree with the file's size mean that it is still written, or was cut.
 *
 * @param offset where the samples begin, in bytes
 * @param bytes how many bytes of samples there are
 */
record Wav(Path file, long offset, long bytes) {
    static final int RATE = 8_000;
    static final int SAMPLE_BYTES = 2;
    static final int HEADER_BYTES = 44;
    private static final int MOST_CHUNKS = 16;

    /**
     * Reads and checks the header of a mono file.
     *
     * @throws BadSound when it is not such a file, empty, unfinished or cut
     */
    static Wav read(Path file) throws IOException, BadSound {
        String name = String.valueOf(file.getFileName());
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size < HEADER_BYTES) {
                throw new BadSound(Kind.UNFINISHED, name + " is cut: " + size + " bytes hold no WAV header");
            }
            ByteBuffer head = bytes(channel, 0, 12);
            if (!word(head, 0).equals("RIFF") || !word(head, 8).equals("WAVE")) {
                throw new BadSound(Kind.WRONG, name + " is no WAV file");
            }
            boolean format = false;
            long at = 12;
            for (int chunk = 0; chunk < MOST_CHUNKS && at + 8 <= size; chunk++) {
                ByteBuffer header = bytes(channel, at, 8);
                long length = Integer.toUnsignedLong(header.getInt(4));
                if (word(header, 0).equals("fmt ")) {
                    if (length < 16 || at + 8 + 16 > size) {
                        throw new BadSound(Kind.WRONG, name + " has a broken format chunk");
                    }
                    checkFormat(name, bytes(channel, at + 8, 16));
                    format = true;
                } else if (word(header, 0).equals("data")) {
                    return data(file, name, format, at + 8, length, size);
                }
                at += 8 + length + (length & 1);
            }
            throw new BadSound(Kind.UNFINISHED, name + " is cut: it has no samples");
        }
    }

    private static void checkFormat(String name, ByteBuffer format) throws BadSound {
        int kind = format.getShort(0);
        int channels = format.getShort(2);
        int rate = format.getInt(4);
        int bits = format.getShort(14);
        if (kind != 1 || channels != 1 || rate != RATE || bits != 8 * SAMPLE_BYTES) {
            throw new BadSound(
                    Kind.WRONG,
                    "%s is not PCM of 16 bit, mono, 8000 Hz but format %d, %d bit, %d channels, %d Hz"
                            .formatted(name, kind, bits, channels, rate));
        }
    }

    private static Wav data(Path file, String name, boolean format, long offset, long length, long size)
            throws BadSound {
        long there = size - offset;
        if (!format) {
            throw new BadSound(Kind.WRONG, name + " has samples before their format");
        }
        if (length > there) {
            throw new BadSound(
                    Kind.UNFINISHED, "%s is cut: %d of %d bytes of sound are there".formatted(name, there, length));
        }
        if (length == 0) {
            throw new BadSound(
                    Kind.UNFINISHED,
                    there == 0 ? name + " is empty: it holds no sound" : name + " was not finished by the PBX");
        }
        if (length % SAMPLE_BYTES != 0) {
            throw new BadSound(Kind.WRONG, name + " has half a sample at its end");
        }
        return new Wav(file, offset, length);
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException, BadSound {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new BadSound(Kind.UNFINISHED, "A file became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    private static String word(ByteBuffer buffer, int at) {
        byte[] four = new byte[4];
        buffer.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
