package dev.trunkline.desk;

import dev.trunkline.call.Call;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.live.LivePage;
import dev.trunkline.shared.live.MessageStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One agent's desk on the server: the stream of messages, the pages that show it, the calls and pops on it. Thread-safe. */
final class AgentDesk {
    private final String agent;
    private final MessageStream stream;
    private final Set<LivePage> pages = ConcurrentHashMap.newKeySet();

    /** By call. An agent has as many as the phone has calls: one, seldom two. */
    private final Map<String, FullPop> pops = new ConcurrentHashMap<>();

    private volatile @Nullable Reader reader;

    /** Who opened the desk last, whatever that person may see by now. */
    private @Nullable UUID holder;

    private final Map<String, Call> calls = new ConcurrentHashMap<>();

    /** Calls of which the pages have not been told the latest. */
    private final Set<String> untold = ConcurrentHashMap.newKeySet();

    AgentDesk(String agent, long start) {
        this.agent = agent;
        stream = new MessageStream(start);
    }

    /** The agent's extension. */
    String agent() {
        return agent;
    }

    MessageStream stream() {
        return stream;
    }

    /** Who opened the desk last, as far as known; null while nobody has. Pages that were away go on as the same one. */
    @Nullable
    Reader reader() {
        return reader;
    }

    /**
     * Takes over what that person may see now.
     *
     * @param known those who may have a desk; whoever is not among them sees nothing
     */
    synchronized void refresh(Map<UUID, Reader> known) {
        if (reader != null) {
            reader = known.get(reader.userId());
        }
    }

    /**
     * Adds a page in place of those of other sessions, and gives these. An extension may have been given to somebody else:
     * what was told to the one before is not theirs to read.
     */
    synchronized List<LivePage> add(LivePage page) {
        if (holder != null && !holder.equals(page.userId())) {
            stream.forget();
        }
        holder = page.userId();
        List<LivePage> others = pages.stream()
                .filter(open -> !open.session().equals(page.session()))
                .toList();
        others.forEach(pages::remove);
        reader = page.reader();
        pages.add(page);
        return others;
    }

    /** Removes a page; whether it was there. */
    boolean remove(LivePage page) {
        return pages.remove(page);
    }

    /** The session in which the person has the desk open, empty when no page is. */
    Optional<String> sessionOf(UUID userId) {
        return pages.stream()
                .filter(page -> page.userId().equals(userId))
                .map(LivePage::session)
                .findFirst();
    }

    /** The pages that are open. */
    List<LivePage> pages() {
        return List.copyOf(pages);
    }

    /** Tells every page that there is something new in the stream. */
    void pump() {
        pages.forEach(LivePage::pump);
    }

    void put(FullPop pop) {
        pops.put(pop.call().id(), pop);
    }

    Optional<FullPop> pop(String callId) {
        return Optional.ofNullable(pops.get(callId));
    }

    /** Puts the pop in the place of the one for the same call; false when the call is not on this desk any more. */
    boolean replace(FullPop pop) {
        return pops.replace(pop.call().id(), pop) != null;
    }

    /** As whoever sits at the desk sees them. */
    List<Pop> pops() {
        return pops.values().stream().map(pop -> pop.seenBy(reader)).toList();
    }

    void put(Call call) {
        calls.put(call.id(), call);
    }

    Optional<Call> call(String callId) {
        return Optional.ofNullable(calls.get(callId));
    }

    /** Notes that the pages are to be told of the call soon; whether nobody had noted that yet. */
    boolean tellSoon(String callId) {
        return untold.add(callId);
    }

    /** Notes that the pages are being told of the call; whether they still had to be. */
    boolean told(String callId) {
        return untold.remove(callId);
    }

    List<Call> calls() {
        return List.copyOf(calls.values());
    }

    /** The call is not this agent's any more. */
    void forget(String callId) {
        calls.remove(callId);
        pops.remove(callId);
    }

    /** The agent has nothing to do with any call any more. */
    void clear() {
        calls.clear();
        pops.clear();
    }
}
