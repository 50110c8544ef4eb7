package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
    private final Map<Key, String> callOfLeg = new HashMap<>();

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
        for (Call.Leg leg : call.legs()) {
            Key legKey = new Key(call.pbx(), leg.id());
            if (leg.endedAt() == null) {
                callOfLeg.put(legKey, call.id());
            } else {
                callOfLeg.remove(legKey, call.id());
            }
        }
    }

    private void forget(Key key) {
        Call call = open.remove(key);
        if (call != null) {
            call.legs().forEach(leg -> callOfLeg.remove(new Key(key.pbx(), leg.id()), key.id()));
        }
    }

    /**
     * What an event says of another call: when a leg's events come with a new linkedid, an attended transfer has joined
     * its call with that one. First the leg leaves the old call, then it appears in the new one.
     */
    synchronized List<CallEvent> moves(CallEvent event) {
        String legId = ownLeg(event);
        if (legId == null) {
            return List.of();
        }
        String from = callOfLeg.get(new Key(event.pbx(), legId));
        Call old = from == null || from.equals(event.callId()) ? null : open.get(new Key(event.pbx(), from));
        if (old == null) {
            return List.of();
        }
        List<CallEvent> moves = new ArrayList<>();
        moves.add(new CallEvent.LegMoved(event.pbx(), event.at(), old.id(), legId, event.callId()));
        for (Call.Leg leg : old.legs()) {
            if (leg.id().equals(legId)) {
                moves.add(new CallEvent.LegStarted(
                        event.pbx(), event.at(), event.callId(), legId, leg.channel(), null, null, false, null, null));
                if (leg.answeredAt() != null) {
                    moves.add(new CallEvent.LegAnswered(event.pbx(), event.at(), event.callId(), legId));
                }
            }
        }
        return moves;
    }

    /** The leg an event is about, where the event carries that leg's own linkedid. */
    private static @Nullable String ownLeg(CallEvent event) {
        return switch (event) {
            case CallEvent.LegAnswered e -> e.legId();
            case CallEvent.BridgeEntered e -> e.legId();
            case CallEvent.BridgeLeft e -> e.legId();
            case CallEvent.HoldStarted e -> e.legId();
            case CallEvent.HoldEnded e -> e.legId();
            case CallEvent.HangupRequested e -> e.legId();
            case CallEvent.LegEnded e -> e.legId();
            case CallEvent.LegStarted e -> null;
            case CallEvent.CallerPresented e -> null;
            case CallEvent.LegRinging e -> null;
            case CallEvent.DialStarted e -> null;
            case CallEvent.DialEnded e -> null;
            case CallEvent.QueueJoined e -> null;
            case CallEvent.QueueLeft e -> null;
            case CallEvent.QueueAbandoned e -> null;
            case CallEvent.QueueExited e -> null;
            case CallEvent.OfferStarted e -> null;
            case CallEvent.OfferRefused e -> null;
            case CallEvent.AgentConnected e -> null;
            case CallEvent.AgentCompleted e -> null;
            case CallEvent.RecordingStarted e -> null;
            case CallEvent.LegMoved e -> null;
            case CallEvent.CallVerified e -> null;
        };
    }

    synchronized Set<String> ids(String pbx) {
        return open.keySet().stream()
                .filter(key -> key.pbx().equals(pbx))
                .map(Key::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized int size() {
        return open.size();
    }
}
