package dev.trunkline.call.tracking;

import dev.trunkline.call.CallStoreReport;
import dev.trunkline.shared.watch.Watched;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells how calls get to the database. */
@ApplicationScoped
class CallStoreWatch implements Watched<CallStoreReport> {
    private final CallTracking tracking;
    private final CallWriter writer;

    CallStoreWatch(CallTracking tracking, CallWriter writer) {
        this.tracking = tracking;
        this.writer = writer;
    }

    @Override
    public CallStoreReport report() {
        return new CallStoreReport(tracking.open(), writer.size(), writer.failures(), writer.dropped());
    }
}
