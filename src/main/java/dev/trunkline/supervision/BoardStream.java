package dev.trunkline.supervision;

import dev.trunkline.shared.live.LiveMessages;
import dev.trunkline.shared.live.LivePage;
import dev.trunkline.shared.live.MessageStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the readers of one sight are told, and their pages. Guarded by {@link BoardStreams}. */
final class BoardStream {
    private final Sight sight;
    private final MessageStream messages;
    private final LiveMessages texts;
    private final Set<LivePage> pages = new HashSet<>();
    private Picture shown;
    private Instant usedAt;

    BoardStream(Sight sight, Picture picture, LiveMessages texts, Instant now) {
        this.sight = sight;
        this.texts = texts;
        shown = sight.of(picture);
        usedAt = now;
        // Numbers begin with the time in microseconds, so that no page can ask for one of an earlier stream.
        messages = new MessageStream(now.toEpochMilli() * 1000);
    }

    MessageStream messages() {
        return messages;
    }

    Set<LivePage> pages() {
        return Set.copyOf(pages);
    }

    void add(LivePage page) {
        pages.add(page);
    }

    boolean remove(LivePage page) {
        return pages.remove(page);
    }

    /** Tells what is different; whether anything was. */
    boolean show(Picture picture, Instant now) {
        if (!pages.isEmpty()) {
            usedAt = now;
        }
        Picture seen = sight.of(picture);
        List<BoardMessage> news = seen.since(shown, now);
        shown = seen;
        news.forEach(message -> messages.append(seq -> texts.text(seq, message.type(), message)));
        return !news.isEmpty();
    }

    /** All that the messages so far amount to, with the number of the last. */
    MessageStream.Frame snapshot() {
        BoardMessage all = BoardMessage.Snapshot.of(shown);
        return new MessageStream.Frame(messages.last(), texts.text(messages.last(), all.type(), all));
    }

    /** Since when nobody has had a page. */
    boolean unusedSince(Instant time) {
        return pages.isEmpty() && usedAt.isBefore(time);
    }
}
