package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The calls going on, and for a while the names of those that ended, so that what arrives late does not begin them again.
 * Bounded: the call that changed longest ago makes room for a new one. Thread-safe; written by one thread.
 */
final class OpenCalls {
    private final int capacity;
    private final Consumer<Call> evicted;
    private final Map<Key, Call> open = new LinkedHashMap<>(256, 0.75f, true);
    private final Map<Key, Boolean> ended;
    private final LegMap legs = new LegMap(this::get);

    private record Key(String pbx, String id) {}

    /**
     * Holds at most so many calls.
     *
     * @param evicted told of each call that had to make room
     */
    OpenCalls(int capacity, Consumer<Call> evicted) {
        this.capacity = capacity;
        this.evicted = evicted;
        this.ended = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized @Nullable Call get(String pbx, String id) {
        return open.get(new Key(pbx, id));
    }

    /** Whether a call of this name has ended not long ago. */
    synchronized boolean over(String pbx, String id) {
        return ended.containsKey(new Key(pbx, id));
    }

    synchronized void put(Call call) {
        Key key = new Key(call.pbx(), call.id());
        if (!call.open()) {
            forget(key);
            ended.put(key, true);
            return;
        }
        Call before = open.put(key, call);
        if (before == null && open.size() > capacity) {
            Call eldest = open.values().iterator().next();
            forget(new Key(eldest.pbx(), eldest.id()));
            evicted.accept(eldest);
        }
        legs.put(call);
    }

    private void forget(Key key) {
        Call call = open.remove(key);
        if (call != null) {
            legs.forget(call);
        }
    }

    /** What has to be folded for an event, in order: legs that change their call with it, and the event itself. */
    synchronized List<CallEvent> explain(CallEvent event) {
        return legs.explain(event);
    }

    synchronized Set<String> ids(String pbx) {
        return open.keySet().stream()
                .filter(key -> key.pbx().equals(pbx))
                .map(Key::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The calls that a phone of this agent is in, the one that changed last at the end. */
    synchronized List<Call> of(String agent) {
        return open.values().stream()
                .filter(call ->
                        call.legs().stream().anyMatch(leg -> leg.endedAt() == null && agent.equals(leg.party())))
                .toList();
    }

    synchronized List<Call> where(Predicate<Call> test) {
        return open.values().stream().filter(test).toList();
    }

    /** When the earliest open call of a PBX began. */
    synchronized Optional<Instant> earliest(String pbx) {
        return open.values().stream()
                .filter(call -> call.pbx().equals(pbx))
                .map(Call::startedAt)
                .min(Instant::compareTo);
    }

    synchronized int size() {
        return open.size();
    }
}
