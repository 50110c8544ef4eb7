package dev.trunkline.call.recording;

import dev.trunkline.call.recording.BadSound.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Makes one stereo file of two mono ones: the customer on the left, the agent on the right. Blocks; for worker threads.
 *
 * @param bytes size of the whole file
 * @param sha256 of the whole file, in hexadecimal
 */
record Stereo(long bytes, long durationMs, String sha256) {
    /** Asterisk closes the two files within moments of each other; a difference beyond this is a defect. */
    private static final long TOLERATED_BYTES = (long) Wav.RATE * Wav.SAMPLE_BYTES;

    private static final int FRAME_BYTES = 2 * Wav.SAMPLE_BYTES;
    private static final int BLOCK_FRAMES = 4_096;

    /**
     * Writes the stereo file beside its place and then renames it, so that it is there whole or not at all.
     *
     * @throws BadSound when the two do not belong together
     */
    static Stereo make(Wav left, Wav right, Path target) throws IOException, BadSound {
        if (Math.abs(left.bytes() - right.bytes()) > TOLERATED_BYTES) {
            throw new BadSound(
                    Kind.WRONG,
                    "%s and %s differ in length: %d and %d bytes of sound"
                            .formatted(
                                    left.file().getFileName(),
                                    right.file().getFileName(),
                                    left.bytes(),
                                    right.bytes()));
        }
        long frames = Math.max(left.bytes(), right.bytes()) / Wav.SAMPLE_BYTES;
        if (Wav.HEADER_BYTES + frames * FRAME_BYTES > Integer.MAX_VALUE) {
            throw new BadSound(Kind.WRONG, left.file().getFileName() + " is too long for a WAV file");
        }
        MessageDigest digest = digest();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.createDirectories(part.getParent());
        try {
            try (FileChannel file = FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING);
                    OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), digest);
                    InputStream one = open(left);
                    InputStream two = open(right)) {
                out.write(header(frames));
                samples(one, left.bytes(), two, right.bytes(), frames, out);
                file.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return new Stereo(
                Wav.HEADER_BYTES + frames * FRAME_BYTES,
                frames * 1000 / Wav.RATE,
                HexFormat.of().formatHex(digest.digest()));
    }

    private static void samples(
            InputStream left, long leftBytes, InputStream right, long rightBytes, long frames, OutputStream out)
            throws IOException {
        byte[] one = new byte[BLOCK_FRAMES * Wav.SAMPLE_BYTES];
        byte[] two = new byte[BLOCK_FRAMES * Wav.SAMPLE_BYTES];
        byte[] both = new byte[BLOCK_FRAMES * FRAME_BYTES];
        long leftLeft = leftBytes;
        long rightLeft = rightBytes;
        for (long done = 0; done < frames; done += BLOCK_FRAMES) {
            int now = (int) Math.min(BLOCK_FRAMES, frames - done);
            leftLeft -= fill(left, one, now * Wav.SAMPLE_BYTES, leftLeft);
            rightLeft -= fill(right, two, now * Wav.SAMPLE_BYTES, rightLeft);
            for (int frame = 0; frame < now; frame++) {
                System.arraycopy(one, frame * 2, both, frame * FRAME_BYTES, 2);
                System.arraycopy(two, frame * 2, both, frame * FRAME_BYTES + 2, 2);
            }
            out.write(both, 0, now * FRAME_BYTES);
        }
    }

    /** Reads what is left, up to a count; the rest is silence. */
    private static int fill(InputStream in, byte[] into, int count, long left) throws IOException {
        int read = in.readNBytes(into, 0, (int) Math.min(count, left));
        java.util.Arrays.fill(into, read, count, (byte) 0);
        return read;
    }

    private static InputStream open(Wav wav) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(wav.file()));
        in.skipNBytes(wav.offset());
        return in;
    }

    private static byte[] header(long frames) {
        int data = (int) (frames * FRAME_BYTES);
        return ByteBuffer.allocate(Wav.HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(Wav.HEADER_BYTES - 8 + data)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(Wav.RATE)
                .putInt(Wav.RATE * FRAME_BYTES)
                .putShort((short) FRAME_BYTES)
                .putShort((short) (8 * Wav.SAMPLE_BYTES))
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(data)
                .array();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
