package dev.trunkline.telephony.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A manager interface by hand, for what a real one will not do on demand: rubbish, silence, refusal, sudden ends. */
final class FakeAmi implements AutoCloseable {
    /** Answers an action with the text to send, null to say nothing. */
    final Map<String, Function<Map<String, String>, @Nullable String>> answers = new TreeMap<>();

    /** Actions received, in order, by all connections, but for pings, which come when nothing else has for a while. */
    final List<Map<String, String>> actions = new CopyOnWriteArrayList<>();

    private final BlockingQueue<Socket> loggedIn = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    volatile String banner = "Asterisk Call Manager/11.0.0\r\n";

    FakeAmi() throws IOException {
        answers.put("challenge", action -> success(action, "Challenge: 1234"));
        answers.put("login", action -> success(action, "Message: Authentication accepted"));
        answers.put("coresettings", action -> success(action, "AMIversion: 11.0.0", "AsteriskVersion: 22.10.1"));
        answers.put("ping", action -> success(action, "Ping: Pong"));
        answers.put(
                "coreshowchannels",
                action -> success(action, "EventList: start")
                        + message(
                                "Event: CoreShowChannelsComplete", id(action), "EventList: Complete", "ListItems: 0"));
        answers.put(
                "queuestatus",
                action -> success(action, "EventList: start")
                        + message("Event: QueueStatusComplete", id(action), "EventList: Complete", "ListItems: 0"));
        answers.put("logoff", action -> message("Response: Goodbye", id(action)));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    static String id(Map<String, String> action) {
        return "ActionID: " + action.get("actionid");
    }

    static String success(Map<String, String> action, String... lines) {
        return "Response: Success\r\n" + id(action) + "\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
    }

    static String error(Map<String, String> action, String message) {
        return message("Response: Error", id(action), "Message: " + message);
    }

    static String message(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** The next connection that has logged in. */
    Socket awaitLogin() throws InterruptedException {
        Socket socket = loggedIn.poll(10, TimeUnit.SECONDS);
        if (socket == null) {
            throw new AssertionError("Nobody logged in");
        }
        return socket;
    }

    static void send(Socket socket, String text) throws IOException {
        // Asked for its stream a second time, a socket may be closed: the other side may have hung up on what it was
        // sent.
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            send(socket, banner);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Map<String, String> action = new TreeMap<>();
            String line;
            while ((line = in.readLine()) != null) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    // Of several variables, each in a line of its own.
                    action.merge(
                            line.substring(0, colon).toLowerCase(),
                            line.substring(colon + 1).strip(),
                            (one, more) -> one + "\n" + more);
                } else if (!action.isEmpty()) {
                    answer(socket, action);
                    action = new TreeMap<>();
                }
            }
        } catch (IOException | UncheckedIOException gone) {
            // The other side has gone, or the test has closed us.
        }
    }

    private void answer(Socket socket, Map<String, String> action) throws IOException {
        String name = action.getOrDefault("action", "").toLowerCase();
        if (!name.equals("ping")) {
            actions.add(Map.copyOf(action));
        }
        Function<Map<String, String>, @Nullable String> answer = answers.get(name);
        String text = answer == null ? error(action, "Invalid/unknown command") : answer.apply(action);
        if (text != null) {
            send(socket, text);
            if (name.equals("login") && text.startsWith("Response: Success")) {
                loggedIn.add(socket);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
