package dev.trunkline.supervision;

import dev.trunkline.shared.live.LiveMessages;
import dev.trunkline.shared.live.LivePage;
import dev.trunkline.shared.live.MessageStream;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Takes the board to its pages. Whatever happens is gathered for a moment; then each sight is told how the picture differs
 * from the one it was told of last. Thread-safe; pages are written to outside the lock.
 */
@ApplicationScoped
class BoardStreams {
    private static final long GATHERING_MS = 200;

    /** A stream that nobody came back to for so long is forgotten; who comes later gets a snapshot. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Map<Sight, BoardStream> streams = new HashMap<>();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final Board board;
    private final LiveMessages texts;
    private final Vertx vertx;
    private final Clock clock;

    BoardStreams(Board board, CallerNames names, LiveMessages texts, Vertx vertx, Clock clock) {
        this.board = board;
        this.texts = texts;
        this.vertx = vertx;
        this.clock = clock;
        names.onFound(this::soon);
    }

    /** Something has changed: the pages are told within a fifth of a second. Never blocks. */
    void soon() {
        if (gathering.compareAndSet(false, true)) {
            vertx.setTimer(GATHERING_MS, timer -> {
                gathering.set(false);
                publish();
            });
        }
    }

    /** Tells every page what is different now. */
    void publish() {
        List<LivePage> told = new ArrayList<>();
        synchronized (this) {
            Instant now = clock.instant();
            streams.values().removeIf(stream -> stream.unusedSince(now.minus(KEPT)));
            if (streams.isEmpty()) {
                board.unwatched();
                return;
            }
            Picture picture = board.picture();
            for (BoardStream stream : streams.values()) {
                if (stream.show(picture, now)) {
                    told.addAll(stream.pages());
                }
            }
        }
        told.forEach(LivePage::pump);
    }

    /**
     * Adds a page of this sight.
     *
     * @param make gives the page to a stream and a way to have the whole state
     */
    LivePage open(Sight sight, Function<Feed, LivePage> make) {
        LivePage page;
        synchronized (this) {
            BoardStream stream = streams.computeIfAbsent(
                    sight, seen -> new BoardStream(seen, board.picture(), texts, clock.instant()));
            page = make.apply(new Feed(stream.messages(), Uni.createFrom().item(() -> snapshot(stream))));
            stream.add(page);
        }
        page.pump();
        return page;
    }

    /** Removes a page; whether it was there. */
    synchronized boolean close(LivePage page) {
        return streams.values().stream().anyMatch(stream -> stream.remove(page));
    }

    /** The pages that are open. */
    synchronized List<LivePage> pages() {
        return streams.values().stream()
                .flatMap(stream -> stream.pages().stream())
                .toList();
    }

    private synchronized MessageStream.Frame snapshot(BoardStream stream) {
        return stream.snapshot();
    }

    /** @param snapshot makes a message that stands for all before it, when it is asked for */
    record Feed(MessageStream messages, Uni<MessageStream.Frame> snapshot) {}
}
