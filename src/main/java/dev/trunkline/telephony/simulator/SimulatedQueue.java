package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A queue: who waits, and who may be rung. */
final class SimulatedQueue {
    final String name;
    final Map<String, Member> members = new LinkedHashMap<>();
    final List<QueueCall> waiting = new ArrayList<>();
    private Rules rules;

    /**
     * How it works.
     *
     * @param strategy in Asterisk's word
     * @param most callers who may wait, 0 for any number
     */
    record Rules(String strategy, Duration ring, Duration pause, int most, int weight) {}

    SimulatedQueue(String name, Rules rules) {
        this.name = name;
        this.rules = rules;
    }

    Rules rules() {
        return rules;
    }

    /** From the next offer on. */
    void become(Rules other) {
        rules = other;
    }

    boolean full() {
        return rules.most() > 0 && waiting.size() >= rules.most();
    }

    /** The caller waits behind those of the same or a higher priority; the place, from 1. */
    int join(QueueCall call) {
        int place = 0;
        while (place < waiting.size() && waiting.get(place).priority() >= call.priority()) {
            place++;
        }
        waiting.add(place, call);
        return place + 1;
    }

    /** Who is rung next, of the lowest level that has somebody free: one, or all of it; empty for nobody. */
    List<Member> next() {
        List<Member> free = members.values().stream().filter(Member::free).toList();
        int level = free.stream().mapToInt(member -> member.level).min().orElse(0);
        List<Member> first =
                free.stream().filter(member -> member.level == level).toList();
        if (rules.strategy().equals("ringall")) {
            return first;
        }
        return first.stream().min(order()).map(List::of).orElse(List.of());
    }

    private Comparator<Member> order() {
        return switch (rules.strategy()) {
            case "leastrecent" -> Comparator.comparingLong(member -> member.lastCall);
            case "fewestcalls" -> Comparator.comparingInt(member -> member.callsTaken);
            // A stream's minimum is the first of several, and members are in the order in which they came.
            case "linear" -> (one, other) -> 0;
            case "random", "wrandom" -> {
                Map<Member, Integer> lots = new LinkedHashMap<>();
                members.values()
                        .forEach(member ->
                                lots.put(member, ThreadLocalRandom.current().nextInt()));
                yield Comparator.comparingInt(lots::get);
            }
            default -> Comparator.comparingLong(member -> member.lastOffer);
        };
    }

    @Nullable
    Member member(Phone phone) {
        return members.get(phone.extension);
    }
}
