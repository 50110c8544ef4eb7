package dev.trunkline.telephony.journal;

import dev.trunkline.call.CallAccount;
import dev.trunkline.call.CallRecovery;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.telephony.Gap;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal from a time to its end and puts right whatever call it tells otherwise than is known. Blocks; one
 * thread at a time. What has to wait is remembered for the next reading.
 */
final class JournalPass {
    private static final Logger LOG = LoggerFactory.getLogger(JournalPass.class);
    private static final int BATCH = 200;
    private static final Duration DATABASE = Duration.ofSeconds(10);

    private final JournalReader reader;
    private final CallRecovery recovery;
    private final OpenCallIds openCalls;
    private final Function<String, @Nullable String> agentOfEndpoint;

    /** Calls that had to wait, and when each began. */
    private final Map<String, Instant> waiting = new LinkedHashMap<>();

    /** Calls that are over and have been recounted whole. */
    private final Map<String, Boolean> done = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > JournalGroups.MOST_CALLS;
        }
    };

    /**
     * What a reading did.
     *
     * @param incomplete whether calls were left because the database did not answer
     * @param partial whether a call is due of which an earlier part of the journal has to be read
     */
    record Result(Tally tally, int added, int mended, boolean incomplete, boolean partial) {}

    JournalPass(
            JournalReader reader,
            CallRecovery recovery,
            OpenCallIds openCalls,
            Function<String, @Nullable String> agentOfEndpoint) {
        this.reader = reader;
        this.recovery = recovery;
        this.openCalls = openCalls;
        this.agentOfEndpoint = agentOfEndpoint;
    }

    /**
     * One reading.
     *
     * @param gap the gap to be closed, null to look for what the link did not tell
     * @param whole whether the journal is read from where it matters, so that calls without a beginning have none
     */
    Result read(String pbx, Instant from, @Nullable Gap gap, boolean whole) throws IOException {
        Turn turn = new Turn(pbx, gap, whole);
        JournalReader.Reading reading = reader.read(from, turn::accept);
        turn.newest = reading.tally().newest();
        reading.open().forEach(turn::accept);
        turn.flush();
        while (waiting.size() > JournalGroups.MOST_CALLS) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        return new Result(reading.tally(), turn.added, turn.mended, turn.incomplete, turn.partial);
    }

    /** Whether calls wait for the next reading. */
    boolean waits() {
        return !waiting.isEmpty();
    }

    /** When the earliest call that is not yet done with began, empty when there is none. */
    Optional<Instant> unsettledSince(String pbx) {
        return Stream.concat(recovery.unsettledSince(pbx).stream(), waiting.values().stream())
                .min(Instant::compareTo);
    }

    /** A call to be recounted, and whether it is over as far as the journal goes. */
    private record Due(JournalCall call, boolean over) {
        CallAccount account(String pbx, Function<String, @Nullable String> agentOfEndpoint) {
            return new CallAccount(
                    pbx, call.id(), JournalTranslator.events(pbx, call, agentOfEndpoint), call.lastAt(), over);
        }

        void waits(Map<String, Instant> waiting) {
            waiting.put(call.id(), call.firstAt());
        }
    }

    /** One reading's state. */
    private final class Turn {
        private final String pbx;
        private final @Nullable Gap gap;
        private final boolean whole;
        private final Set<String> suspects = Set.copyOf(waiting.keySet());
        private final List<JournalCall> batch = new ArrayList<>();
        private int added;
        private int mended;
        private boolean incomplete;
        private boolean partial;

        /** When the newest row was written, null as long as there may be newer ones. */
        private @Nullable Instant newest;

        Turn(String pbx, @Nullable Gap gap, boolean whole) {
            this.pbx = pbx;
            this.gap = gap;
            this.whole = whole;
        }

        void accept(JournalCall call) {
            if (done.containsKey(call.id())) {
                return;
            }
            batch.add(call);
            if (batch.size() >= BATCH) {
                flush();
            }
        }

        /** What is held as open comes first: it is on somebody's screen, and needs no database. */
        void flush() {
            Set<String> open = new HashSet<>(openCalls.openCalls(pbx));
            open.addAll(recovery.keptEnds(pbx));
            List<Due> due = new ArrayList<>();
            List<JournalCall> others = new ArrayList<>();
            for (JournalCall call : batch) {
                if (open.contains(call.id())) {
                    judge(call, true, due);
                } else {
                    others.add(call);
                }
            }
            recount(due);
            due.clear();
            Set<String> settled = settled(others.stream().map(JournalCall::id).toList());
            for (JournalCall call : others) {
                if (settled.contains(call.id())) {
                    waiting.remove(call.id());
                } else if (incomplete) {
                    waiting.put(call.id(), call.firstAt());
                } else {
                    judge(call, false, due);
                }
            }
            recount(due);
            batch.clear();
        }

        private Set<String> settled(List<String> ids) {
            if (ids.isEmpty()) {
                return Set.of();
            }
            try {
                return recovery.settled(ids).await().atMost(DATABASE);
            } catch (RuntimeException failure) {
                unanswered(failure);
                return Set.of();
            }
        }

        private void judge(JournalCall call, boolean open, List<Due> due) {
            switch (Verdict.of(call, open, suspects.contains(call.id()), gap, newest)) {
                case LEAVE -> waiting.remove(call.id());
                case WAIT -> waiting.put(call.id(), call.firstAt());
                case RECOUNT -> due(new Due(call, call.over()), due);
                case RECOUNT_FAILED -> due(new Due(call, true), due);
            }
        }

        private void due(Due one, List<Due> due) {
            if (one.call().whole() || whole) {
                due.add(one);
            } else {
                partial = true;
                one.waits(waiting);
            }
        }

        private void recount(List<Due> due) {
            if (due.isEmpty()) {
                return;
            }
            try {
                List<CallAccount> accounts = due.stream()
                        .map(one -> one.account(pbx, agentOfEndpoint))
                        .toList();
                List<CallRecovery.Result> results =
                        recovery.recount(accounts).await().atMost(DATABASE);
                for (int i = 0; i < due.size(); i++) {
                    recounted(due.get(i), results.get(i));
                }
            } catch (RuntimeException failure) {
                unanswered(failure);
                due.forEach(one -> one.waits(waiting));
            }
        }

        private void recounted(Due one, CallRecovery.Result result) {
            switch (result) {
                case ADDED -> added++;
                case MENDED -> mended++;
                case KNOWN -> {}
                case LATER -> {
                    one.waits(waiting);
                    return;
                }
            }
            waiting.remove(one.call().id());
            if (one.over()) {
                done.put(one.call().id(), true);
            }
        }

        private void unanswered(RuntimeException failure) {
            if (!incomplete) {
                LOG.warn("Calls of the journal are left for the next reading: {}", failure.toString());
            }
            incomplete = true;
        }
    }
}
