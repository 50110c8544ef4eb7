package dev.trunkline.operation;

import dev.trunkline.call.CallStoreReport;
import dev.trunkline.desk.DeskReport;
import dev.trunkline.shared.outbox.OutboxReport;
import dev.trunkline.shared.watch.LatencyCounts;
import dev.trunkline.telephony.JournalReport;
import dev.trunkline.telephony.PbxReport;
import java.time.Instant;

/**
 * All figures of one moment. Counters grow from the service's start, so two readings tell what happened between them.
 *
 * @param lag of events
 * @param ringToPop of pops
 */
record Reading(
        Instant at,
        PbxReport pbx,
        JournalReport journal,
        DatabaseReport database,
        CallStoreReport calls,
        OutboxReport outbox,
        DeskReport desks,
        LatencyCounts lag,
        LatencyCounts ringToPop) {}
