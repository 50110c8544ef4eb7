package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.AgentConnected;
import dev.trunkline.call.CallEvent.BridgeEntered;
import dev.trunkline.call.CallEvent.CallVerified;
import dev.trunkline.call.CallEvent.LegAnswered;
import dev.trunkline.call.CallEvent.LegEnded;
import dev.trunkline.call.CallEvent.LegRinging;
import dev.trunkline.call.CallEvent.LegStarted;
import dev.trunkline.call.CallEvent.QueueJoined;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.jspecify.annotations.Nullable;

/**
 * The PBX's own list of channels and waiting callers, taken after a gap in its events, and the events that explain the
 * difference. The list travels among live events, which are told after it: what they tell from its beginning is left to
 * them, and a channel that they end is not gone before.
 *
 * <p>What the list does not know (hold, earlier offers, exact answer times) is not made up. Not thread-safe.
 */
final class Snapshot {
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, QueueEntryEvent> waiting = new HashMap<>();
    private final Set<String> startedSince = new HashSet<>();
    private final Set<String> joinedSince = new HashSet<>();
    private final Map<String, Set<String>> legsSince = new HashMap<>();

    /** A channel of the list, read and checked. */
    private record Channel(
            LegStarted started,
            int state,
            @Nullable String bridgeId,
            @Nullable String application,
            @Nullable String applicationData) {

        Channel in(String callId) {
            LegStarted leg = new LegStarted(
                    started.pbx(),
                    started.at(),
                    callId,
                    started.legId(),
                    started.channel(),
                    started.callerNumber(),
                    started.callerName(),
                    started.withheld(),
                    started.dialled(),
                    started.context());
            return new Channel(leg, state, bridgeId, application, applicationData);
        }
    }

    /** A live event that is told after the list, or has had to be told before. */
    void live(CallEvent event) {
        switch (event) {
            case LegStarted begun -> {
                startedSince.add(begun.legId());
                since(begun.callId()).add(begun.legId());
            }
            case LegEnded ended -> since(ended.callId()).add(ended.legId());
            case QueueJoined joined -> joinedSince.add(joined.legId());
            default -> {}
        }
    }

    private Set<String> since(String call) {
        return legsSince.computeIfAbsent(call, none -> new LinkedHashSet<>());
    }

    void channel(String pbx, Instant at, CoreShowChannelEvent e) {
        LegStarted started = new LegStarted(
                pbx,
                at.minus(duration(e.getDuration())),
                Fields.id("Linkedid", e.getLinkedid()),
                Fields.id("Uniqueid", e.getUniqueid()),
                Fields.channel(e.getChannel()),
                Fields.number(e.getCallerIdNum()),
                Fields.name(e.getCallerIdName()),
                Fields.anonymous(e.getCallerIdNum()),
                Fields.dialled(e.getExten()),
                Fields.optionalWord(e.getContext()));
        channels.put(
                started.legId(),
                new Channel(
                        started,
                        Objects.requireNonNullElse(e.getChannelState(), 0),
                        Fields.optionalId("BridgeId", e.getBridgeid()),
                        Fields.optionalWord(e.getApplication()),
                        Fields.optionalWord(e.getApplicationdata())));
    }

    void waiting(QueueEntryEvent e) {
        waiting.put(Fields.id("Uniqueid", e.getUniqueId()), e);
    }

    /**
     * The events that bring a reader from whatever it holds to what the PBX says, once the list is whole.
     *
     * @param open the calls held as open
     */
    List<CallEvent> explain(String pbx, Instant at, Set<String> open) {
        channels.keySet().removeAll(startedSince);
        waiting.keySet().removeAll(joinedSince);
        channels.replaceAll((legId, channel) -> joined(channel, open));
        List<CallEvent> events = new ArrayList<>();
        for (Channel channel : channels.values()) {
            explain(pbx, at, channel, events);
        }
        for (Channel channel : channels.values()) {
            connected(pbx, at, channel, events);
        }
        Set<String> calls = new TreeSet<>(open);
        channels.values().forEach(channel -> calls.add(channel.started().callId()));
        for (String call : calls) {
            Stream<String> listed = channels.values().stream()
                    .map(Channel::started)
                    .filter(leg -> leg.callId().equals(call))
                    .map(LegStarted::legId);
            Stream<String> heard = legsSince.getOrDefault(call, Set.of()).stream();
            events.add(new CallVerified(
                    pbx, at, call, Stream.concat(listed, heard).distinct().toList()));
        }
        return events;
    }

    /** A leg that came into a call held from one of its own keeps its linkedid in a conference: the bridge tells. */
    private Channel joined(Channel channel, Set<String> held) {
        if (channel.bridgeId() == null || held.contains(channel.started().callId())) {
            return channel;
        }
        return channels.values().stream()
                .filter(other -> channel.bridgeId().equals(other.bridgeId()))
                .map(other -> other.started().callId())
                .filter(held::contains)
                .findFirst()
                .map(channel::in)
                .orElse(channel);
    }

    private void explain(String pbx, Instant at, Channel channel, List<CallEvent> events) {
        LegStarted leg = channel.started();
        events.add(leg);
        if (channel.state() == AmiTranslator.RINGING) {
            events.add(new LegRinging(pbx, at, leg.callId(), leg.legId()));
        }
        if (channel.state() == AmiTranslator.UP) {
            events.add(new LegAnswered(pbx, at, leg.callId(), leg.legId()));
        }
        QueueEntryEvent entry = waiting.get(leg.legId());
        if (entry != null) {
            long waited = Math.max(0, Objects.requireNonNullElse(entry.getWait(), 0L));
            events.add(new QueueJoined(
                    pbx,
                    at.minusSeconds(waited),
                    leg.callId(),
                    leg.legId(),
                    Fields.word("Queue", entry.getQueue()),
                    Math.max(1, Objects.requireNonNullElse(entry.getPosition(), 1))));
        }
        if (channel.bridgeId() != null) {
            events.add(new BridgeEntered(pbx, at, leg.callId(), leg.legId(), channel.bridgeId()));
        }
    }

    /** A caller whose channel runs {@code Queue} talks to the agent's phone that shares its bridge. */
    private void connected(String pbx, Instant at, Channel caller, List<CallEvent> events) {
        if (!"Queue".equals(caller.application()) || caller.bridgeId() == null || caller.applicationData() == null) {
            return;
        }
        String queue = caller.applicationData().split(",", 2)[0];
        channels.values().stream()
                .filter(other -> other != caller && caller.bridgeId().equals(other.bridgeId()))
                .findFirst()
                .ifPresent(agent -> events.add(new AgentConnected(
                        pbx,
                        at,
                        caller.started().callId(),
                        queue,
                        AgentDevices.extension(agent.started().channel()),
                        agent.started().legId())));
    }

    /** {@code hh:mm:ss}; zero when it is something else. */
    private static Duration duration(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split(":", 4);
        if (parts.length != 3) {
            return Duration.ZERO;
        }
        try {
            return Duration.ofHours(Integer.parseInt(parts[0]))
                    .plusMinutes(Integer.parseInt(parts[1]))
                    .plusSeconds(Integer.parseInt(parts[2]));
        } catch (NumberFormatException other) {
            return Duration.ZERO;
        }
    }
}
