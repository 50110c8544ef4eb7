package dev.trunkline.telephony.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The simulated PBX's manager interface on the loopback. Any thread may send. */
final class AmiServer {
    private final RealTimeline timeline;
    private final String username;
    private final String secret;
    private final Set<AmiClient> clients = ConcurrentHashMap.newKeySet();
    private final NetServer server;
    private volatile Function<Action, String> actions = action -> action.error("Not ready");

    AmiServer(Vertx vertx, RealTimeline timeline, String username, String secret) {
        this.timeline = timeline;
        this.username = username;
        this.secret = secret;
        this.server = vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true));
    }

    /** Listens; blocks until it does, and answers the port. */
    int start(int port, Function<Action, String> answers) {
        actions = answers;
        return server.connectHandler(this::connected)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join()
                .actualPort();
    }

    private void connected(NetSocket socket) {
        AmiClient client = new AmiClient(socket, timeline, username, secret, action -> actions.apply(action));
        clients.add(client);
        socket.closeHandler(ignored -> clients.remove(client));
        client.greet();
    }

    /** Sends an event to everyone who wants events. */
    void broadcast(String text) {
        if (clients.isEmpty()) {
            return;
        }
        Buffer bytes = Buffer.buffer(text);
        for (AmiClient client : clients) {
            client.event(bytes);
        }
    }

    /** Cuts every connection, as a broken network would. */
    void cut() {
        clients.forEach(AmiClient::close);
    }

    void stop() {
        cut();
        server.close();
    }
}
