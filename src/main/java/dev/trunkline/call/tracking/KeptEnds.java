package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ends of calls of which a part was not heard, until the journal has told the rest. Bounded by the calls that were open: a
 * call that begins later is not kept. Not thread-safe.
 */
final class KeptEnds {
    private final Map<String, Instant> begunBefore = new HashMap<>();
    private final Map<String, Call> kept = new LinkedHashMap<>();

    /** Keeps the ends of this PBX's calls that began before this time. */
    void keep(String pbx, Instant before) {
        begunBefore.put(pbx, before);
    }

    /** Whether it is an end to be kept, which it then is. */
    boolean keeps(Call call) {
        Instant before = begunBefore.get(call.pbx());
        if (call.open() || before == null || !call.startedAt().isBefore(before)) {
            return false;
        }
        kept.put(call.id(), call);
        return true;
    }

    /** The call whose end is kept; null when it is not. */
    @Nullable
    Call get(String id) {
        return kept.get(id);
    }

    /** Keeps what the call is known to be by now. */
    void put(Call call) {
        kept.put(call.id(), call);
    }

    /** The call's end is kept no longer. */
    void take(String id) {
        kept.remove(id);
    }

    /** Keeps nothing of this PBX any more, and tells what was kept, in the order it ended. */
    List<Call> release(String pbx) {
        begunBefore.remove(pbx);
        List<Call> released = of(pbx).toList();
        released.forEach(call -> kept.remove(call.id()));
        return released;
    }

    Set<String> ids(String pbx) {
        return of(pbx).map(Call::id).collect(Collectors.toUnmodifiableSet());
    }

    /** When the earliest of them began. */
    Optional<Instant> earliest(String pbx) {
        return of(pbx).map(Call::startedAt).min(Instant::compareTo);
    }

    private Stream<Call> of(String pbx) {
        return kept.values().stream().filter(call -> call.pbx().equals(pbx));
    }
}
