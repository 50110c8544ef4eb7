package dev.trunkline.script;

import dev.trunkline.call.Call;
import dev.trunkline.call.history.CallView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a call decides by which script it goes.
 *
 * @param queue where the caller is or was last, null for none
 * @param startedAt what was published then counts
 * @param agents extensions of those who took part
 */
record ScriptedCall(
        String id, Call.Direction direction, @Nullable String queue, Instant startedAt, List<String> agents) {
    static ScriptedCall of(Call call) {
        return new ScriptedCall(call.id(), call.direction(), call.queue(), call.startedAt(), call.agents());
    }

    static ScriptedCall of(CallView call) {
        return new ScriptedCall(call.id(), call.direction(), call.queue(), call.startedAt(), call.agents());
    }
}
