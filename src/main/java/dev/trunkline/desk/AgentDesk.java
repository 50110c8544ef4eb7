package dev.trunkline.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One agent's desk on the server: the stream of messages, the pages that show it, and the pops that are on it. Thread-safe. */
final class AgentDesk {
    private final DeskStream stream;
    private final Set<DeskConnection> pages = ConcurrentHashMap.newKeySet();

    /** By call. An agent has as many as the phone has calls: one, seldom two. */
    private final Map<String, Pop> pops = new ConcurrentHashMap<>();

    AgentDesk(long start) {
        stream = new DeskStream(start);
    }

    DeskStream stream() {
        return stream;
    }

    void add(DeskConnection page) {
        pages.add(page);
    }

    void remove(DeskConnection page) {
        pages.remove(page);
    }

    /** Tells every page that there is something new in the stream. */
    void pump() {
        pages.forEach(DeskConnection::pump);
    }

    void put(Pop pop) {
        pops.put(pop.call().id(), pop);
    }

    Optional<Pop> pop(String callId) {
        return Optional.ofNullable(pops.get(callId));
    }

    void removePop(String callId) {
        pops.remove(callId);
    }

    List<Pop> pops() {
        return List.copyOf(pops.values());
    }
}
