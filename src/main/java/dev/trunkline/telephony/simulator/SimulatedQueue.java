package dev.trunkline.telephony.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A queue: who waits, and who may be rung. One agent at a time, the one whose last offer is longest ago. */
final class SimulatedQueue {
    final String name;
    final Map<String, Member> members = new LinkedHashMap<>();
    final List<QueueCall> waiting = new ArrayList<>();

    SimulatedQueue(String name) {
        this.name = name;
    }

    Optional<Member> next() {
        return members.values().stream().filter(Member::free).min(Comparator.comparingLong(member -> member.lastOffer));
    }

    @Nullable
    Member member(Phone phone) {
        return members.get(phone.extension);
    }
}
