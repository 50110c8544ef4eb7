package dev.trunkline.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Open boards that note when each first showed a caller waiting and first showed the caller's agent in talk. Both ends are in
 * this process, so that one clock measures. Thread-safe.
 */
final class BoardPages {
    private static final Pattern CALL = Pattern.compile("\"id\":\"(load-[0-9.]+)\"");

    private final Vertx vertx;
    private final int port;
    private final Stopwatch waiting = new Stopwatch();
    private final Stopwatch talking = new Stopwatch();
    private final LongAdder messages = new LongAdder();
    private final LongAdder text = new LongAdder();
    private int boards;

    BoardPages(Vertx vertx, int port) {
        this.vertx = vertx;
        this.port = port;
    }

    /** Opens so many boards of the session's person; waits until it is done. */
    void open(int count, String token) throws Exception {
        boards = count;
        var sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(count)
                .setMaxFrameSize(1 << 22)
                .setMaxMessageSize(1 << 24));
        for (int board = 0; board < count; board++) {
            int number = board;
            sockets.connect(new WebSocketConnectOptions()
                            .setHost("127.0.0.1")
                            .setPort(port)
                            .setURI("/api/v1/board")
                            .addHeader("Authorization", "Bearer " + token))
                    .onSuccess(socket -> socket.textMessageHandler(message -> told(number, message)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    /** The caller is about to wait. */
    void joins(String callId) {
        for (int board = 0; board < boards; board++) {
            waiting.rings(key(board, callId));
        }
    }

    /** The caller is about to talk to the agent. */
    void connects(String callId) {
        for (int board = 0; board < boards; board++) {
            talking.rings(key(board, callId));
        }
    }

    Stopwatch.Figures waiting() {
        return waiting.figures();
    }

    Stopwatch.Figures talking() {
        return talking.figures();
    }

    /** Messages all boards got. */
    long messages() {
        return messages.sum();
    }

    /** Characters all boards got. */
    long text() {
        return text.sum();
    }

    /** Begins to measure anew. */
    void reset() {
        waiting.reset();
        talking.reset();
        messages.reset();
        text.reset();
    }

    private void told(int board, String message) {
        messages.increment();
        text.add(message.length());
        if (message.contains("\"type\":\"queue\"")) {
            eachCall(message, call -> waiting.popped(key(board, call)));
        } else if (message.contains("\"type\":\"agent\"") && message.contains("\"state\":\"on-call\"")) {
            eachCall(message, call -> talking.popped(key(board, call)));
        }
    }

    private static void eachCall(String message, Consumer<String> call) {
        Matcher ids = CALL.matcher(message);
        while (ids.find()) {
            call.accept(ids.group(1));
        }
    }

    private static String key(int board, String callId) {
        return board + "/" + callId;
    }
}
