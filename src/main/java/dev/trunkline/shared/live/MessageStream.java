package dev.trunkline.shared.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The numbered messages to one circle of pages, the newest of them kept, so that a page that was away for a moment gets what
 * it missed and no more. Numbers grow by one. Thread-safe.
 */
public final class MessageStream {
    /** A page that missed more than this is better off with a snapshot. */
    public static final int KEPT = 48;

    /** Characters kept at most, but for the newest message, which may be longer: there are many streams. */
    public static final int MOST_TEXT = 96 * 1024;

    private final Deque<Frame> recent = new ArrayDeque<>();
    private int textKept;
    private long last;

    /** @param start the number before the first; differs between runs of the service, so that no old number fits */
    public MessageStream(long start) {
        last = start;
    }

    /** Adds the message that {@code text} makes of its number. */
    public synchronized Frame append(LongFunction<String> text) {
        Frame frame = new Frame(last + 1, text.apply(last + 1));
        last++;
        recent.addLast(frame);
        textKept += frame.text().length();
        while (recent.size() > KEPT || textKept > MOST_TEXT && recent.size() > 1) {
            textKept -= recent.removeFirst().text().length();
        }
        return frame;
    }

    /** Forgets what was told: whoever asks for what came after any number given so far gets none. */
    public synchronized void forget() {
        recent.clear();
        textKept = 0;
        last++;
    }

    /** The number of the newest message. */
    public synchronized long last() {
        return last;
    }

    /** What came after {@code seq}, oldest first; empty when that is not known any more, or never was. */
    public synchronized Optional<List<Frame>> after(long seq) {
        long oldest = last - recent.size();
        if (seq < oldest || seq > last) {
            return Optional.empty();
        }
        return Optional.of(recent.stream().filter(frame -> frame.seq() > seq).toList());
    }

    /** One message as it goes out. */
    public record Frame(long seq, String text) {}
}
