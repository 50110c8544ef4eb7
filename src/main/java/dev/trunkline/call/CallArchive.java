package dev.trunkline.call;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * Takes in calls of the past in the form in which tracked calls are kept. Nobody is told of them: no change, no domain
 * event, nothing to do after them. Thread-safe.
 */
public interface CallArchive {

    /**
     * The call that these events tell of, by the rules in force.
     *
     * @param events of one call, in order, the last of which ends it
     * @throws IllegalArgumentException when they tell of no call or leave it open
     */
    Call fold(List<CallEvent> events);

    /** Writes calls that have ended, each given once, in the caller's transaction; one that is there stays as it is. */
    Uni<Void> add(SqlConnection transaction, List<Call> ended);
}
