package dev.trunkline.supervision;

import dev.trunkline.identity.SessionId;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.live.LiveMessages;
import dev.trunkline.shared.live.LivePage;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The supervisor's live line, {@code /api/v1/board}. What is said on it is in {@code docs/board.md}. */
@WebSocket(path = "/api/v1/board")
@Allowed(Permission.BOARD)
class BoardSocket {
    private static final Logger LOG = LoggerFactory.getLogger(BoardSocket.class);
    private static final TypedKey<LivePage> PAGE = new TypedKey<>("board-page");

    private final BoardStreams streams;
    private final SecurityIdentity identity;
    private final LiveMessages texts;
    private final BoardMeters meters;

    BoardSocket(BoardStreams streams, SecurityIdentity identity, LiveMessages texts, BoardMeters meters) {
        this.streams = streams;
        this.identity = identity;
        this.texts = texts;
        this.meters = meters;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection socket) {
        Reader reader = Reader.of(identity);
        String session = SessionId.of(identity);
        LivePage opened = streams.open(
                Sight.of(reader),
                feed -> new LivePage(socket, reader, session, feed.messages(), feed::snapshot, meters.pages()));
        socket.userData().put(PAGE, opened);
        return Uni.createFrom().voidItem();
    }

    @OnTextMessage
    Uni<Void> message(String text, WebSocketConnection socket) {
        LivePage page = socket.userData().get(PAGE);
        if (page == null) {
            return Uni.createFrom().voidItem();
        }
        try {
            JsonObject message = new JsonObject(text);
            switch (message.getString("type", "")) {
                case "resume" -> page.resume(message.getLong("seq", Long.MIN_VALUE));
                case "ping" -> {
                    return socket.sendText(texts.text(0, "pong", Map.of()));
                }
                default -> meters.misunderstood();
            }
        } catch (DecodeException | ClassCastException e) {
            meters.misunderstood();
        }
        return Uni.createFrom().voidItem();
    }

    /** Not blocking, so that it is told in time whatever the workers do. */
    @OnPongMessage
    Uni<Void> pong(Buffer answer, WebSocketConnection socket) {
        LivePage page = socket.userData().get(PAGE);
        if (page != null) {
            page.pong();
        }
        return Uni.createFrom().voidItem();
    }

    @OnClose
    void close(WebSocketConnection socket) {
        LivePage page = socket.userData().get(PAGE);
        if (page != null) {
            streams.close(page);
        }
    }

    @OnError
    void failed(Throwable failure) {
        LOG.debug("A board's socket failed", failure);
    }
}
