package dev.trunkline.script;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said and asked on a call.
 *
 * @param current the script that the call is to go by, with its queue as it is now; null for none
 * @param scripts that one, answered or not, and those with answers from before, as from another queue
 */
public record CallScriptView(String callId, @Nullable UUID current, List<CallScriptRun> scripts) {
    public CallScriptView {
        scripts = List.copyOf(scripts);
    }
}
