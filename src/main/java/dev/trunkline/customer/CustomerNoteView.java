package dev.trunkline.customer;

import dev.trunkline.shared.crud.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague noted about a customer.
 *
 * @param body plain text with line breaks
 * @param pinned whether it stands on top of the customer's card
 * @param callId the call at which it was written, null for none
 * @param authorName as colleagues see it, null where nobody is known
 */
@Schema(name = "CustomerNoteView")
public record CustomerNoteView(
        UUID id,
        UUID customerId,
        String body,
        boolean pinned,
        @Nullable String callId,
        UUID authorId,
        @Nullable String authorName,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
