package dev.trunkline.identity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Who did what to which thing.
 *
 * @param actor user name, {@code system} for the service itself
 * @param details such as the names of changed fields
 */
public record AuditView(
        UUID id, Instant at, String actor, String action, String kind, String refId, Map<String, Object> details) {}
