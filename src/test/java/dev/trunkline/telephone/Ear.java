package dev.trunkline.telephone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Where somebody's sound goes to and comes from, in place of SIPp's own: speaks a tone of its own to whoever sends it
 * something (RTP, a-law), and says which tones it hears.
 */
final class Ear implements AutoCloseable {
    private static final int RATE = 8_000;
    private static final int FRAME = 160;
    private static final int HEADER = 12;
    private static final byte A_LAW = 8;
    private static final int LOUDNESS = 6_000;

    /** Fainter than this is an echo of coding. */
    private static final double AUDIBLE = 600;

    private static final int WINDOW = RATE / 2;
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final DatagramSocket socket;
    private final int hertz;
    private final ScheduledExecutorService voice = Executors.newSingleThreadScheduledExecutor();
    private final short[] heard = new short[WINDOW];
    private int samples;
    private SocketAddress far;
    private int spoken;

    Ear(String address, int hertz) {
        this.hertz = hertz;
        try {
            socket = new DatagramSocket(0, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("ear-" + hertz).start(this::listen);
        voice.scheduleAtFixedRate(this::speak, 20, 20, TimeUnit.MILLISECONDS);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Which of these tones it hears in half a second from now on. */
    Set<Integer> hears(Integer... tones) {
        short[] window = next();
        double unit = window.length == 0 ? 0 : 2.0 / window.length;
        return Arrays.stream(tones)
                .filter(tone -> unit * Math.sqrt(new Sound(window, RATE).strength(tone)) > AUDIBLE)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private synchronized short[] next() {
        samples = 0;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (samples < WINDOW && System.nanoTime() < end) {
            try {
                wait(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while listening", e);
            }
        }
        return Arrays.copyOf(heard, samples);
    }

    private void listen() {
        byte[] bytes = new byte[2_048];
        try {
            while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                socket.receive(packet);
                if (packet.getLength() > HEADER && (bytes[1] & 0x7f) == A_LAW) {
                    take(bytes, packet.getLength(), packet.getSocketAddress());
                }
            }
        } catch (IOException closed) {
            // The test has ended.
            return;
        }
    }

    private synchronized void take(byte[] packet, int length, SocketAddress from) {
        far = from;
        for (int i = HEADER; i < length && samples < WINDOW; i++) {
            heard[samples++] = linear(packet[i]);
        }
        notifyAll();
    }

    private void speak() {
        SocketAddress to;
        synchronized (this) {
            to = far;
        }
        if (to == null) {
            return;
        }
        ByteBuffer packet = ByteBuffer.allocate(HEADER + FRAME)
                .put((byte) 0x80)
                .put(A_LAW)
                .putShort((short) (spoken / FRAME))
                .putInt(spoken)
                .putInt(hertz);
        for (int i = 0; i < FRAME; i++, spoken++) {
            packet.put(aLaw((int) (LOUDNESS * Math.sin(2 * Math.PI * hertz * spoken / RATE))));
        }
        try {
            socket.send(new DatagramPacket(packet.array(), packet.capacity(), to));
        } catch (IOException gone) {
            // Nobody there any more: the next frame is tried like this one.
            return;
        }
    }

    /** ITU-T G.711. */
    private static short linear(byte coded) {
        int value = coded ^ 0x55;
        int exponent = (value >> 4) & 7;
        int magnitude = ((value & 0x0f) << 4) + 8;
        if (exponent > 0) {
            magnitude = (magnitude + 0x100) << (exponent - 1);
        }
        return (short) ((value & 0x80) == 0 ? -magnitude : magnitude);
    }

    /** ITU-T G.711. */
    private static byte aLaw(int sample) {
        int sign = sample < 0 ? 0 : 0x80;
        int magnitude = Math.min(Math.abs(sample), 32_635);
        int exponent = 7;
        for (int mask = 0x4000; exponent > 0 && (magnitude & mask) == 0; mask >>= 1) {
            exponent--;
        }
        int mantissa = exponent == 0 ? magnitude >> 4 : (magnitude >> (exponent + 3)) & 0x0f;
        return (byte) ((sign | exponent << 4 | mantissa) ^ 0x55);
    }

    @Override
    public void close() {
        voice.shutdownNow();
        socket.close();
    }
}
