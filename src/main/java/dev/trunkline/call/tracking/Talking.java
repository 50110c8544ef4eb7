package dev.trunkline.call.tracking;

import dev.trunkline.call.Call.Hold;
import dev.trunkline.call.Call.Party;
import dev.trunkline.call.Call.Segment;
import dev.trunkline.call.CallEvent.AgentCompleted;
import dev.trunkline.call.CallEvent.BridgeEntered;
import dev.trunkline.call.CallEvent.BridgeLeft;
import dev.trunkline.call.CallEvent.LocalReplaced;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who talks to whom and who waits on hold: agents' segments, bridges, holds. */
final class Talking {
    /** An agent who is out of one bridge and in another within this time has not stopped talking. */
    private static final Duration BETWEEN_BRIDGES = Duration.ofMillis(100);

    private Talking() {}

    /** An agent talks from now on, unless known to already. */
    static void begin(CallDraft call, String agent, @Nullable String legId, Instant at) {
        LegDraft leg = legId == null ? null : call.legs.get(legId);
        boolean known = call.segments.stream()
                .anyMatch(segment -> segment.to() == null && segment.agent().equals(agent));
        if (known || (leg != null && !leg.up())) {
            return;
        }
        String phone = leg == null || CallRules.within(leg.channel) ? phoneOf(call, agent, legId) : legId;
        Segment before = justEnded(call, agent, at);
        if (before == null) {
            CallDraft.addBounded(call.segments, new Segment(agent, phone, at, null));
            call.talkBegins();
        } else {
            call.segments.set(call.segments.indexOf(before), new Segment(agent, phone, before.from(), null));
        }
        if (call.answeredAt == null) {
            call.answeredAt = at;
        }
    }

    /** An agent whose leg is over by now talked until its end, unless known to have. */
    static void was(CallDraft call, String agent, LegDraft leg, Instant at) {
        Instant end = leg.endedAt;
        if (end == null || call.segments.stream().anyMatch(segment -> leg.id.equals(segment.legId()))) {
            return;
        }
        Instant from = at.isBefore(end) ? at : end;
        CallDraft.addBounded(call.segments, new Segment(agent, leg.id, from, end));
        if (call.answeredAt == null) {
            call.answeredAt = from;
        }
    }

    private static @Nullable Segment justEnded(CallDraft call, String agent, Instant at) {
        for (Segment segment : call.segments) {
            if (segment.agent().equals(agent)
                    && segment.to() != null
                    && !at.isBefore(segment.from())
                    && Duration.between(segment.to(), at).abs().compareTo(BETWEEN_BRIDGES) <= 0) {
                return segment;
            }
        }
        return null;
    }

    /** The agent's telephone; the leg itself where it is the only one known, such as a Local channel. */
    private static @Nullable String phoneOf(CallDraft call, String agent, @Nullable String legId) {
        return call.legs.values().stream()
                .filter(leg -> leg.up() && agent.equals(leg.party))
                .map(leg -> leg.id)
                .findFirst()
                .orElse(legId);
    }

    static void completed(CallDraft call, AgentCompleted event, Instant at) {
        boolean talking = end(
                call,
                segment ->
                        segment.agent().equals(event.agent()) && !segment.from().isAfter(at),
                at);
        if (talking && call.endedBy == null) {
            call.endedBy = switch (event.reason()) {
                case CALLER -> Party.CALLER;
                case AGENT -> Party.AGENT;
                case TRANSFER -> null;
            };
        }
    }

    static void entered(CallDraft call, BridgeEntered event, Instant at) {
        LegDraft leg = call.leg(event.legId(), at);
        if (!leg.up() || stale(leg, at) || event.bridgeId().equals(leg.bridge)) {
            return;
        }
        leg.bridge = event.bridgeId();
        leg.bridgeAt = at;
        List<LegDraft> inside = call.legs.values().stream()
                .filter(one -> one.up() && event.bridgeId().equals(one.bridge))
                .toList();
        if (inside.size() < 2) {
            return;
        }
        for (LegDraft one : inside) {
            if (one.party != null) {
                begin(call, one.party, one.id, at);
            }
        }
    }

    static void left(CallDraft call, BridgeLeft event, Instant at) {
        LegDraft leg = call.legs.get(event.legId());
        if (leg == null || stale(leg, at) || !event.bridgeId().equals(leg.bridge)) {
            return;
        }
        leg.bridge = null;
        leg.bridgeAt = at;
        end(call, segment -> leg.id.equals(segment.legId()), at);
        alone(call, event.bridgeId(), at);
    }

    /** Who is left in a bridge by all others talks no longer. */
    static void alone(CallDraft call, String bridgeId, Instant at) {
        List<String> inside = call.legs.values().stream()
                .filter(leg -> leg.up() && bridgeId.equals(leg.bridge))
                .map(leg -> leg.id)
                .toList();
        if (inside.size() == 1) {
            end(call, segment -> inside.contains(segment.legId()), at);
        }
    }

    /** The leg behind a Local channel takes its place, and whoever talks by it goes on. */
    static void replaced(CallDraft call, LocalReplaced event, Instant at) {
        LegDraft local = call.legs.get(event.legId());
        LegDraft leg = call.legs.get(event.byLegId());
        if (local == null || leg == null || !leg.up() || local.bridge == null || stale(leg, at) || stale(local, at)) {
            return;
        }
        leg.bridge = local.bridge;
        leg.bridgeAt = at;
        local.bridge = null;
        local.bridgeAt = at;
        call.segments.replaceAll(segment -> segment.to() == null && local.id.equals(segment.legId())
                ? new Segment(segment.agent(), leg.id, segment.from(), null)
                : segment);
    }

    /** A late copy of something that a newer entering or leaving has overtaken. */
    private static boolean stale(LegDraft leg, Instant at) {
        return leg.bridgeAt != null && at.isBefore(leg.bridgeAt);
    }

    static void holdStarted(CallDraft call, String legId, Instant at) {
        LegDraft leg = call.leg(legId, at);
        boolean known = call.holds.stream()
                .anyMatch(hold -> hold.legId().equals(legId)
                        && (hold.to() == null || !hold.from().isBefore(at)));
        if (leg.up() && !known) {
            CallDraft.addBounded(call.holds, new Hold(legId, at, null));
        }
    }

    static void holdEnded(CallDraft call, Predicate<Hold> which, Instant at) {
        call.holds.replaceAll(hold -> hold.to() == null && which.test(hold) && !at.isBefore(hold.from())
                ? new Hold(hold.legId(), hold.from(), at)
                : hold);
    }

    /** Ends the open segments that match and says whether there were any. */
    static boolean end(CallDraft call, Predicate<Segment> which, Instant at) {
        boolean any = false;
        for (int i = 0; i < call.segments.size(); i++) {
            Segment segment = call.segments.get(i);
            if (segment.to() == null && which.test(segment)) {
                call.segments.set(
                        i,
                        new Segment(
                                segment.agent(),
                                segment.legId(),
                                segment.from(),
                                CallDraft.latest(segment.from(), at)));
                any = true;
            }
        }
        return any;
    }
}
