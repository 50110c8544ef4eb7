package dev.trunkline.operation;

import dev.trunkline.call.CallStoreReport;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.desk.DeskReport;
import dev.trunkline.shared.outbox.OutboxReport;
import dev.trunkline.shared.watch.Latency;
import dev.trunkline.telephony.JournalReport;
import dev.trunkline.telephony.PbxReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes readings for tests: all is well but for what a test says. */
final class Figures {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Latency lag = new Latency(new SimpleMeterRegistry(), "lag", "lag");
    private final Latency pop = new Latency(new SimpleMeterRegistry(), "pop", "pop");
    Instant at = NOON;
    LinkState events = LinkState.UP;
    LinkState actions = LinkState.UP;

    @Nullable
    String detail;

    boolean simulated;

    @Nullable
    Long clockAheadMs = 0L;

    long read;
    long unstamped;
    long unpublished;
    long waitingEvents;
    long overflows;
    JournalReport.State journal = JournalReport.State.OK;
    long journalLagMs;
    long badLines;
    boolean database = true;
    int waiting;
    long failures;
    long dropped;
    long outboxOldestMs;
    int slow;
    long pops;
    long popsLate;
    long popsIncomplete;

    void lag(long ms) {
        lag.record(Duration.ofMillis(ms));
    }

    void pop(long ms) {
        pops++;
        pop.record(Duration.ofMillis(ms));
    }

    Reading reading() {
        return new Reading(
                at,
                new PbxReport(
                        "pbx1",
                        "pbx.example:5038",
                        simulated,
                        new PbxReport.Connection(events, NOON, detail, 0),
                        new PbxReport.Connection(actions, NOON, detail, 0),
                        NOON,
                        clockAheadMs,
                        1L,
                        read,
                        0,
                        0,
                        unstamped,
                        unpublished,
                        new PbxReport.Buffer(waitingEvents, 16_000, overflows),
                        new PbxReport.Resyncs(1, NOON, 40L)),
                new JournalReport(
                        journal, detail, "/pbx/log", NOON, NOON, NOON, journalLagMs, 0, 0, 0, badLines, List.of()),
                new DatabaseReport(database, NOON, database ? 0.8 : null, detail),
                new CallStoreReport(3, waiting, failures, dropped),
                new OutboxReport(0, outboxOldestMs, 0, 0),
                new DeskReport(2, 2, slow, 0, 256, pops, popsLate, popsIncomplete, 0, 0, 0),
                lag.counts(),
                pop.counts());
    }
}
