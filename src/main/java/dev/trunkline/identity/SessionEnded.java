package dev.trunkline.identity;

import java.util.UUID;

/**
 * Somebody signed out; a CDI event for whoever keeps something for a session. Fired on an event loop: observers do not
 * block. A session that merely ran out is not told of.
 *
 * @param session as {@link SessionId} names it
 */
public record SessionEnded(UUID userId, String session) {}
