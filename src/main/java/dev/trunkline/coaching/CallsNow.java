package dev.trunkline.coaching;

import dev.trunkline.call.Call;
import dev.trunkline.call.LiveCalls;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Calls that go on, by id. */
@ApplicationScoped
class CallsNow {
    private final LiveCalls calls;
    private final CallHistory history;

    CallsNow(LiveCalls calls, CallHistory history) {
        this.calls = calls;
        this.history = history;
    }

    /** The call; fails with 409 for one that is over and 404 for one that never was. */
    Uni<Call> find(String callId) {
        List<Call> found = calls.where(call -> call.id().equals(callId));
        return found.isEmpty()
                ? history.byId(callId).<Call>map(over -> {
                    throw over.isPresent() ? Refusal.CALL_ENDED.problem() : Problem.notFound("call", callId);
                })
                : Uni.createFrom().item(found.getFirst());
    }
}
