package dev.trunkline.telephony.simulator;

import dev.trunkline.telephony.simulator.QueueStay.End;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The simulated PBX's own account of its queue calls, kept by the calls themselves and not taken from what is told of them:
 * what boards and reports are to agree with. Bounded: the oldest stays are forgotten.
 */
final class Ledger {
    private static final int MOST = 100_000;

    private final Deque<QueueStay> over = new ArrayDeque<>();
    private final Map<String, QueueStay> waiting = new HashMap<>();

    void joined(String callId, String queue, Instant at) {
        waiting.put(callId, new QueueStay(callId, queue, at, null, null, null));
    }

    void left(String callId, Instant at, End how, @Nullable String agent) {
        QueueStay stay = waiting.remove(callId);
        if (stay != null) {
            over.addLast(stay.left(at, how, agent));
            if (over.size() > MOST) {
                over.removeFirst();
            }
        }
    }

    /** Those that are over in the order in which they ended, then those that go on. */
    List<QueueStay> stays() {
        List<QueueStay> stays = new ArrayList<>(over);
        stays.addAll(waiting.values());
        return stays;
    }
}
