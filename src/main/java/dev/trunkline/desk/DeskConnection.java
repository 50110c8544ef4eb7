package dev.trunkline.desk;

import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open page. Sends one message at a time and takes the next from the agent's {@link DeskStream} when the page has
 * taken the last: a slow page holds up nobody, costs no memory, and gets a snapshot when it has fallen too far behind.
 */
final class DeskConnection {
    private static final Logger LOG = LoggerFactory.getLogger(DeskConnection.class);

    private final WebSocketConnection socket;
    private final DeskStream stream;
    private final Supplier<Uni<DeskStream.Frame>> snapshot;

    private long sent;
    private boolean sending;

    /** @param snapshot makes a message that stands for all before it, with the number of the newest of them */
    DeskConnection(WebSocketConnection socket, DeskStream stream, Supplier<Uni<DeskStream.Frame>> snapshot) {
        this.socket = socket;
        this.stream = stream;
        this.snapshot = snapshot;
    }

    /** Sends the whole state, then what happens from then on. */
    void restart() {
        synchronized (this) {
            sent = Long.MIN_VALUE;
        }
        pump();
    }

    /** Goes on after message {@code seq}, or with the whole state when that is too long ago. */
    void resume(long seq) {
        synchronized (this) {
            sent = seq;
        }
        pump();
    }

    /** Sends what there is to send, if nothing is under way. */
    void pump() {
        Uni<DeskStream.Frame> next;
        synchronized (this) {
            if (sending || !socket.isOpen()) {
                return;
            }
            Optional<List<DeskStream.Frame>> missed = stream.after(sent);
            if (missed.isPresent() && missed.get().isEmpty()) {
                return;
            }
            sending = true;
            next = missed.isPresent() ? Uni.createFrom().item(missed.get().getFirst()) : snapshot.get();
        }
        next.call(frame -> socket.sendText(frame.text())).subscribe().with(this::sent, this::failed);
    }

    private void sent(DeskStream.Frame frame) {
        synchronized (this) {
            sent = frame.seq();
            sending = false;
        }
        pump();
    }

    private void failed(Throwable failure) {
        LOG.debug("A page went away while it was sent to", failure);
        synchronized (this) {
            sending = false;
        }
        if (socket.isOpen()) {
            // A message that cannot be made or sent leaves the page with an old picture: let it connect anew.
            socket.close().subscribe().with(done -> {}, ignored -> {});
        }
    }
}
