package dev.trunkline.desk;

import dev.trunkline.identity.SessionId;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.live.LivePage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
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

/** The agent's live line, {@code /api/v1/desk}. What is said on it is in {@code docs/architecture.md}. */
@WebSocket(path = "/api/v1/desk")
@Allowed(Permission.DESK)
// Its figures are told from the start, so that a rule can watch the first one.
@Startup
class DeskSocket {
    private static final Logger LOG = LoggerFactory.getLogger(DeskSocket.class);
    private static final TypedKey<LivePage> PAGE = new TypedKey<>("desk-page");
    private static final TypedKey<AgentDesk> DESK = new TypedKey<>("desk");

    private final Desks desks;
    private final DeskPages pages;
    private final DeskSnapshots snapshots;
    private final SecurityIdentity identity;
    private final DeskFigures figures;
    private final AskedPages asked;
    private final Counter misunderstood;

    DeskSocket(
            Desks desks,
            DeskPages pages,
            DeskSnapshots snapshots,
            SecurityIdentity identity,
            DeskFigures figures,
            AskedPages asked,
            MeterRegistry meters) {
        this.figures = figures;
        this.asked = asked;
        this.identity = identity;
        this.desks = desks;
        this.pages = pages;
        this.snapshots = snapshots;
        misunderstood = Counter.builder("trunkline_desk_messages_misunderstood")
                .description("Messages from pages that could not be understood")
                .register(meters);
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection socket) {
        Reader reader = Reader.of(identity);
        String extension = reader.extension();
        if (extension == null || !reader.may(Permission.DESK)) {
            return socket.close(new CloseReason(4403, "no desk: the user has no extension or may not take calls"));
        }
        AgentDesk desk = desks.of(extension);
        LivePage page = new LivePage(
                socket,
                reader,
                SessionId.of(identity),
                desk.stream(),
                () -> snapshots.of(reader, desk),
                figures.pages());
        socket.userData().put(PAGE, page);
        socket.userData().put(DESK, desk);
        pages.opened(desk, page);
        return Uni.createFrom().voidItem();
    }

    @OnTextMessage
    void message(String text, WebSocketConnection socket) {
        LivePage page = socket.userData().get(PAGE);
        AgentDesk desk = socket.userData().get(DESK);
        if (page == null || desk == null) {
            return;
        }
        try {
            JsonObject message = new JsonObject(text);
            switch (message.getString("type", "")) {
                case "resume" -> page.resume(message.getLong("seq", Long.MIN_VALUE));
                case "phone" -> asked.answered(desk.agent(), message);
                case "ping" -> desks.send(desk, new DeskMessage.Notice("pong", Map.of()));
                default -> misunderstood(desk, "type");
            }
        } catch (DecodeException | ClassCastException e) {
            misunderstood(desk, "json");
        }
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
        AgentDesk desk = socket.userData().get(DESK);
        LivePage page = socket.userData().get(PAGE);
        if (desk != null && page != null) {
            pages.closed(desk, page);
        }
    }

    @OnError
    void failed(Throwable failure) {
        LOG.debug("A desk's socket failed", failure);
    }

    private void misunderstood(AgentDesk desk, String what) {
        misunderstood.increment();
        desks.send(desk, new DeskMessage.Notice("message-not-understood", Map.of("what", what)));
    }
}
