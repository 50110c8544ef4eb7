package dev.trunkline.acd;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent's state changed; on channel {@code agent-changes}, in order for each agent.
 *
 * @param id of this news
 * @param userId the person
 * @param agent the person's extension
 * @param at the server's clock
 */
public record AgentChange(UUID id, UUID userId, String agent, AgentState state, AgentStateView view, Instant at) {}
