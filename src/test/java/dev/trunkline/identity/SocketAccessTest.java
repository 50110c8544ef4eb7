package dev.trunkline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class SocketAccessTest {
    @Inject
    People people;

    @TestHTTPResource("/api/v1/test-socket")
    URI desk;

    @TestHTTPResource("/api/v1/test-unnamed")
    URI unnamed;

    private String token = "";

    @BeforeEach
    void somebody() {
        token = people.token("socket.wei", Role.AGENT, null);
    }

    @Test
    void theHeaderLetsIn() throws Exception {
        assertThat(greeting(desk, b -> b.header("Authorization", "Bearer " + token)))
                .isEqualTo("socket.wei");
    }

    @Test
    void theShortSubprotocolLetsIn() throws Exception {
        assertThat(greeting(desk, b -> b.subprotocols("bearer", token))).isEqualTo("socket.wei");
    }

    @Test
    void theCarrierSubprotocolLetsIn() throws Exception {
        var carrier = URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8)
                .replace("+", "%20");
        assertThat(greeting(desk, b -> b.subprotocols("bearer-token-carrier", carrier)))
                .isEqualTo("socket.wei");
    }

    @Test
    void theCookieLetsInFromOurPageOnly() throws Exception {
        var cookie = "trunkline_session=" + token;
        var own = "http://localhost:" + desk.getPort();

        assertThat(greeting(desk, b -> b.header("Cookie", cookie).header("Origin", own)))
                .isEqualTo("socket.wei");
        assertThat(refusal(desk, b -> b.header("Cookie", cookie).header("Origin", "https://evil.example")))
                .isEqualTo(403);
        assertThat(refusal(desk, b -> b.header("Cookie", cookie).header("Origin", "null")))
                .isEqualTo(403);
        assertThat(refusal(desk, b -> b.header("Cookie", cookie))).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "x.y.z"})
    void aForgedTokenIsRefused(String forged) {
        assertThat(refusal(desk, b -> b.subprotocols("bearer", forged))).isEqualTo(401);
    }

    @Test
    void whoIsNotAllowedIsRefused() {
        var manager = people.token("socket.omar", Role.CAMPAIGN_MANAGER, null);

        assertThat(refusal(desk, b -> b.subprotocols("bearer", manager))).isEqualTo(403);
    }

    @Test
    void anEndpointThatNamesNoPermissionIsRefusedToAll() {
        assertThat(refusal(unnamed, b -> b.subprotocols("bearer", token))).isEqualTo(403);
    }

    private static int refusal(URI uri, UnaryOperator<java.net.http.WebSocket.Builder> headers) {
        var failure = new CompletableFuture<Integer>();
        assertThatThrownBy(() -> greeting(uri, headers))
                .satisfies(thrown -> failure.complete(
                        ((WebSocketHandshakeException) thrown).getResponse().statusCode()));
        return failure.join();
    }

    private static String greeting(URI uri, UnaryOperator<java.net.http.WebSocket.Builder> headers) throws Exception {
        var greeting = new CompletableFuture<String>();
        var ws = URI.create(uri.toString().replaceFirst("^http", "ws"));
        try {
            var socket = headers.apply(HttpClient.newHttpClient().newWebSocketBuilder())
                    .buildAsync(ws, new java.net.http.WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onText(
                                java.net.http.WebSocket socket, CharSequence text, boolean last) {
                            greeting.complete(text.toString());
                            return CompletableFuture.completedStage(null);
                        }
                    })
                    .join();
            try {
                return greeting.get(5, TimeUnit.SECONDS);
            } finally {
                socket.abort();
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    @WebSocket(path = "/api/v1/test-socket")
    @Allowed(Permission.DESK)
    static class Named {
        private final SecurityIdentity identity;

        Named(SecurityIdentity identity) {
            this.identity = identity;
        }

        @OnOpen
        String greet() {
            return Reader.of(identity).username();
        }
    }

    @WebSocket(path = "/api/v1/test-unnamed")
    static class Unnamed {
        @OnOpen
        String greet() {
            return "never";
        }
    }
}
