package dev.trunkline.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody notes about a customer.
 *
 * @param body plain text with line breaks
 * @param pinned whether it stands on top of the customer's card; not so when left out
 * @param callId the call at which it was written; cannot be changed
 * @param customerId said by the address, never by the body
 */
record CustomerNoteInput(
        @NotBlank @Size(max = 10_000) @Nullable String body,

        @Nullable Boolean pinned,
        @Nullable @Size(max = 200) String callId,
        @JsonIgnore @Schema(hidden = true) @Nullable UUID customerId) {

    CustomerNoteInput of(UUID customer) {
        return new CustomerNoteInput(body, pinned, callId, customer);
    }
}
