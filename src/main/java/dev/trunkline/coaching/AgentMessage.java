package dev.trunkline.coaching;

import java.time.Instant;
import java.util.UUID;

/**
 * A short message to an agent; also the CDI event that it was sent. Observers do not block.
 *
 * @param text plain text, hostile to whoever shows it as anything else
 */
public record AgentMessage(UUID id, UUID agentId, UUID senderId, String senderName, String text, Instant at) {}
