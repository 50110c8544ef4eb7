package dev.trunkline.telephony.ami;

import dev.trunkline.telephony.PbxAddress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * The socket to the PBX as asterisk-java wants it, but with limits: a line or a message without end ends the connection
 * instead of the memory, and silence for longer than the read time-out ends it too. Whoever does not greet as Asterisk does
 * is refused in so many words. Lines end with CR LF only: a lone LF within a value must not begin a new line, or a caller's
 * name could forge an event.
 *
 * <p>One thread reads; writes come from any thread.
 */
final class BoundedLines implements SocketConnectionFacade {
    static final int LONGEST_LINE = 64 * 1024;
    static final int MOST_LINES_OF_A_MESSAGE = 1_000;

    private static final String GREETING = "Asterisk Call Manager";
    private static final int SHOWN = 80;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final LineWatch watch;
    private byte[] line = new byte[512];
    private int linesOfMessage;
    private boolean greeted;

    /** Sees each line as it is read, before anything is made of it. */
    @FunctionalInterface
    interface LineWatch {
        /**
         * Whether anything is to be made of the line. May wait, which slows the PBX down, or throw, which ends the
         * connection.
         */
        boolean wants(String line) throws IOException;
    }

    BoundedLines(PbxAddress address, Duration connectTimeout, Duration readTimeout, LineWatch watch)
            throws IOException {
        this.watch = watch;
        socket = address.sockets().createSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.setSoTimeout(Math.toIntExact(readTimeout.toMillis()));
            socket.connect(
                    new InetSocketAddress(address.host(), address.port()), Math.toIntExact(connectTimeout.toMillis()));
            if (socket instanceof SSLSocket tls) {
                SSLParameters parameters = tls.getSSLParameters();
                // The certificate must be the host's, as on the web (RFC 9110, 4.3.4), not just anybody's the root
                // signed.
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
                tls.startHandshake();
            }
            in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
            out = socket.getOutputStream();
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    /** The next wanted line, or null at the end of the stream. */
    @Override
    public @Nullable String readLine() throws IOException {
        String next = nextLine();
        if (!greeted && next != null) {
            greeted = greets(next);
        }
        while (next != null && !watch.wants(next)) {
            next = nextLine();
        }
        return next;
    }

    private static boolean greets(String line) throws IOException {
        if (!line.startsWith(GREETING)) {
            throw new IOException(
                    "what listens there is no manager interface of Asterisk: " + HostileText.clean(line, SHOWN));
        }
        return true;
    }

    /** The next whole line, or null at the end of the stream; what is left of a line there is thrown away. */
    private @Nullable String nextLine() throws IOException {
        int length = 0;
        int read;
        while ((read = in.read()) >= 0) {
            if (read == '\n' && length > 0 && line[length - 1] == '\r') {
                return whole(length - 1);
            }
            if (length == LONGEST_LINE) {
                throw new IOException("The PBX sent a line of more than " + LONGEST_LINE + " bytes");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = (byte) read;
        }
        return null;
    }

    private String whole(int length) throws IOException {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        linesOfMessage = text.isEmpty() ? 0 : linesOfMessage + 1;
        if (linesOfMessage > MOST_LINES_OF_A_MESSAGE) {
            throw new IOException("The PBX sent a message of more than " + MOST_LINES_OF_A_MESSAGE + " lines");
        }
        return text;
    }

    @Override
    public void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected() && !socket.isClosed();
    }

    @Override
    public java.net.InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public java.net.InetAddress getRemoteAddress() {
        return socket.getInetAddress();
    }

    @Override
    public int getRemotePort() {
        return socket.getPort();
    }
}
