package dev.trunkline.telephone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears what an agent's page is told, from now on. */
public final class DeskEar implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    private DeskEar(URI desk, String token) {
        socket = client.newWebSocketBuilder()
                .subprotocols("bearer", token)
                .buildAsync(desk, new Listener())
                .join();
    }

    public static DeskEar open(URI service, RestClient agent) {
        URI desk = URI.create("ws://" + service.getAuthority() + "/api/v1/desk");
        return new DeskEar(desk, agent.token());
    }

    /** The messages so far, the oldest first. */
    List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    messages.add(JSON.readTree(text.toString()));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("not JSON: " + text, e);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
