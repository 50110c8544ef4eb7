package dev.trunkline.telephone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Somebody signed in to the service, by its REST interface. What the service refuses is an {@link AssertionError}. */
public final class RestClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI base;
    private final String token;

    private RestClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public static RestClient signIn(URI service, String username, String password) {
        RestClient stranger = new RestClient(service.resolve("/api/v1/"), "");
        JsonNode session = stranger.post("session", Map.of("username", username, "password", password));
        return new RestClient(stranger.base, session.path("token").asText());
    }

    /** What shows who is asking. */
    String token() {
        return token;
    }

    public JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    public JsonNode post(String path, Object body) {
        return json(send(request(path).POST(content(body))));
    }

    public JsonNode put(String path, Object body) {
        return json(send(request(path).PUT(content(body))));
    }

    public void delete(String path) {
        send(request(path).DELETE());
    }

    /** Changes what is there now. */
    public void patch(String path, Object body) {
        String version = send(request(path).GET()).headers().firstValue("ETag").orElseThrow();
        send(request(path).header("If-Match", version).method("PATCH", content(body)));
    }

    public byte[] bytes(String path) {
        return send(request(path).GET()).body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new AssertionError(request.method() + " " + request.uri() + " gave " + response.statusCode()
                        + ": " + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the service", e);
        }
    }

    private static HttpRequest.BodyPublisher content(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
