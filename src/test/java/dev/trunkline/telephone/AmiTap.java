package dev.trunkline.telephone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The plainest possible AMI client: it keeps every byte Asterisk sent, and lets a test wait for a message. It shares
 * nothing with the service's own reader, so that neither can hide the other's mistakes.
 */
public final class AmiTap implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final List<Map<String, String>> messages = new ArrayList<>();
    private final Thread reader;
    private int actions;

    private AmiTap(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        reader = Thread.ofVirtual().name("ami-tap").start(this::read);
    }

    /** Signs in; with or without events. */
    public static AmiTap open(int port, boolean events) {
        try {
            AmiTap tap = new AmiTap(port);
            tap.send("Login", Map.of("Username", "trunkline", "Secret", "trunkline", "Events", events ? "on" : "off"));
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends an action and returns Asterisk's response. */
    public Map<String, String> send(String action, Map<String, String> headers) {
        String id = "tap-" + ++actions;
        StringBuilder text = new StringBuilder("Action: ")
                .append(action)
                .append("\r\nActionID: ")
                .append(id);
        headers.forEach(
                (name, value) -> text.append("\r\n").append(name).append(": ").append(value));
        try {
            socket.getOutputStream().write(text.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return await(m -> id.equals(m.get("ActionID")) && m.containsKey("Response"), ANSWER);
    }

    /** Makes an agent's phone a member of a queue, as the service does. */
    public void join(String queue, int agent) {
        join(queue, agent, "PJSIP/" + agent);
    }

    /** Makes an agent a member of a queue by a channel that leads to the agent's phone. */
    public void join(String queue, int agent, String member) {
        Map<String, String> response = send(
                "QueueAdd",
                Map.of(
                        "Queue",
                        queue,
                        "Interface",
                        member,
                        "MemberName",
                        "" + agent,
                        "StateInterface",
                        "PJSIP/" + agent));
        if (!"Success".equals(response.get("Response"))) {
            throw new AssertionError("QueueAdd: " + response);
        }
    }

    /** Sets one of the settings the dialplan reads. */
    public Map<String, String> set(String setting, String value) {
        return send("Setvar", Map.of("Variable", setting, "Value", value));
    }

    /** Rings an agent's phone, and when it is answered dials the number, as a click on the page does. */
    public void originate(int agent, String number, String channelId) {
        send(
                "Originate",
                Map.of(
                        "Channel",
                        "PJSIP/" + agent,
                        "Context",
                        "from-agents",
                        "Exten",
                        number,
                        "Priority",
                        "1",
                        "ChannelId",
                        channelId,
                        "Async",
                        "true"));
    }

    /** The first event of this name, waiting for it if it has not come yet. */
    public Map<String, String> awaitEvent(String name, Duration limit) {
        return await(m -> name.equals(m.get("Event")), limit);
    }

    /** The first message that fits, waiting for it if it has not come yet. */
    public Map<String, String> await(Predicate<Map<String, String>> wanted, Duration limit) {
        Instant end = Instant.now().plus(limit);
        synchronized (messages) {
            while (true) {
                for (Map<String, String> message : messages) {
                    if (wanted.test(message)) {
                        return message;
                    }
                }
                long left = Duration.between(Instant.now(), end).toMillis();
                if (left <= 0) {
                    throw new AssertionError("not heard within " + limit + "; heard " + names());
                }
                try {
                    messages.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while waiting for Asterisk", e);
                }
            }
        }
    }

    /** Waits until so many events of this name have come. */
    public void awaitEvents(String name, int count, Duration limit) {
        await(m -> events(name).size() >= count, limit);
    }

    /** The events of this name so far. */
    public List<Map<String, String>> events(String name) {
        synchronized (messages) {
            return messages.stream().filter(m -> name.equals(m.get("Event"))).toList();
        }
    }

    /** Every byte so far. */
    public byte[] received() {
        synchronized (messages) {
            return received.toByteArray();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            reader.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        byte[] chunk = new byte[65_536];
        StringBuilder open = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                synchronized (messages) {
                    received.write(chunk, 0, n);
                    open.append(new String(chunk, 0, n, StandardCharsets.ISO_8859_1));
                    takeMessages(open);
                    messages.notifyAll();
                }
            }
        } catch (IOException e) {
            // The test closed the connection or killed Asterisk: what came until then is kept.
            return;
        }
    }

    private void takeMessages(StringBuilder open) {
        for (int end = open.indexOf("\r\n\r\n"); end >= 0; end = open.indexOf("\r\n\r\n")) {
            messages.add(parse(open.substring(0, end)));
            open.delete(0, end + 4);
        }
    }

    private static Map<String, String> parse(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                byte[] value = line.substring(colon + 2).getBytes(StandardCharsets.ISO_8859_1);
                headers.putIfAbsent(line.substring(0, colon), new String(value, StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    private List<String> names() {
        return messages.stream()
                .map(m -> m.getOrDefault("Event", "Response " + m.get("Response")))
                .toList();
    }
}
