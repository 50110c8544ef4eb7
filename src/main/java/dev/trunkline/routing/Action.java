package dev.trunkline.routing;

import org.jspecify.annotations.Nullable;

/** What a rule does with a caller. */
sealed interface Action {

    /** The caller gets no further; no rule after it is tried. */
    record Refuse(Refusal how) implements Action {}

    /**
     * The caller goes to a queue.
     *
     * @param queue null for where the caller goes anyhow
     * @param priority among those who wait, the highest first; null for what it is anyhow
     */
    record Send(@Nullable String queue, @Nullable Integer priority) implements Action {}
}
