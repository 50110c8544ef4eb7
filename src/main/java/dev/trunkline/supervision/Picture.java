package dev.trunkline.supervision;

import dev.trunkline.report.Tally;
import dev.trunkline.supervision.BoardMessage.AgentChanged;
import dev.trunkline.supervision.BoardMessage.AlarmChanged;
import dev.trunkline.supervision.BoardMessage.CallChanged;
import dev.trunkline.supervision.BoardMessage.QueueChanged;
import dev.trunkline.supervision.BoardMessage.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The board at a moment: an immutable value, of which a page is told the differences. */
record Picture(Heading heading, List<BoardQueue> queues, List<BoardAgent> agents, List<BoardAlarm> alarms) {
    Picture {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        alarms = List.copyOf(alarms);
    }

    /** What a page has to be told that showed the picture before, so that it shows this one. Pure. */
    List<BoardMessage> since(Picture before, Instant now) {
        if (!sameFrame(before)) {
            return List.of(Snapshot.of(this));
        }
        List<BoardMessage> news = new ArrayList<>();
        for (int i = 0; i < queues.size(); i++) {
            BoardQueue old = before.queues.get(i);
            BoardQueue queue = queues.get(i);
            if (!queue.shown().equals(old.shown())) {
                news.add(new QueueChanged(queue.withIntervals(changed(old, queue))));
            }
        }
        for (int i = 0; i < agents.size(); i++) {
            if (!agents.get(i).shown().equals(before.agents.get(i).shown())) {
                news.add(new AgentChanged(agents.get(i)));
            }
        }
        Map<String, BoardCall> known = before.calls();
        calls().forEach((id, call) -> {
            if (known.containsKey(id) && !call.equals(known.get(id))) {
                news.add(new CallChanged(call));
            }
        });
        alarms.stream()
                .filter(alarm -> !before.alarms.contains(alarm))
                .forEach(alarm -> news.add(new AlarmChanged(alarm)));
        before.alarms.stream()
                .filter(alarm -> alarms.stream().noneMatch(alarm::same))
                .forEach(alarm -> news.add(new AlarmChanged(alarm.over(now))));
        return news;
    }

    /** Every call that is shown. */
    Map<String, BoardCall> calls() {
        Map<String, BoardCall> calls = new HashMap<>();
        Stream.concat(
                        queues.stream()
                                .flatMap(queue -> queue.waiting().stream())
                                .map(BoardQueue.Waiting::call),
                        agents.stream()
                                .flatMap(agent -> Stream.ofNullable(agent.call()))
                                .map(BoardAgent.InHand::call))
                .forEach(call -> calls.put(call.id(), call));
        return calls;
    }

    /** Whether all but states and figures is as it was. */
    private boolean sameFrame(Picture before) {
        return heading.like(before.heading)
                && queues.size() == before.queues.size()
                && agents.size() == before.agents.size()
                && IntStream.range(0, queues.size()).allMatch(i -> queues.get(i).sameSettings(before.queues.get(i)))
                && IntStream.range(0, agents.size()).allMatch(i -> agents.get(i).samePerson(before.agents.get(i)));
    }

    /** Those intervals that are not as they were; one that is empty now is told as empty. */
    private static List<BoardInterval> changed(BoardQueue before, BoardQueue after) {
        Set<BoardInterval> known = new HashSet<>(before.intervals());
        Set<Instant> still = after.intervals().stream().map(BoardInterval::from).collect(Collectors.toSet());
        return Stream.concat(
                        after.intervals().stream().filter(interval -> !known.contains(interval)),
                        before.intervals().stream()
                                .map(BoardInterval::from)
                                .filter(from -> !still.contains(from))
                                .map(from -> BoardInterval.of(from, Tally.NONE)))
                .toList();
    }
}
