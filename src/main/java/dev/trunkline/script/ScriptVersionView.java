package dev.trunkline.script;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a script was published once.
 *
 * @param number from 1 within the script
 * @param until when another one took its place or it was withdrawn; null while new calls go by it
 * @param editorName who published it, null where nobody is known
 */
public record ScriptVersionView(
        UUID scriptId,
        int number,
        Instant at,
        @Nullable Instant until,
        @Nullable String editorName,
        String name,
        String language,
        List<String> queues) {
    public ScriptVersionView {
        queues = List.copyOf(queues);
    }
}
