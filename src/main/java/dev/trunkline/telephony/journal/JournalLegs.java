package dev.trunkline.telephony.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * To which call each channel belongs as the rows go on. Calls become one where the tracker of live events says so, too:
 * when a channel's rows carry another linkedid, when channels of two calls meet in a bridge (the call that began first
 * goes on), when somebody picks a ringing call up or takes a parked one. A row that still carries a linkedid which its
 * channel has left belongs to the call the channel is in. Not thread-safe.
 */
final class JournalLegs {
    /** Where parked callers wait: they share the bridge and yet do not hear each other. */
    private static final String HOLDING = "holding_bridge";

    private final Consumer<JournalGroup> left;
    private final Map<String, Leg> legs = new HashMap<>();
    private final Map<String, Leg> byChannel = new HashMap<>();
    private final Map<String, Set<Leg>> bridges = new HashMap<>();

    /** A channel as far as the rows have come. */
    private static final class Leg {
        final String id;
        final String channel;
        final Set<String> former = new HashSet<>();
        final Instant startedAt;
        final String extension;
        JournalGroup group;

        @Nullable
        Instant answeredAt;

        @Nullable
        String bridge;

        boolean ended;

        Leg(CelLine row, JournalGroup group) {
            this.id = row.uniqueId();
            this.channel = row.channel();
            this.startedAt = row.at();
            this.extension = row.extension();
            this.group = group;
            group.up.add(id);
            group.legs.add(id);
        }
    }

    /** @param left told of each call that a channel has left for another */
    JournalLegs(Consumer<JournalGroup> left) {
        this.left = left;
    }

    /** The call of a channel, null when the channel is not known. */
    @Nullable
    JournalGroup groupOf(String legId) {
        Leg leg = legs.get(legId);
        return leg == null ? null : leg.group;
    }

    /**
     * Puts a row where it belongs, and whatever moves with it.
     *
     * @param group gives the call of a linkedid, a new one when there is none
     */
    void add(CelLine row, Function<String, JournalGroup> group) {
        Leg leg = legs.get(row.uniqueId());
        if (leg == null) {
            leg = new Leg(row, group.apply(row.linkedId()));
            legs.put(leg.id, leg);
            byChannel.put(leg.channel, leg);
        } else if (!leg.group.id.equals(row.linkedId()) && !leg.former.contains(row.linkedId())) {
            move(leg, group.apply(row.linkedId()), row.at(), null);
        }
        CelLine told = row;
        switch (row.type()) {
            case "ANSWER" -> leg.answeredAt = leg.answeredAt == null ? row.at() : leg.answeredAt;
            case "BRIDGE_ENTER" -> entered(leg, row);
            case "BRIDGE_EXIT" -> left(leg);
            case "HANGUP", "CHAN_END" -> ended(leg);
            case "PICKUP" -> moved(legs.get(row.extra().getOrDefault("pickup_channel_uniqueid", "")), leg, row);
            case "PARK_END" -> moved(byChannel.get(row.extra().getOrDefault("retriever", "")), leg, row);
            case "ATTENDEDTRANSFER" -> told = withTarget(row);
            default -> {}
        }
        leg.group.add(told);
    }

    private void moved(@Nullable Leg taker, Leg taken, CelLine row) {
        if (taker != null) {
            move(taker, taken.group, row.at(), null);
        }
    }

    /** Whom a desk phone asked before it transferred: what its second call dialled. */
    private CelLine withTarget(CelLine row) {
        Leg second = legs.get(row.extra().getOrDefault("channel2_uniqueid", ""));
        return second == null ? row : row.with("channel2_extension", second.extension);
    }

    private void entered(Leg leg, CelLine row) {
        left(leg);
        String bridge = row.extra().get("bridge_id");
        if (bridge == null || HOLDING.equals(row.extra().get("bridge_technology"))) {
            return;
        }
        Set<Leg> inside = bridges.computeIfAbsent(bridge, ignored -> new HashSet<>());
        for (Leg other : List.copyOf(inside)) {
            if (other.group == leg.group) {
                continue;
            }
            if (other.group.begunAt.isBefore(leg.group.begunAt)) {
                move(leg, other.group, row.at(), null);
            } else {
                move(other, leg.group, row.at(), bridge);
            }
        }
        inside.add(leg);
        leg.bridge = bridge;
    }

    private void left(Leg leg) {
        Set<Leg> inside = leg.bridge == null ? null : bridges.get(leg.bridge);
        if (inside != null) {
            inside.remove(leg);
            if (inside.isEmpty()) {
                bridges.remove(leg.bridge);
            }
        }
        leg.bridge = null;
    }

    private void ended(Leg leg) {
        left(leg);
        leg.ended = true;
        leg.group.up.remove(leg.id);
        byChannel.remove(leg.channel, leg);
    }

    private void move(Leg leg, JournalGroup into, Instant at, @Nullable String bridge) {
        JournalGroup from = leg.group;
        if (from == into) {
            return;
        }
        from.add(new MovedLine(at, leg.id, into.id));
        into.add(new JoinedLine(at, leg.id, leg.channel, leg.startedAt, leg.answeredAt, bridge));
        from.up.remove(leg.id);
        leg.former.add(from.id);
        leg.former.remove(into.id);
        leg.group = into;
        into.legs.add(leg.id);
        if (!leg.ended) {
            into.up.add(leg.id);
        }
        left.accept(from);
    }

    /** Forgets the channels of a call. */
    void forget(JournalGroup group) {
        for (String id : group.legs) {
            Leg leg = legs.get(id);
            if (leg != null && leg.group == group) {
                left(leg);
                legs.remove(id);
                byChannel.remove(leg.channel, leg);
            }
        }
    }
}
