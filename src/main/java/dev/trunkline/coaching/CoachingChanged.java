package dev.trunkline.coaching;

import org.jspecify.annotations.Nullable;

/**
 * A coach's part in a call began, changed or is over; a CDI event. Observers do not block.
 *
 * @param coach the coach's extension
 * @param agent the agent's extension, null when nobody was heard
 */
public record CoachingChanged(String coach, @Nullable String agent) {}
