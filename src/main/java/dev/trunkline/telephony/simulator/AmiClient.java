package dev.trunkline.telephony.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** One connection to the manager interface. Lines are read on the event loop and answered on the PBX's timeline. */
final class AmiClient {
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 128;
    private static final int MOST_UNSENT = 16 * 1024 * 1024;
    private static final String CHALLENGE = "215403867";

    private final NetSocket socket;
    private final RealTimeline timeline;
    private final String username;
    private final String secret;
    private final Function<Action, String> actions;
    private Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int headerLines;

    /** Touched on the timeline only. */
    private boolean loggedIn;

    private volatile boolean wantsEvents;

    AmiClient(
            NetSocket socket, RealTimeline timeline, String username, String secret, Function<Action, String> actions) {
        this.socket = socket;
        this.timeline = timeline;
        this.username = username;
        this.secret = secret;
        this.actions = actions;
    }

    void greet() {
        RecordParser lines = RecordParser.newDelimited("\r\n").maxRecordSize(LONGEST_LINE);
        lines.handler(this::line);
        lines.exceptionHandler(tooLong -> close());
        socket.handler(lines);
        socket.exceptionHandler(broken -> close());
        socket.setWriteQueueMaxSize(MOST_UNSENT);
        socket.write("Asterisk Call Manager/11.0.0\r\n");
    }

    /** Sends an event to who wants events; a reader too slow for them is cut off, as Asterisk does. */
    void event(Buffer bytes) {
        if (wantsEvents && socket.writeQueueFull()) {
            close();
        } else if (wantsEvents) {
            socket.write(bytes);
        }
    }

    void close() {
        wantsEvents = false;
        socket.close();
    }

    private void line(Buffer bytes) {
        String line = bytes.toString(StandardCharsets.UTF_8);
        int colon = line.indexOf(':');
        if (colon > 0) {
            headers.merge(
                    line.substring(0, colon).strip(),
                    line.substring(colon + 1).strip(),
                    (one, more) -> one + Action.AND + more);
            if (++headerLines > MOST_HEADERS) {
                close();
            }
        } else if (line.isEmpty() && !headers.isEmpty()) {
            Action action = new Action(headers);
            headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headerLines = 0;
            timeline.execute(() -> answer(action));
        }
    }

    private void answer(Action action) {
        switch (action.name().toLowerCase(Locale.ROOT)) {
            case "challenge" ->
                socket.write(action.success().with("Challenge", CHALLENGE).wire());
            case "login" -> login(action);
            case "logoff" -> {
                socket.write(Message.response("Goodbye", action.id())
                        .with("Message", "Thanks for all the fish.")
                        .wire());
                close();
            }
            default -> socket.write(loggedIn ? actions.apply(action) : action.error("Permission denied"));
        }
    }

    private void login(Action action) {
        if (!username.equals(action.get("Username")) || !secretFits(action)) {
            socket.write(action.error("Authentication failed"));
            close();
            return;
        }
        loggedIn = true;
        socket.write(action.message("Authentication accepted"));
        wantsEvents = !"off".equalsIgnoreCase(action.get("Events"));
        if (wantsEvents) {
            socket.write(Message.event("FullyBooted", "system")
                    .with("Uptime", 3600)
                    .with("LastReload", 3600)
                    .with("Status", "Fully Booted")
                    .wire());
        }
    }

    private boolean secretFits(Action action) {
        String key = action.get("Key");
        return key.isEmpty() ? secret.equals(action.get("Secret")) : key.equalsIgnoreCase(md5(CHALLENGE + secret));
    }

    /** The protocol's own way of not sending the secret as it is. */
    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has MD5", impossible);
        }
    }
}
