package dev.trunkline.shared.live;

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
 * One open page. Sends one message at a time and takes the next from its {@link MessageStream} when the page has
 * taken the last: a slow page holds up nobody, costs no memory, and gets a snapshot when it has fallen too far behind. One
 * that takes nothing at all is given up by whoever looks after it. Thread-safe.
 *
 * <pre>
 *   one MessageStream, the newest messages ──┬─> page: 1 on its way, the rest stays in the stream
 *                                            └─> page: further behind than that: snapshot
 * </pre>
 */
public final class LivePage {
    private static final Logger LOG = LoggerFactory.getLogger(LivePage.class);

    /** Ends a page that is to come back at once. */
    public static final int COME_BACK = 1000;

    /** Older than any message: the page knows nothing yet. */
    private static final long NOTHING = Long.MIN_VALUE;

    private static final Buffer PING = Buffer.buffer("?");

    private final WebSocketConnection socket;
    private final Reader reader;
    private final String session;
    private final MessageStream stream;
    private final Supplier<Uni<MessageStream.Frame>> snapshot;
    private final PageMeters meters;
    private final long opened = System.nanoTime();

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
    public LivePage(
            WebSocketConnection socket,
            Reader reader,
            String session,
            MessageStream stream,
            Supplier<Uni<MessageStream.Frame>> snapshot,
            PageMeters meters) {
        this.socket = socket;
        this.reader = reader;
        this.session = session;
        this.stream = stream;
        this.snapshot = snapshot;
        this.meters = meters;
    }

    /** Whose page it is, as signed in when it was opened. */
    public Reader reader() {
        return reader;
    }

    /** The user's id. */
    public UUID userId() {
        return reader.userId();
    }

    /** The session in which it is open. */
    public String session() {
        return session;
    }

    /** Goes on after message {@code seq}, or with the whole state when that is too long ago. */
    public void resume(long seq) {
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
            meters.resumed();
        }
        pump();
    }

    /** Sends what there is to send, if nothing is under way: the whole state first. */
    public void pump() {
        Uni<MessageStream.Frame> next;
        synchronized (this) {
            if (sending || !socket.isOpen()) {
                return;
            }
            Optional<List<MessageStream.Frame>> missed = stream.after(sent);
            if (missed.isPresent() && missed.get().isEmpty()) {
                return;
            }
            if (missed.isEmpty() && sent != NOTHING) {
                meters.overrun();
            }
            sending = true;
            sendingSince = System.nanoTime();
            next = missed.isPresent() ? Uni.createFrom().item(missed.get().getFirst()) : snapshot.get();
        }
        next.call(frame -> socket.sendText(frame.text())).subscribe().with(this::sent, this::failed);
    }

    /** Whether the page has not taken a message for this long. */
    public synchronized boolean waitedFor(Duration time) {
        return sending && System.nanoTime() - sendingSince > time.toNanos();
    }

    /** Asks for a sign of life, when the last one is so long ago. */
    public void ping(Duration every) {
        synchronized (this) {
            if (!answered || System.nanoTime() - pinged < every.toNanos() || !socket.isOpen()) {
                return;
            }
            answered = false;
            pinged = System.nanoTime();
        }
        socket.sendPing(PING).subscribe().with(done -> {}, this::failed);
    }

    /** The page gave a sign of life. */
    public synchronized void pong() {
        answered = true;
    }

    /** Whether the page has owed a sign of life for this long. */
    public synchronized boolean silentFor(Duration time) {
        return !answered && System.nanoTime() - pinged > time.toNanos();
    }

    /** Whether the page has been open for this long. */
    public boolean openFor(Duration time) {
        return System.nanoTime() - opened > time.toNanos();
    }

    /** How many messages of the stream the page has yet to take, as far as they are kept. */
    public synchronized long behind() {
        return sent == NOTHING ? 0 : Math.clamp(stream.last() - sent, 0, MessageStream.KEPT);
    }

    /** Ends the page; with a code of ours (4000 and up) it is not to come back by itself. */
    public void end(int code, String reason) {
        close(new CloseReason(code, reason));
    }

    /** The page's session is over. */
    public void signedOut() {
        end(4401, "signed out");
    }

    /** Ends a connection that leads nowhere; the page, if it still lives, connects anew. */
    public void giveUp() {
        LOG.info("A page that takes nothing, or does not answer, is given up");
        meters.gaveUp();
        close(CloseReason.NORMAL);
    }

    private void sent(MessageStream.Frame frame) {
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
