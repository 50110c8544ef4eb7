package dev.trunkline.service;

import dev.trunkline.shared.json.Words;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket in short; fields as in {@link TicketView}. */
public record TicketCard(
        @Schema(required = true) UUID id,
        @Schema(required = true) long number,
        @Schema(required = true) Ticket.Type type,
        @Schema(required = true) Ticket.Status status,
        @Schema(required = true) Ticket.Priority priority,
        @Nullable String subject,
        @Nullable String subjectKey,
        @Schema(required = true) Map<String, String> subjectParams,
        @Nullable UUID customerId,
        @Schema(required = true) Instant createdAt) {

    static TicketCard of(Row row) {
        return new TicketCard(
                row.getUUID("id"),
                row.getLong("number"),
                Words.parse(Ticket.Type.class, row.getString("type"), "type"),
                Words.parse(Ticket.Status.class, row.getString("status"), "status"),
                Words.parse(Ticket.Priority.class, row.getString("priority"), "priority"),
                row.getString("subject"),
                row.getString("subject_key"),
                Ticket.params(row.getString("subject_params")),
                row.getUUID("customer_id"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
