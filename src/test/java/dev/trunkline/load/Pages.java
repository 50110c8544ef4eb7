package dev.trunkline.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The agents' open pages: a socket for each, on which pops come. */
final class Pages {
    private static final int AT_ONCE = 16;

    private final Vertx vertx;
    private final int port;
    private final Consumer<JsonObject> pop;

    /** @param pop told, on a socket's thread, of each pop */
    Pages(Vertx vertx, int port, Consumer<JsonObject> pop) {
        this.vertx = vertx;
        this.port = port;
        this.pop = pop;
    }

    /** Opens the pages and makes their agents available; waits until it is done. */
    void open(int agents) throws InterruptedException {
        var sockets = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxConnections(agents).setTcpNoDelay(true));
        HttpClient http = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(AT_ONCE));
        Semaphore room = new Semaphore(AT_ONCE);
        for (int agent = 0; agent < agents; agent++) {
            String token = Population.token(agent);
            take(room, 1);
            sockets.connect(new WebSocketConnectOptions()
                            .setHost("127.0.0.1")
                            .setPort(port)
                            .setURI("/api/v1/desk")
                            .addHeader("Authorization", "Bearer " + token))
                    .onSuccess(socket -> socket.textMessageHandler(this::message))
                    .compose(open -> http.request(HttpMethod.PUT, port, "127.0.0.1", "/api/v1/agents/me/state"))
                    .compose(request -> request.putHeader("Authorization", "Bearer " + token)
                            .putHeader("Content-Type", "application/json")
                            .send("{\"state\":\"available\"}"))
                    .compose(response -> response.end().map(response.statusCode()))
                    .onComplete(done -> {
                        if (done.failed() || done.result() != 200) {
                            System.err.println("An agent could not take a seat: " + done);
                        }
                        room.release();
                    });
        }
        take(room, AT_ONCE);
    }

    private void message(String text) {
        // Most messages are no pops: they are not worth reading.
        if (text.contains("\"type\":\"pop\"")) {
            pop.accept(new JsonObject(text));
        }
    }

    private static void take(Semaphore room, int seats) throws InterruptedException {
        if (!room.tryAcquire(seats, 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The service does not let the agents in");
        }
    }
}
