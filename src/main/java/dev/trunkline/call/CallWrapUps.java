package dev.trunkline.call;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What agents noted after their calls; implemented at the agent's place. */
public interface CallWrapUps {

    /** The newest note of each of the calls that has any. */
    Uni<Map<String, WrapUp>> ofCalls(Collection<String> callIds);

    /**
     * A note.
     *
     * @param disposition word for what came of the call, null when none was chosen
     * @param agent extension of who wrote it
     */
    record WrapUp(@Nullable String disposition, @Nullable String notes, String agent, Instant at) {}
}
