package dev.trunkline.telephone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** UDP ports nobody uses at the moment of asking. */
final class FreePorts {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000; // below the range the system hands out by itself
    private static final AtomicInteger NEXT_BLOCK =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(HIGHEST - LOWEST));

    private FreePorts() {}

    static int udp(String address) {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The even first port of a block for media, another one each time; that it overlaps another process's is unlikely and
     * does no lasting harm.
     */
    static int block(int size) {
        return LOWEST + size * (NEXT_BLOCK.getAndIncrement() % ((HIGHEST - LOWEST) / size));
    }
}
