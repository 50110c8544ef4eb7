package dev.trunkline.telephony.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes 16-bit mono PCM as a RIFF/WAVE file. */
final class Wav {
    private static final int HEADER = 44;

    private Wav() {}

    /** The file appears whole: it is written beside its place and then moved there. */
    static void write(Path file, int rate, short[] samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER - 8 + samples.length * 2).put(ascii("WAVEfmt "));
        bytes.putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
        bytes.put(ascii("data")).putInt(samples.length * 2);
        bytes.asShortBuffer().put(samples);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes.array());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
