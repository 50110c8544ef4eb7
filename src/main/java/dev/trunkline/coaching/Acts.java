package dev.trunkline.coaching;

import dev.trunkline.call.PbxCommands.PbxRefused;
import dev.trunkline.call.PbxCommands.PbxUnavailable;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Notes in the audit what is asked for, then asks the PBX, and tells its refusals as problems. */
@ApplicationScoped
class Acts {
    private final Audit audit;
    private final Pool pool;

    Acts(Audit audit, Pool pool) {
        this.audit = audit;
        this.pool = pool;
    }

    /**
     * Does something with a call.
     *
     * @param field what changes by it, from and to what
     */
    Uni<Void> with(
            String callId,
            Reader who,
            String action,
            String field,
            @Nullable String before,
            @Nullable String after,
            Supplier<Uni<Void>> command) {
        JsonObject details = new JsonObject()
                .put("fields", new JsonArray().add(field))
                .put(
                        "values",
                        new JsonObject()
                                .put(
                                        field,
                                        new JsonObject().put("before", before).put("after", after)));
        return pool.withTransaction(transaction -> audit.record(transaction, who, action, "call", callId, details))
                .chain(() -> told(command));
    }

    /** The PBX's refusals as problems for whoever asked. */
    static Uni<Void> told(Supplier<Uni<Void>> command) {
        return Uni.createFrom()
                .deferred(command::get)
                .onFailure(PbxUnavailable.class)
                .transform(away -> Problem.unavailable("pbx-unavailable", "The PBX cannot be reached"))
                .onFailure(PbxRefused.class)
                .transform(no -> Problem.conflict("pbx-refused", String.valueOf(no.getMessage())))
                .onFailure(IllegalArgumentException.class)
                .transform(wrong -> Refusal.NOT_NOW.problem());
    }
}
