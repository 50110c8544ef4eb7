package dev.trunkline.telephone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who was with whom, by CEL's bridges. Channels that meet in a bridge belong to the call that began first, whatever
 * linkedid CEL writes: in a conference it never changes it, after a pick-up one row too late.
 */
final class JournalTalk {

    /** A channel that is out of one bridge and in another sooner than this has not been away. */
    private static final Duration BETWEEN_BRIDGES = Duration.ofMillis(100);

    private static final String HOLDING = "holding_bridge";

    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Instant> began = new LinkedHashMap<>();
    private final Map<String, Set<String>> bridges = new LinkedHashMap<>();
    private final List<Together> together = new ArrayList<>();
    private final Map<String, Together> open = new LinkedHashMap<>();

    /** A channel and the calls it was in, in order, each with when it came there. */
    record Channel(CelRow start, List<Stay> stays) {

        String call() {
            return stays.getLast().call();
        }
    }

    record Stay(String call, Instant from) {}

    /** A channel in a bridge with at least one other; {@code to} is null where CEL does not tell the end. */
    record Together(String call, String channelId, Instant from, Instant to) {}

    JournalTalk(List<CelRow> rows) {
        for (CelRow row : rows) {
            String id = row.uniqueId();
            switch (row.type()) {
                case "CHAN_START" -> {
                    List<Stay> stays = new ArrayList<>(List.of(new Stay(row.linkedId(), row.at())));
                    channels.put(id, new Channel(row, stays));
                    began.putIfAbsent(row.linkedId(), row.at());
                }
                case "BRIDGE_ENTER" -> enter(row);
                case "BRIDGE_EXIT" -> leave(row);
                default -> {}
            }
        }
    }

    private void enter(CelRow row) {
        if (HOLDING.equals(row.extra().path("bridge_technology").asText())) {
            return;
        }
        Set<String> inside = bridges.computeIfAbsent(bridge(row), b -> new LinkedHashSet<>());
        inside.add(row.uniqueId());
        String call = inside.stream()
                .map(id -> channels.get(id).call())
                .min(Comparator.comparing(began::get))
                .orElseThrow();
        for (String id : inside) {
            if (!channels.get(id).call().equals(call)) {
                close(id, row.at());
                channels.get(id).stays().add(new Stay(call, row.at()));
            }
            if (inside.size() > 1 && !open.containsKey(id)) {
                open.put(id, new Together(call, id, row.at(), null));
            }
        }
    }

    private void leave(CelRow row) {
        Set<String> inside = bridges.getOrDefault(bridge(row), new LinkedHashSet<>());
        if (inside.remove(row.uniqueId())) {
            close(row.uniqueId(), row.at());
            if (inside.size() == 1) {
                close(inside.iterator().next(), row.at());
            }
        }
    }

    private void close(String id, Instant at) {
        Together ended = open.remove(id);
        if (ended != null) {
            together.add(new Together(ended.call(), id, ended.from(), at));
        }
    }

    private static String bridge(CelRow row) {
        return row.extra().path("bridge_id").asText();
    }

    /** The channels that were ever in the call, by the time they began. */
    List<Channel> channelsOf(String call) {
        return channels.values().stream()
                .filter(channel ->
                        channel.stays().stream().anyMatch(stay -> stay.call().equals(call)))
                .toList();
    }

    /** The call of which the call became a part, null when it stayed one of its own. */
    String mergedInto(String call) {
        for (Channel channel : channels.values()) {
            for (int i = 1; i < channel.stays().size(); i++) {
                if (channel.stays().get(i - 1).call().equals(call)) {
                    return channel.stays().get(i).call();
                }
            }
        }
        return null;
    }

    /** When the channel went from this call into another, null when it did not. */
    static Instant left(Channel channel, String call) {
        for (int i = 1; i < channel.stays().size(); i++) {
            if (channel.stays().get(i - 1).call().equals(call)) {
                return channel.stays().get(i).from();
            }
        }
        return null;
    }

    Set<String> calls() {
        return began.keySet();
    }

    /** The agents' times of talk in the call; a change of bridge does not interrupt one. */
    List<JournalCall.Segment> segments(String call) {
        List<JournalCall.Segment> segments = new ArrayList<>();
        for (String agent : agents(call)) {
            List<Together> talks = together.stream()
                    .filter(one -> one.call().equals(call))
                    .filter(one -> agent.equals(JournalCall.agentOf(channelName(one))))
                    .sorted(Comparator.comparing(Together::from))
                    .toList();
            JournalCall.Segment last = null;
            for (Together talk : talks) {
                if (last != null && Duration.between(last.to(), talk.from()).compareTo(BETWEEN_BRIDGES) <= 0) {
                    segments.removeLast();
                    last = new JournalCall.Segment(agent, last.from(), talk.to());
                } else {
                    last = new JournalCall.Segment(agent, talk.from(), talk.to());
                }
                segments.add(last);
            }
        }
        return segments.stream()
                .sorted(Comparator.comparing(JournalCall.Segment::from))
                .toList();
    }

    private Set<String> agents(String call) {
        return new TreeSet<>(channelsOf(call).stream()
                .map(channel -> JournalCall.agentOf(channel.start().channel()))
                .flatMap(Stream::ofNullable)
                .toList());
    }

    private String channelName(Together one) {
        return channels.get(one.channelId()).start().channel();
    }
}
