package dev.trunkline.identity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which thing.
 *
 * @param actor user name, {@code system} for the service itself
 * @param actorName as colleagues see it, null for the service itself
 * @param name what the thing is called by now, null where it is gone or has no name
 * @param customerId the customer it was about, null for none
 * @param details such as the names of changed fields
 */
public record AuditView(
        UUID id,
        Instant at,
        String actor,
        @Nullable String actorName,
        String action,
        String kind,
        String refId,
        @Nullable String name,
        @Nullable UUID customerId,
        @Nullable String customerName,
        Map<String, Object> details) {}
