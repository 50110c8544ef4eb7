package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallArchive;
import dev.trunkline.call.CallEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;

/** Folds and keeps calls of the past by the very tracker and rows of those that happen now. */
@Singleton
final class PastCalls implements CallArchive {
    private final CallTracker tracker;
    private final CallRows rows;

    PastCalls(TrackingRules rules, CallRows rows) {
        this.tracker = new CallTracker(rules.rules());
        this.rows = rows;
    }

    @Override
    public Call fold(List<CallEvent> events) {
        Call call = null;
        for (CallEvent event : events) {
            call = tracker.apply(call, event);
        }
        if (call == null || call.open()) {
            throw new IllegalArgumentException("The events do not tell of a call that has ended");
        }
        return call;
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, List<Call> ended) {
        return rows.writePast(transaction, ended);
    }
}
