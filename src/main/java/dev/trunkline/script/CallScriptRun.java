package dev.trunkline.script;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a call came in a script, and what was answered.
 *
 * @param script the version that the call goes by
 * @param trail keys of the steps from the first to the present one; empty while nothing was kept
 * @param done whether the script has come to its end
 * @param answers also of steps that are not on the trail any more
 * @param agents extensions of those who wrote the answers down
 * @param savedAt null while nothing was kept
 * @param version to be sent as {@code If-Match} with what is kept next; 0 while nothing was
 */
public record CallScriptRun(
        PublishedScript script,
        List<String> trail,
        boolean done,
        List<ScriptAnswer> answers,
        List<String> agents,
        @Nullable Instant savedAt,
        long version) {
    public CallScriptRun {
        trail = List.copyOf(trail);
        answers = List.copyOf(answers);
        agents = List.copyOf(agents);
    }

    /** Nothing was said yet. */
    static CallScriptRun fresh(PublishedScript script) {
        return new CallScriptRun(script, List.of(), false, List.of(), List.of(), null, 0);
    }
}
