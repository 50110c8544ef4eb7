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
 * Thread-safe.
 */
final class DeskConnection {
    private static final Logger LOG = LoggerFactory.getLogger(DeskConnection.class);

    /** Older than any message: the page knows nothing yet. */
    private static final long NOTHING = Long.MIN_VALUE;

    private final WebSocketConnection socket;
    private final DeskStream stream;
    private final Supplier<Uni<DeskStream.Frame>> snapshot;

    /** Number of the newest message the page has. */
    private long sent = NOTHING;

    /** Whether a message is on its way; then {@link #sent} is settled when it has arrived. */
    private boolean sending;

    /** Where the page asked to go on from while a message was on its way. */
    private Optional<Long> resumeFrom = Optional.empty();

    /** @param snapshot makes a message that stands for all before it, with the number of the newest of them */
    DeskConnection(WebSocketConnection socket, DeskStream stream, Supplier<Uni<DeskStream.Frame>> snapshot) {
        this.socket = socket;
        this.stream = stream;
        this.snapshot = snapshot;
    }

    /** Goes on after message {@code seq}, or with the whole state when that is too long ago. */
    void resume(long seq) {
        synchronized (this) {
            if (sending) {
                resumeFrom = Optional.of(seq);
            } else {
                sent = seq;
            }
        }
        pump();
    }

    /** Sends what there is to send, if nothing is under way: the whole state first. */
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
            sent = resumeFrom.orElse(frame.seq());
            resumeFrom = Optional.empty();
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
