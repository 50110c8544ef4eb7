package dev.trunkline.supervision;

import dev.trunkline.acd.QueueGoal;
import dev.trunkline.report.Stay;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the calls of a day gave, by call. A call seen again replaces what it gave before, so that it does not matter how
 * often it is seen, nor what was seen in between: the last word of each counts. Not thread-safe.
 */
final class DayBook {
    private final Map<String, Contribution> calls = new HashMap<>();

    /** The same by queue and call. */
    private final Map<String, Map<String, Contribution>> queues = new HashMap<>();

    private final Map<String, Counted> counted = new HashMap<>();
    private Day day;

    /** A queue's figures, and by which goal they were counted. */
    private record Counted(QueueGoal goal, QueueDay figures) {}

    DayBook(Day day) {
        this.day = day;
    }

    Day day() {
        return day;
    }

    /** Goes on with another day; what gives nothing to it is forgotten. */
    void turnTo(Day next) {
        if (!next.equals(day)) {
            day = next;
            counted.clear();
            calls.values().stream().filter(call -> !call.in(next)).toList().forEach(this::remove);
        }
    }

    /** Takes what a call gives in the place of what it gave. */
    void put(Contribution call) {
        Contribution before = calls.get(call.callId());
        if (call.equals(before)) {
            return;
        }
        if (before != null) {
            remove(before);
        }
        if (call.in(day)) {
            calls.put(call.callId(), call);
            for (Stay stay : call.stays()) {
                queues.computeIfAbsent(stay.queue(), queue -> new HashMap<>()).put(call.callId(), call);
                counted.remove(stay.queue());
            }
        }
    }

    /**
     * Puts the whole day right. An end that is stored is the last word on a call, for only what is known better of it
     * changes it again; what is not stored as ended is as it goes on now, and where that is not known as it was last seen.
     * An end that was seen and is not stored yet stays; a call that is neither going on nor stored is forgotten.
     *
     * @param stored the day's calls as the database has them
     * @param live those going on
     */
    void recount(Collection<Contribution> stored, Collection<Contribution> live) {
        Map<String, Contribution> truth = new HashMap<>();
        stored.forEach(call -> truth.put(call.callId(), call));
        calls.values().stream()
                .filter(call -> call.over() || truth.containsKey(call.callId()))
                .forEach(call -> truth.put(call.callId(), call));
        live.forEach(call -> truth.put(call.callId(), call));
        stored.stream().filter(Contribution::over).forEach(call -> truth.put(call.callId(), call));
        List.copyOf(calls.values()).stream()
                .filter(call -> !truth.containsKey(call.callId()))
                .forEach(this::remove);
        truth.values().forEach(this::put);
    }

    /** A queue's figures; counted only when they may have changed. */
    QueueDay of(QueueGoal goal) {
        Counted known = counted.get(goal.name());
        if (known == null || !known.goal().equals(goal)) {
            known = new Counted(goal, count(goal));
            counted.put(goal.name(), known);
        }
        return known.figures();
    }

    private QueueDay count(QueueGoal goal) {
        return QueueDay.of(
                queues.getOrDefault(goal.name(), Map.of()).values().stream()
                        .flatMap(call -> call.stays().stream())
                        .filter(stay -> stay.queue().equals(goal.name())),
                goal,
                day);
    }

    private void remove(Contribution call) {
        calls.remove(call.callId());
        for (Stay stay : call.stays()) {
            queues.getOrDefault(stay.queue(), new HashMap<>()).remove(call.callId());
            counted.remove(stay.queue());
        }
    }
}
