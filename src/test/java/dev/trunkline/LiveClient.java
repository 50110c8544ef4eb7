package dev.trunkline;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A live page as far as its socket goes; one that can stop reading. */
public final class LiveClient implements WebSocket.Listener, AutoCloseable {
    private final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private volatile boolean over;
    private volatile int closedWith;

    private LiveClient(URI uri, String token) {
        URI ws = URI.create(uri.toString().replaceFirst("^http", "ws"));
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("bearer", token)
                .buildAsync(ws, this)
                .join();
    }

    /** Opens a page that reads nothing until it is told to. */
    public static LiveClient silent(URI uri, String token) {
        return new LiveClient(uri, token);
    }

    /** Opens a page that reads all it gets. */
    public static LiveClient open(URI uri, String token) {
        LiveClient client = new LiveClient(uri, token);
        client.read();
        return client;
    }

    /** Reads all from now on. */
    public void read() {
        socket.request(Long.MAX_VALUE);
    }

    /** Asks to go on after a message. */
    public void resume(long seq) {
        say(new JsonObject().put("type", "resume").put("seq", seq));
    }

    /** Says something to the service. */
    public void say(JsonObject message) {
        socket.sendText(message.encode(), true).join();
    }

    /** What came so far, of one type. */
    public List<JsonObject> received(String type) {
        return messages.stream()
                .filter(message -> type.equals(message.getString("type")))
                .toList();
    }

    public List<JsonObject> received() {
        return List.copyOf(messages);
    }

    /** Whether the service ended the connection. */
    public boolean over() {
        return over;
    }

    /** The code with which the service ended the connection, 0 when it has not. */
    public int closedWith() {
        return closedWith;
    }

    @Override
    public void onOpen(WebSocket opened) {
        // Reading begins when the test says so.
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            messages.add(new JsonObject(part.toString()));
            part.setLength(0);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closedWith = status;
        over = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        over = true;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
