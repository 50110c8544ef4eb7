package dev.trunkline.faults;

import dev.trunkline.system.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between the service and the PBX's manager interface, and on command is a bad line or a sick PBX.
 *
 * <pre>
 *            ──cut──────────────> CUT       connections broken, new ones refused
 *   FLOWING  ──stall────────────> STALLED   nothing is read or written in either direction; new connections hang
 *            ──stallWithinALine─> (the PBX's next line is written by half) ──> STALLED
 *      ^───────────heal─────────────┘       what was held back is written, if anybody still wants it
 * </pre>
 */
public final class Relay implements AutoCloseable {
    private static final String EVENTS_WANTED = "events: on";
    private static final String SIGNED_IN = "Authentication accepted";
    private final int target;
    private final int port = Ports.free();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final Object changed = new Object();
    private State state = State.FLOWING;
    private ServerSocket server;
    private volatile Instant eventsSince = Instant.MIN;
    private volatile Instant disturbedAt = Instant.MIN;

    private enum State {
        FLOWING,
        HALF_A_LINE,
        STALLED,
        CUT
    }

    /** @param target the port at 127.0.0.1 to which it leads */
    public Relay(int target) {
        this.target = target;
        listen();
    }

    public int port() {
        return port;
    }

    /** When the service last signed in for events. */
    Instant eventsSince() {
        return eventsSince;
    }

    /** Whether the line is whole and the service has signed in for events on it. */
    boolean linked() {
        return state() == State.FLOWING && eventsSince.isAfter(disturbedAt);
    }

    private State state() {
        synchronized (changed) {
            return state;
        }
    }

    public void cut() {
        disturbedAt = Instant.now();
        become(State.CUT);
        close(server);
        lines.forEach(Line::end);
    }

    void stall() {
        become(State.STALLED);
    }

    void stallWithinALine() {
        become(State.HALF_A_LINE);
    }

    /** Does nothing while all is well. */
    public void heal() {
        if (server.isClosed()) {
            listen();
        }
        become(State.FLOWING);
    }

    @Override
    public void close() {
        cut();
    }

    private void become(State next) {
        synchronized (changed) {
            state = next;
            changed.notifyAll();
        }
    }

    private void listen() {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            server = socket;
            Thread.ofVirtual().name("relay").start(() -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket service = from.accept();
                try {
                    new Line(service, new Socket(InetAddress.getLoopbackAddress(), target)).begin();
                } catch (IOException pbxIsAway) {
                    close(service);
                }
            }
        } catch (IOException cut) {
            close(from);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** One connection, with a thread for each direction. */
    private final class Line {
        private final Socket service;
        private final Socket pbx;
        private volatile boolean events;

        Line(Socket service, Socket pbx) {
            this.service = service;
            this.pbx = pbx;
        }

        void begin() {
            lines.add(this);
            Thread.ofVirtual().start(() -> carry(service, pbx, false));
            Thread.ofVirtual().start(() -> carry(pbx, service, true));
        }

        void end() {
            lines.remove(this);
            close(service);
            close(pbx);
        }

        private void carry(Socket from, Socket to, boolean fromPbx) {
            byte[] chunk = new byte[8_192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    int written = fromPbx ? halfALine(chunk, n, out) : 0;
                    awaitFlow();
                    // Before it is written: the answer may be back at once, on the other thread.
                    notice(new String(chunk, 0, n, StandardCharsets.ISO_8859_1), fromPbx);
                    out.write(chunk, written, n - written);
                }
                end();
            } catch (IOException | InterruptedException broken) {
                // As a line breaks: both sides are told by the end of their sockets.
                end();
            }
        }

        /** Where that is asked for, writes up to within a line; how much it wrote. */
        private int halfALine(byte[] chunk, int n, OutputStream out) throws IOException {
            synchronized (changed) {
                if (state != State.HALF_A_LINE || !events) {
                    return 0;
                }
                state = State.STALLED;
            }
            int middle = n / 2;
            while (middle > 0 && (chunk[middle - 1] == '\n' || chunk[middle - 1] == '\r')) {
                middle--;
            }
            out.write(chunk, 0, middle);
            return middle;
        }

        private void awaitFlow() throws InterruptedException {
            synchronized (changed) {
                while (state == State.STALLED) {
                    changed.wait();
                }
            }
        }

        private void notice(String text, boolean fromPbx) {
            events |= !fromPbx && text.toLowerCase(Locale.ROOT).contains(EVENTS_WANTED);
            if (fromPbx && events && text.contains(SIGNED_IN)) {
                eventsSince = Instant.now();
            }
        }
    }
}
