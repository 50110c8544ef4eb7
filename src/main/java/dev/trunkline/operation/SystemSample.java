package dev.trunkline.operation;

import dev.trunkline.shared.watch.LatencyCounts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A few seconds of the past, for charts.
 *
 * @param at their end
 * @param eventsPerSecond events read from the PBX
 * @param lagP50Ms half of the events were dealt with this long after the PBX's stamp; null when there were none
 * @param lagP99Ms 99 of 100
 * @param waiting events waiting at the end
 * @param pops pops sent
 * @param popP50Ms half of the pops went out this long after the first ring; null when there were none
 * @param popP99Ms 99 of 100
 * @param unwritten calls waiting for the database at the end
 * @param databaseMs how long the database took to answer, null when it did not
 * @param pages agents' pages open
 */
public record SystemSample(
        Instant at,
        double eventsPerSecond,
        @Nullable Double lagP50Ms,
        @Nullable Double lagP99Ms,
        long waiting,
        long pops,
        @Nullable Double popP50Ms,
        @Nullable Double popP99Ms,
        long unwritten,
        @Nullable Double databaseMs,
        int pages) {

    static SystemSample between(Reading before, Reading after) {
        LatencyCounts lag = after.lag().since(before.lag());
        LatencyCounts pops = after.ringToPop().since(before.ringToPop());
        long millis = Math.max(1, Duration.between(before.at(), after.at()).toMillis());
        double perSecond = (after.pbx().read() - before.pbx().read()) * 1_000.0 / millis;
        return new SystemSample(
                after.at(),
                Math.round(perSecond * 10) / 10.0,
                lag.quantileMs(0.5),
                lag.quantileMs(0.99),
                after.pbx().buffer().waiting(),
                after.desks().pops() - before.desks().pops(),
                pops.quantileMs(0.5),
                pops.quantileMs(0.99),
                after.calls().waiting(),
                after.database().answeredMs(),
                after.desks().pages());
    }
}
