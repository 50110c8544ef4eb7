package dev.trunkline.desk;

import dev.trunkline.shared.access.Reader;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open page. Sends one message at a time and takes the next from the agent's {@link DeskStream} when the page has
 * taken the last: a slow page holds up nobody, costs no memory, and gets a snapshot when it has fallen too far behind. One
 * that takes nothing at all is given up by {@link DeskCare}. Thread-safe.
 *
 * <pre>
 *   AgentDesk ── one DeskStream, the newest messages ──┬─> page: 1 on its way, the rest stays in the stream
 *                                                      └─> page: further behind than that: snapshot
 * </pre>
 */
final class DeskConnection {
    private static final Logger LOG = LoggerFactory.getLogger(DeskConnection.class);

    /** Older than any message: the page knows nothing yet. */
    private static final long NOTHING = Long.MIN_VALUE;

    private static final Buffer PING = Buffer.buffer("?");

    private final WebSocketConnection socket;
    private final Reader reader;
    private final String session;
    private final DeskStream stream;
    private final Supplier<Uni<DeskStream.Frame>> snapshot;
    private final DeskFigures figures;

    /** Number of the newest message the page has. */
    private long sent = NOTHING;

    /** Whether a message is on its way; then {@link #sent} is settled when it has arrived. */
    private boolean sending;

    /** Since when, as {@link System#nanoTime} has it. */
    private long sendingSince;

    /** When the last ping was sent, and whether it was answered. */
    private long pinged = System.nanoTime();

    private boolean answered = true;

    /** Where the page asked to go on from while a message was on its way. */
    private Optional<Long> resumeFrom = Optional.empty();

    /**
     * @param reader whose page it is
     * @param session in which it is open
     * @param snapshot makes a message that stands for all before it, with the number of the newest of them
     */
    DeskConnection(
            WebSocketConnection socket,
            Reader reader,
            String session,
            DeskStream stream,
            Supplier<Uni<DeskStream.Frame>> snapshot,
            DeskFigures figures) {
        this.socket = socket;
        this.reader = reader;
        this.session = session;
        this.stream = stream;
        this.snapshot = snapshot;
        this.figures = figures;
    }

    /** Whose page it is, as signed in when it was opened. */
    Reader reader() {
        return reader;
    }

    UUID userId() {
        return reader.userId();
    }

    String session() {
        return session;
    }

    /** Goes on after message {@code seq}, or with the whole state when that is too long ago. */
    void resume(long seq) {
        boolean known = stream.after(seq).isPresent();
        synchronized (this) {
            long from = known ? seq : NOTHING;
            if (sending) {
                resumeFrom = Optional.of(from);
            } else {
                sent = from;
            }
        }
        if (known) {
            figures.resumed();
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
            if (missed.isEmpty() && sent != NOTHING) {
                figures.overrun();
            }
            sending = true;
            sendingSince = System.nanoTime();
            next = missed.isPresent() ? Uni.createFrom().item(missed.get().getFirst()) : snapshot.get();
        }
        next.call(frame -> socket.sendText(frame.text())).subscribe().with(this::sent, this::failed);
    }

    /** Whether the page has not taken a message for this long. */
    synchronized boolean waitedFor(Duration time) {
        return sending && System.nanoTime() - sendingSince > time.toNanos();
    }

    /** Asks for a sign of life, when the last one is so long ago. */
    void ping(Duration every) {
        synchronized (this) {
            if (!answered || System.nanoTime() - pinged < every.toNanos() || !socket.isOpen()) {
                return;
            }
            answered = false;
            pinged = System.nanoTime();
        }
        socket.sendPing(PING).subscribe().with(done -> {}, this::failed);
    }

    synchronized void pong() {
        answered = true;
    }

    /** Whether the page has owed a sign of life for this long. */
    synchronized boolean silentFor(Duration time) {
        return !answered && System.nanoTime() - pinged > time.toNanos();
    }

    /** How many messages of the stream the page has yet to take, as far as they are kept. */
    synchronized long behind() {
        return sent == NOTHING ? 0 : Math.clamp(stream.last() - sent, 0, DeskStream.KEPT);
    }

    /** The desk was opened in another session: this page is not to come back by itself. */
    void takenOver() {
        close(new CloseReason(4409, "the desk was opened in another session"));
    }

    /** The page's session is over. */
    void signedOut() {
        close(new CloseReason(4401, "signed out"));
    }

    /** Ends a connection that leads nowhere; the page, if it still lives, connects anew. */
    void giveUp() {
        LOG.info("A page that takes nothing, or does not answer, is given up");
        figures.givenUp();
        close(CloseReason.NORMAL);
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
            close(CloseReason.NORMAL);
        }
    }

    private void close(CloseReason reason) {
        socket.close(reason).subscribe().with(done -> {}, ignored -> {});
    }
}
