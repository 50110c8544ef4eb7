package dev.trunkline.operation;

import dev.trunkline.call.CallStoreReport;
import dev.trunkline.desk.DeskReport;
import dev.trunkline.shared.outbox.OutboxReport;
import dev.trunkline.telephony.JournalReport;
import dev.trunkline.telephony.PbxReport;
import java.time.Instant;
import java.util.List;

/**
 * How everything is doing.
 *
 * @param at the moment, by the service's clock
 * @param startedAt when the service started; counts are since then
 * @param state the gravest of the findings, or ok
 * @param findings what is not as it should be, the gravest first
 * @param lag of events in the last five minutes, from the PBX's stamp to their being dealt with, clocks' difference taken
 *     out
 * @param ringToPop of pops in the last five minutes, from the first ring to the pop being on its way
 * @param everyMs time between two samples
 * @param history samples of the last quarter of an hour, the earliest first; in the stream, only the newest
 */
public record SystemView(
        Instant at,
        Instant startedAt,
        String version,
        SystemState state,
        List<Finding> findings,
        PbxReport pbx,
        LatencyView lag,
        JournalReport journal,
        DatabaseReport database,
        CallStoreReport calls,
        OutboxReport outbox,
        DeskReport desks,
        LatencyView ringToPop,
        long everyMs,
        List<SystemSample> history) {
    public SystemView {
        findings = List.copyOf(findings);
        history = List.copyOf(history);
    }
}
