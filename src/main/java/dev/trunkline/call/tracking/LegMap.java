package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.BridgeEntered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * To which open call each leg belongs, and how calls become one: legs that meet in a bridge belong to the call that began
 * first. Asterisk says so itself by changing a leg's linkedid, but late (after a pick-up) or never (in a conference), so
 * the bridge is what counts; an event that still carries a leg's former linkedid is taken for the call the leg is in.
 *
 * <pre>
 *   call 1   customer ──────┐ bridge ┌── agent             call 1   customer, agent, colleague
 *                           └────────┘                ──>
 *   call 2   agent's question ── bridge ── colleague       call 2   agent's question; merged into call 1
 * </pre>
 *
 * <p>Not thread-safe.
 */
final class LegMap {
    private final BiFunction<String, String, @Nullable Call> openCall;
    private final Map<Key, String> callOfLeg = new HashMap<>();
    private final Map<Key, Set<String>> formerCalls = new HashMap<>();
    private final Map<Key, String> callOfBridge = new HashMap<>();

    /** Those each call has been in, so that they are forgotten with it. */
    private final Map<Key, Set<String>> bridges = new HashMap<>();

    private record Key(String pbx, String id) {}

    /**
     * A map of no legs.
     *
     * @param openCall the open call of a PBX by its id
     */
    LegMap(BiFunction<String, String, @Nullable Call> openCall) {
        this.openCall = openCall;
    }

    void put(Call call) {
        for (Call.Leg leg : call.legs()) {
            Key key = new Key(call.pbx(), leg.id());
            if (leg.endedAt() == null) {
                callOfLeg.put(key, call.id());
                if (leg.bridge() != null) {
                    callOfBridge.put(new Key(call.pbx(), leg.bridge()), call.id());
                    bridges.computeIfAbsent(new Key(call.pbx(), call.id()), ignored -> new HashSet<>())
                            .add(leg.bridge());
                }
            } else {
                leave(key, call.id());
            }
        }
    }

    void forget(Call call) {
        call.legs().forEach(leg -> leave(new Key(call.pbx(), leg.id()), call.id()));
        Set<String> used = bridges.remove(new Key(call.pbx(), call.id()));
        if (used != null) {
            used.forEach(bridge -> callOfBridge.remove(new Key(call.pbx(), bridge), call.id()));
        }
    }

    private void leave(Key leg, String callId) {
        if (callOfLeg.remove(leg, callId)) {
            formerCalls.remove(leg);
        }
    }

    /** What has to be folded for an event, in order: the legs that change their call with it, and the event itself. */
    List<CallEvent> explain(CallEvent event) {
        List<CallEvent> all = new ArrayList<>();
        CallEvent told = event;
        if (event instanceof CallEvent.PickedUp pickup) {
            move(pickup.pbx(), pickup.byLegId(), pickup.callId(), pickup.at(), all);
        } else if (event instanceof CallEvent.Unparked unparked && unparked.takenByLegId() != null) {
            move(unparked.pbx(), unparked.takenByLegId(), unparked.callId(), unparked.at(), all);
        } else if (event instanceof CallEvent.AgentConnected connected && connected.agentLegId() != null) {
            // Of a pick-up the queue may tell before the pick-up itself is told of.
            move(connected.pbx(), connected.agentLegId(), connected.callId(), connected.at(), all);
        }
        String legId = LegEvents.leg(event);
        String current = legId == null ? null : callOfLeg.get(new Key(event.pbx(), legId));
        if (legId != null && current != null && !current.equals(event.callId())) {
            if (formerCalls.getOrDefault(new Key(event.pbx(), legId), Set.of()).contains(event.callId())) {
                told = LegEvents.in(current, event);
            } else {
                move(event.pbx(), legId, event.callId(), event.at(), all);
            }
        }
        all.add(told instanceof BridgeEntered entered ? meet(entered, all) : told);
        return all;
    }

    /** A leg enters a bridge in which there may be legs of another call. */
    private CallEvent meet(BridgeEntered entered, List<CallEvent> all) {
        String pbx = entered.pbx();
        String there = callOfBridge.get(new Key(pbx, entered.bridgeId()));
        Call other = there == null || there.equals(entered.callId()) ? null : openCall.apply(pbx, there);
        if (other == null || inside(other, entered.bridgeId()).isEmpty()) {
            return entered;
        }
        Call own = openCall.apply(pbx, entered.callId());
        if (own == null || other.startedAt().isBefore(own.startedAt())) {
            move(pbx, entered.legId(), other.id(), entered.at(), all);
            return LegEvents.in(other.id(), entered);
        }
        for (Call.Leg leg : inside(other, entered.bridgeId())) {
            move(pbx, leg.id(), own.id(), entered.at(), all);
            all.add(new BridgeEntered(pbx, entered.at(), own.id(), leg.id(), entered.bridgeId()));
        }
        return entered;
    }

    private static List<Call.Leg> inside(Call call, String bridgeId) {
        return call.legs().stream()
                .filter(leg -> leg.endedAt() == null && bridgeId.equals(leg.bridge()))
                .toList();
    }

    /** The leg appears in its new call before it leaves the old one, so that nobody seems to be free in between. */
    private void move(String pbx, String legId, String intoCallId, Instant at, List<CallEvent> all) {
        Key key = new Key(pbx, legId);
        String from = callOfLeg.get(key);
        Call old = from == null || from.equals(intoCallId) ? null : openCall.apply(pbx, from);
        if (old == null) {
            return;
        }
        for (Call.Leg leg : old.legs()) {
            if (leg.id().equals(legId)) {
                all.add(new CallEvent.LegStarted(
                        pbx, leg.startedAt(), intoCallId, legId, leg.channel(), null, null, false, null, null));
                if (leg.answeredAt() != null) {
                    all.add(new CallEvent.LegAnswered(pbx, leg.answeredAt(), intoCallId, legId));
                }
            }
        }
        all.add(new CallEvent.LegMoved(pbx, at, old.id(), legId, intoCallId));
        callOfLeg.put(key, intoCallId);
        formerCalls.computeIfAbsent(key, ignored -> new HashSet<>()).add(old.id());
    }
}
